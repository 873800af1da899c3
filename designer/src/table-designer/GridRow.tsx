import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDropTarget } from '../drag/use-drop-target.ts'
import { EvidenceCell } from '../evidence/EvidenceCell.tsx'
import { textOfCell } from './cell-writing.ts'
import { worstOf, type Marks } from './marks.ts'
import { RowNumber, rowKind } from './RowNumber.tsx'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'
import type { ShownRow } from './use-filter.ts'
import type { UnreadCells } from './use-unread-cells.ts'
import { cellKey } from './writing.ts'

interface GridRowProps {
  readonly table: string
  readonly at: ShownRow
  /** Its place among the rows in sight. */
  readonly place: number
  readonly columns: readonly TableColumn[]
  readonly unread: UnreadCells
  readonly marks: Marks
  /** The column the keys stand in; none elsewhere. */
  readonly active: number | undefined
  readonly selectedFrom: number | undefined
  readonly selectedTo: number | undefined
  readonly movable: boolean
  /** In place of the text of the cell where the keys stand. */
  readonly editor: ReactNode
}

/** One row: drawn again only when something of it is another. */
export const GridRow = memo(({ table, at: { row, index }, place, columns, unread, marks, active, selectedFrom, selectedTo, movable, editor }: GridRowProps) => {
  const { ref, lit } = useDropTarget(`before ${row.id}`, rowKind, row.id)
  const worst = worstOf(marks.rows.get(row.id))
  const isSelected = (column: number): boolean => selectedFrom !== undefined && selectedTo !== undefined && column >= selectedFrom && column <= selectedTo
  return (
    <tr ref={ref} aria-rowindex={place + 2} data-place={place} data-worst={worst} data-drop={lit || undefined}>
      <RowNumber id={row.id} number={index + 1} marked={worst !== undefined} selected={selectedFrom === 0 && selectedTo === columns.length - 1} movable={movable} />
      {columns.map((column, at) => (
        <td
          key={column.key}
          tabIndex={active === at ? 0 : -1}
          data-column={at}
          data-side={column.side}
          data-first={at > 0 && columns[at - 1]?.side !== column.side ? true : undefined}
          data-active={active === at || undefined}
          data-worst={worstOf(marks.cells.get(cellKey(row.id, column.key)))}
          aria-selected={isSelected(at)}
          aria-invalid={unread.has(cellKey(row.id, column.key)) || undefined}
        >
          {active === at && editor ? editor : <CellText text={unread.get(cellKey(row.id, column.key))?.text ?? textOfCell(row, column)} side={column.side} />}
        </td>
      ))}
      <td className={classes['evidence']}><EvidenceCell piece={table} part={row.id} /></td>
    </tr>
  )
})

const CellText = ({ text, side }: { readonly text: string; readonly side: TableColumn['side'] }) => {
  const { t } = useTranslation()
  if (text !== '') return text
  if (side === 'when') return <span className={classes['any']}>{t('table.any')}</span>
  return side === 'then' ? <span className={classes['missing']}>{t('table.noResult')}</span> : null
}
