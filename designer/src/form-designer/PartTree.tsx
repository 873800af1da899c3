import type { Assembly } from '@tieuchi/runtime'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { FormPart } from '../editor-store/commands/form-parts.ts'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { lineKey, linesBySection } from './part-lines.ts'
import type { CanvasRow } from './part-rows.ts'
import { titleOfPart } from './part-words.ts'
import { SectionLines } from './SectionLines.tsx'
import { usePartKeys } from './use-part-keys.ts'

interface PartTreeProps {
  readonly design: FormDesign
  readonly rows: readonly CanvasRow[]
  readonly writable: boolean
  readonly onPalette: () => void
  readonly onProperties: () => void
  readonly onFind: () => void
}

/** The form as its parts stand in one another, to be chosen, named and moved. */
export const PartTree = ({ design, rows, writable, onPalette, onProperties, onFind }: PartTreeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { form, selection, renaming, actions } = design
  const tree = useRef<HTMLDivElement>(null)
  const lead = selection.lead ?? rows.find((row) => row.kind === 'part')?.key
  const keys = usePartKeys({ design, rows, writable, onPalette, onProperties, onFind })
  useFocusOnLead(tree, lead, renaming)
  const wordsOf = (of: Assembly, part: FormPart): string => {
    const title = titleOfPart(of, part)
    if (title) return read(title)
    return 'kind' in part && part.kind === 'roster' ? t('design.kind.roster') : ''
  }
  return (
    <div ref={tree} role="tree" aria-label={t('design.canvas', { title: read(form.title) })} aria-multiselectable className={classes['tree']} {...keys}>
      {linesBySection(design, rows, lead, wordsOf).map((lines) => <SectionLines key={lines[0] && lineKey(lines[0])} lines={lines} writable={writable} actions={actions} />)}
    </div>
  )
}

/** The focus follows the keys while it is in the tree, and comes back to it when a name has been written. */
const useFocusOnLead = (tree: { readonly current: HTMLElement | null }, lead: string | undefined, renaming: string | undefined): void => {
  const was = useRef(renaming)
  const held = useRef(false)
  useEffect(() => {
    // What had the focus may go away with its part, and no event tells of it.
    const onFocus = ({ target }: FocusEvent): void => {
      held.current = tree.current?.contains(target as Node) === true
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [tree])
  useEffect(() => {
    const inside = tree.current?.contains(document.activeElement) === true
    const back = (was.current !== undefined && renaming === undefined) || held.current
    was.current = renaming
    const row = lead === undefined ? null : tree.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(lead)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (lead === undefined || renaming !== undefined || !(inside || (back && document.activeElement === document.body))) return
    row?.focus({ preventScroll: true })
  }, [tree, lead, renaming])
}
