import type { Assembly, FormDocument } from '@tieuchi/runtime'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { partsOf } from '../editor-store/commands/form-parts.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'
import type { FormActions } from './form-design.ts'
import { titleOfPart } from './part-words.ts'

/** Goes to a part of the form by a word of what it is called, as a table of contents does. */
export const PartFinder = memo(({ form, assembly, onGo }: { readonly form: FormDocument; readonly assembly: Assembly; readonly onGo: FormActions['select'] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const choices = useMemo(() => partsOf(form).flatMap(({ key, part, within }) => {
    const title = titleOfPart(assembly, part)
    const section = within[0] ?? part
    return title ? [{ key, label: read(title), group: within.length === 0 || !('title' in section) ? '' : read(section.title) }] : []
  }), [form, assembly, read])
  return <ChoiceBox label={t('design.find')} placeholder={t('design.find')} text="" choices={choices} onChoose={(key) => onGo(key)} w={168} />
})
PartFinder.displayName = 'PartFinder'
