import { Alert } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Assembly } from '@tieuchi/runtime'
import { useDeferredValue, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Connections } from './Connections.tsx'
import { tabOf, titleOfElement, writeElement, type ElementRef } from './element.ts'
import { ElementBody } from './ElementBody.tsx'
import classes from './elements.module.css'

interface ElementPageProps {
  readonly assembly: Assembly
  readonly element: ElementRef
  /** In place of the plain text, where it can be edited. */
  readonly renderBody?: ((element: ElementRef) => ReactNode) | undefined
}

/** One element of a release in full: what it says, what it reads, and everything that uses it. */
export const ElementPage = ({ assembly, element, renderBody }: ElementPageProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const name = writeElement(element)
  // What is connected with what may be seen a moment after what was written.
  const later = useDeferredValue(assembly)
  const title = titleOfElement(assembly, element)
  const piece = element.kind === 'piece' ? assembly.pieces.get(element.id)?.piece : undefined
  return (
    <article key={name}>
      <Link to="." search={(search) => ({ ...search, tab: tabOf(element), on: undefined })} className={classes['back'] ?? ''}>
        <IconArrowLeft size={16} aria-hidden />{t(`release.${tabOf(element)}`)}
      </Link>
      <Heading>{title ? read(title) : t('element.gone')} <StateBadge color="gray">{piece ? t(`rules.kind.${piece.kind}`) : t(`element.kind.${isPages(assembly, element) ? 'pages' : element.kind}`)}</StateBadge></Heading>
      {title
        ? <>{renderBody?.(element) ?? <ElementBody assembly={assembly} element={element} />}<Connections assembly={later} element={element} /></>
        : <Alert variant="outline" color="yellow">{t('element.goneText')}</Alert>}
    </article>
  )
}

/** Reading begins here: the element was just opened. */
const Heading = ({ children }: { readonly children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return <h2 ref={heading} tabIndex={-1} className={classes['title']}>{children}</h2>
}

const isPages = ({ release }: Assembly, { kind, id }: ElementRef): boolean => kind === 'form' && release.forms.some((form) => form.id === id && form.kind === 'pages')
