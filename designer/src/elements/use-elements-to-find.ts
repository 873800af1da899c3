import { useNavigate } from '@tanstack/react-router'
import type { Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { usePageContents } from '../spotlight/page-actions.ts'
import { useLatest } from '../ui/use-latest.ts'
import { allElements, type NamedElement } from './all-elements.ts'
import { tabOf, writeElement } from './element.ts'

const elementsOf = (assembly: Assembly | undefined): readonly NamedElement[] => (assembly === undefined ? [] : allElements(assembly))

/** Lets the spotlight find everything the release or draft that is shown is made of; the list is made when somebody looks. */
export const useElementsToFind = (read: () => Assembly | undefined): void => {
  const { t } = useTranslation()
  const { read: write } = useLanguage()
  const navigate = useNavigate()
  usePageContents(useLatest(() => elementsOf(read()).map(({ element, part, title }) => ({
    key: `element ${writeElement(element)} ${part?.id ?? ''}`,
    label: write(title),
    description: part ? write(part.within) : t(`element.kind.${element.kind}`),
    go: () => void navigate({ to: '.', search: (search: object) => ({ ...search, tab: tabOf(element), on: writeElement(element) }) }),
  }))))
}
