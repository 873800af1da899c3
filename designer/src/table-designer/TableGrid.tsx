import { Fragment, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDropTarget } from '../drag/use-drop-target.ts'
import { useLatest } from '../ui/use-latest.ts'
import { CellEditor } from './CellEditor.tsx'
import type { ColumnActions } from './ColumnHead.tsx'
import { widthOf } from './column-width.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { rectangleOf, type Position, type Selection } from './grid-selection.ts'
import type { Marks } from './marks.ts'
import { rowKind } from './RowNumber.tsx'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'
import type { Filter, ShownRow } from './use-filter.ts'
import type { GridInput } from './use-grid-input.ts'
import { useGridRows } from './use-grid-rows.ts'
import type { UnreadCells } from './use-unread-cells.ts'

interface TableGridProps {
  readonly table: string
  readonly label: string
  readonly columns: readonly TableColumn[]
  readonly shown: readonly ShownRow[]
  readonly filter: Filter
  readonly unread: UnreadCells
  readonly marks: Marks
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  /** Grows each time the focus is asked to go into the grid. */
  readonly focusAsked: number
  readonly input: GridInput
  readonly isReadable: (text: string) => boolean
  readonly columnActions: ColumnActions
}

const GUTTER = 72
const EVIDENCE = 88

/** The cell an event happened at; of the number of a row the whole row. */
const cellAt = (event: MouseEvent | FocusEvent, columns: number): { readonly from: Position; readonly to: Position } | undefined => {
  const target = event.target instanceof Element ? event.target : undefined
  const row = Number(target?.closest('[data-place]')?.getAttribute('data-place') ?? Number.NaN)
  const column = target?.closest('[data-column]')?.getAttribute('data-column')
  if (Number.isNaN(row)) return undefined
  if (column !== null && column !== undefined) return { from: { row, column: Number(column) }, to: { row, column: Number(column) } }
  return target?.closest('[data-gutter]') ? { from: { row, column: columns - 1 }, to: { row, column: 0 } } : undefined
}

/** The table as a spreadsheet: conditions, results, what rows rest on; the keys stand in one cell, which has the focus. */
export const TableGrid = ({ table, label, columns, shown, filter, unread, marks, selection, onSelect, focusAsked, input, isReadable, columnActions }: TableGridProps) => {
  const { t } = useTranslation()
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const holds = useRef(false)
  const { head } = selection
  const selected = rectangleOf(selection)
  const { items, gapBefore, gapAfter } = useGridRows(frame, shown.length, head.row)
  const widths = useMemo(() => columns.map((column) => widthOf(column, shown.slice(0, 60).map(({ row }) => row))), [columns, shown])
  const onFilter = useLatest(filter.set)
  const onMove = useLatest(columnActions.move)
  const onRemove = useLatest(columnActions.remove)
  const column = columns[head.column]
  useLayoutEffect(() => {
    holds.current = focusAsked > 0
  }, [focusAsked])
  useLayoutEffect(() => {
    const cell = holds.current && !input.editing ? frame?.querySelector<HTMLElement>('[data-active]') : undefined
    if (cell && cell !== document.activeElement) cell.focus()
  })
  const editor = input.editing && column && (
    <CellEditor key={`${head.row} ${column.key}`} label={t('table.cell', { title: column.title, number: (shown[head.row]?.index ?? 0) + 1 })} column={column} text={input.editing.text} isReadable={isReadable} onWrite={input.finish} onCancel={input.cancel} />
  )
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('input, [data-grip]'))) return
    const cell = cellAt(event, columns.length)
    if (!cell) return
    // What is being written counts before the keys go elsewhere.
    if (input.editing && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    holds.current = true
    onSelect(event.shiftKey ? { anchor: selection.anchor, head: cell.to } : { anchor: cell.from, head: cell.to })
  }
  const onFocus = (event: FocusEvent): void => {
    holds.current = event.target.closest('tbody') !== null
    const cell = event.target instanceof HTMLTableCellElement ? cellAt(event, columns.length) : undefined
    if (cell && (cell.to.row !== head.row || cell.to.column !== head.column)) onSelect({ anchor: cell.from, head: cell.to })
  }
  const onMouseMove = (event: MouseEvent): void => {
    const to = (event.buttons & 1) === 1 && holds.current && !input.editing ? cellAt(event, columns.length)?.to : undefined
    if (to && (to.row !== head.row || to.column !== head.column)) onSelect({ anchor: selection.anchor, head: to })
  }
  return (
    <div ref={setFrame} className={classes['frame']}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern of a grid allows for it, and its rows and cells need no roles then
        role="grid"
        aria-label={label}
        aria-rowcount={shown.length + 1}
        aria-multiselectable
        className={classes['grid']}
        style={{ width: GUTTER + EVIDENCE + widths.reduce((sum, width) => sum + width, 0) }}
        onCopy={input.editing ? undefined : input.onCopy}
        onCut={input.editing ? undefined : input.onCut}
        onPaste={input.editing ? undefined : input.onPaste}
        onFocus={onFocus}
        onBlur={({ relatedTarget }) => { if (relatedTarget !== null) holds.current = relatedTarget instanceof Element && relatedTarget.closest('tbody') !== null }}
      >
        <colgroup>
          <col style={{ width: GUTTER }} />
          {columns.map(({ key }, index) => <col key={key} style={{ width: widths[index] }} />)}
          <col style={{ width: EVIDENCE }} />
        </colgroup>
        <GridHead columns={columns} texts={filter.texts} onFilter={onFilter} onMove={onMove} onRemove={onRemove} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cells are those of a grid, worked with by keys */}
        <tbody onKeyDown={input.editing ? undefined : input.onKeyDown} onMouseDown={onMouseDown} onMouseMove={onMouseMove} onDoubleClick={input.edit}>
          {items.map(({ index }, position) => {
            const at = shown[index]
            const isIn = index >= selected.top && index <= selected.bottom
            return at && (
              <Fragment key={at.row.id}>
                <Gap height={gapBefore(position)} />
                <GridRow table={table} at={at} place={index} columns={columns} unread={unread} marks={marks} active={index === head.row ? head.column : undefined} selectedFrom={isIn ? selected.left : undefined} selectedTo={isIn ? selected.right : undefined} movable={!filter.active} editor={index === head.row ? editor : undefined} />
              </Fragment>
            )
          })}
          <Gap height={gapAfter} />
          <LastDrop table={table} />
        </tbody>
      </table>
    </div>
  )
}

/** Behind the last row. */
const LastDrop = ({ table }: { readonly table: string }) => {
  const { ref, lit } = useDropTarget(`behind ${table}`, rowKind, undefined)
  return <tr ref={ref} aria-hidden className={classes['last']} data-drop={lit || undefined} />
}

const Gap = ({ height }: { readonly height: number }) => (height > 0 ? <tr aria-hidden className={classes['gap']} style={{ height }} /> : null)
