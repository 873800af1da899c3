import { formatNumber, type LeafColumn, type SheetCell } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import sheet from '../reports/reports.module.css'
import { writeFigure } from '../reports/write-figure.ts'
import type { DrawnRow } from './drawn-rows.ts'
import type { ReportDesk } from './report-desk.ts'
import classes from './report-designer.module.css'
import { TitleInput } from './TitleInput.tsx'
import { WrongMark } from './WrongMark.tsx'

/** A row of the form with the figures of a unit; it stands for its block. */
export const ReportSheetRow = ({ row, columns, desk: { selection, renaming, issues, actions, writable } }: { readonly row: DrawnRow; readonly columns: readonly LeafColumn[]; readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { block, first } = row
  const spot = { kind: 'block', id: block } as const
  const chosen = selection.kind === 'block' && selection.id === block
  const wrong = first && issues.blocks.get(block)?.some(({ severity }) => severity === 'error') === true
  const marked = selection.kind === 'columns' ? selection.ids : []
  const writing = first && row.written && renaming?.kind === 'block' && renaming.id === block
  return (
    <tr data-level={row.level} data-chosen={chosen || undefined}>
      <th scope="row" className={sheet['title']} data-level={row.level} data-wrong={wrong || undefined}>
        {writing
          ? <TitleInput text={renaming.text ?? read(row.title)} marked={renaming.text === undefined} onEnd={actions.endRename} />
          : (
            <button type="button" {...(first && { 'data-spot': `block.${block}` })} tabIndex={chosen && first ? 0 : -1} aria-pressed={chosen} onClick={() => actions.select(spot)} onDoubleClick={() => writable && row.written && actions.rename(spot)}>
              <span className={classes['numbered']}>
                {row.number !== undefined && <span className={classes['rowNumber']}>{row.number}</span>}
                <span>{read(row.title) || t('reportDesign.untitled')}{wrong && <WrongMark />}</span>
              </span>
            </button>
          )}
      </th>
      {columns.map((column) => {
        const cell = row.cells[column.id]
        return (
          <td key={column.id} data-column={column.id} data-marked={marked.includes(column.id) || undefined} className={column.kind === 'text' || column.kind === 'value' ? sheet['words'] : column.kind === 'open' ? sheet['unknown'] : classes['figure']} data-violated={cell?.expected !== undefined}>
            {cell === undefined && (column.kind === 'measure' || column.kind === 'formula') ? (row.listed ? '' : '…') : writeFigure(column, cell, language)}
            {cell && column.kind !== 'value' && <Beside column={column} cell={cell} />}
          </td>
        )
      })}
    </tr>
  )
}

/** What stands beside a figure: households of which it cannot be told, and what it should have been by a check. */
const Beside = ({ column, cell: { open, expected } }: { readonly column: LeafColumn; readonly cell: SheetCell }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  if (open === 0 && !expected) return null
  return (
    <span className={sheet['beside']}>
      {open > 0 && <span className={sheet['open']} title={t('report.notTold', { count: open })}>?{formatNumber(open, language)}</span>}
      {open > 0 && expected && ' '}
      {expected && <span className={sheet['expected']} title={read(expected.title)}>≠ {writeFigure(column, { value: expected.value, open: 0 }, language)}</span>}
    </span>
  )
}
