import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DropLine } from '../drag/DropLine.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { partKind, type DropPlace } from './part-drag.ts'
import type { CanvasRow, EndRow } from './part-rows.ts'
import { titleOfPart } from './part-words.ts'
import { PartLine } from './PartLine.tsx'
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
  const { form, assembly, selection, renaming, issues, actions } = design
  const tree = useRef<HTMLDivElement>(null)
  const lead = selection.lead ?? rows.find((row) => row.kind === 'part')?.key
  const keys = usePartKeys({ design, rows, writable, onPalette, onProperties, onFind })
  useFocusOnLead(tree, lead, renaming)
  const marked = new Set(selection.keys)
  return (
    <div ref={tree} role="tree" aria-label={t('design.canvas', { title: read(form.title) })} aria-multiselectable className={classes['tree']} {...keys}>
      {rows.map((row) => {
        if (row.kind === 'end') return <End key={`end ${row.key}`} row={row} />
        const { part } = row
        const field = 'kind' in part && part.kind === 'field' ? assembly.fields.get(part.field)?.schema : undefined
        const title = titleOfPart(assembly, part)
        return (
          <PartLine
            key={row.key}
            row={row}
            title={title ? read(title) : 'kind' in part && part.kind === 'roster' ? t('design.kind.roster') : ''}
            schema={field}
            list={field?.['x-list'] === undefined ? undefined : assembly.lists.get(field['x-list'])}
            selected={marked.has(row.key)}
            lead={row.key === lead}
            renaming={row.key === renaming}
            issues={issues.get(row.key)}
            writable={writable}
            actions={actions}
          />
        )
      })}
    </div>
  )
}

const End = ({ row }: { readonly row: EndRow }) => {
  const { t } = useTranslation()
  return (
    <div role="presentation" style={{ paddingInlineStart: (row.level - 1) * 20 }}>
      <DropLine id={`end ${row.key}`} kind={partKind} onto={{ into: row.key } satisfies DropPlace} />
      {row.empty && <p className={classes['empty']}>{t('design.emptyPart')}</p>}
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
