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
  useFocusOnLead(tree, lead, renaming, rows.findIndex((row) => row.kind === 'part' && row.key === lead))
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

const bringToLead = (tree: HTMLElement | null, lead: string | undefined, focused: boolean): void => {
  const row = lead === undefined ? null : tree?.querySelector<HTMLElement>(`[data-part="${CSS.escape(lead)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  if (focused) row?.focus({ preventScroll: true })
}

const nothingHasFocus = (): boolean => document.activeElement === document.body

/**
 * The focus follows the keys while it is in the tree, and a line that is moved stays in sight. It comes back to the tree when a name has been
 * written, and when the line that had it goes away or is drawn elsewhere, as in another section.
 */
const useFocusOnLead = (tree: { readonly current: HTMLElement | null }, lead: string | undefined, renaming: string | undefined, place: number): void => {
  const was = useRef(renaming)
  const held = useRef(false)
  useEffect(() => {
    // What had the focus may go away with its part, and no event tells of it; a press beside everything takes it away too.
    const onTurn = ({ target }: Event): void => {
      held.current = tree.current?.contains(target as Node) === true
    }
    for (const event of ['focusin', 'pointerdown']) document.addEventListener(event, onTurn)
    return () => {
      for (const event of ['focusin', 'pointerdown']) document.removeEventListener(event, onTurn)
    }
  }, [tree])
  useEffect(() => {
    const inside = tree.current?.contains(document.activeElement) === true
    const back = (was.current !== undefined && renaming === undefined) || held.current
    was.current = renaming
    bringToLead(tree.current, lead, renaming === undefined && (inside || (back && nothingHasFocus())))
  }, [tree, lead, renaming])
  useEffect(() => {
    if (place < 0 || !held.current || renaming !== undefined) return
    const inside = tree.current?.contains(document.activeElement) === true
    if (inside || nothingHasFocus()) bringToLead(tree.current, lead, !inside)
  }, [tree, lead, renaming, place])
}
