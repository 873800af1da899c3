import { columnTitles, formatNumber, formatUnit, leafColumns, reportHead, sentenceOfColumn, type Assembly, type LeafColumn, type ReportColumn, type ReportDocument, type SheetCell, type SheetRow } from '@tieuchi/runtime'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './reports.module.css'
import { writeFigure } from './write-figure.ts'

/** A figure that was chosen. */
export interface ChosenFigure {
  readonly row: SheetRow
  readonly column: LeafColumn
}

interface ReportTableProps {
  readonly document: ReportDocument
  readonly rows: readonly SheetRow[]
  /** What the conditions of the report are read in, for words. */
  readonly reading: Assembly | undefined
  readonly chosen: ChosenFigure | undefined
  readonly onChoose: (figure: ChosenFigure) => void
}

/** A report as a table: the head of the form, its rows, and every figure to be opened. */
export const ReportTable = ({ document, rows, reading, chosen, onChoose }: ReportTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const head = reportHead(document)
  const lines = Array.from({ length: head.lines }, (_line, level) => head.cells.filter((cell) => cell.level === level))
  const columns = leafColumns(document).map(({ column }) => column)
  const titles = columnTitles(document)
  const numbered = rows.some(({ number }) => number !== undefined)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by the keyboard
    <section className={classes['scroller']} aria-label={read(document.title)} tabIndex={0}>
      <table className={classes['sheet']}>
        <thead>
          {lines.map((cells, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of the head have no other name
            <tr key={line}>
              {line === 0 && numbered && <th rowSpan={lines.length} scope="col" className={classes['number']}>{t('report.number')}</th>}
              {line === 0 && <th rowSpan={lines.length} scope="col" className={classes['title']}>{t('report.rowTitle')}</th>}
              {cells.map(({ column, across, down }) => (
                <th key={column.id} colSpan={across} rowSpan={down} scope={column.kind === 'group' ? 'colgroup' : 'col'} title={tellColumn(reading, column, read)}>
                  {read(column.title)}
                  {'unit' in column && column.unit !== undefined && <span className={classes['unit']}> ({unitOf(column.unit, read)})</span>}
                </th>
              ))}
            </tr>
          ))}
          <tr className={classes['letters']} aria-hidden>
            {numbered && <td>A</td>}
            <td className={classes['title']}>{numbered ? 'B' : 'A'}</td>
            {columns.map(({ id }, index) => <td key={id}>{index + 1}</td>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-level={row.level} data-listed={row.household !== undefined || undefined}>
              {numbered && <td className={classes['number']}>{row.number}</td>}
              <th scope="row" className={classes['title']} data-level={row.level}>{row.household === undefined ? read(row.title) : <Link to="/households/$id/entitlements" params={{ id: row.household }} className={classes['link'] ?? ''}>{read(row.title)}</Link>}</th>
              {columns.map((column) => (
                <FigureCell key={column.id} row={row} column={column} title={read(titles.get(column.id) ?? column.title)} cell={row.cells[column.id]} chosen={chosen?.row.id === row.id && chosen.column.id === column.id} onChoose={onChoose} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const tellColumn = (reading: Assembly | undefined, column: ReportColumn, read: ReturnType<typeof useLanguage>['read']): string | undefined => {
  const sentence = reading && column.kind !== 'group' ? sentenceOfColumn(reading, column) : undefined
  return sentence && read(sentence)
}

const unitOf = (unit: string, read: ReturnType<typeof useLanguage>['read']): string => read({ vi: formatUnit(unit, 'vi').trim(), en: formatUnit(unit, 'en').trim() })

interface FigureCellProps {
  readonly row: SheetRow
  readonly column: LeafColumn
  /** What the column is called where it stands alone. */
  readonly title: string
  readonly cell: SheetCell | undefined
  readonly chosen: boolean
  readonly onChoose: (figure: ChosenFigure) => void
}

const FigureCell = ({ row, column, title, cell, chosen, onChoose }: FigureCellProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const text = writeFigure(column, cell, language)
  if (column.kind === 'text' || column.kind === 'value') return <td className={classes['words']}>{text}</td>
  // A list of names has what the household adds, which opens nothing further.
  if (row.household !== undefined || row.notTold !== undefined) return <td className={classes['added']}>{cell === undefined ? '' : text}</td>
  if (column.kind === 'open') return <td className={classes['unknown']} title={t('report.openColumn')}>{text}</td>
  const open = cell?.open ?? 0
  const violated = cell?.expected
  const beside = open > 0 ? `?${formatNumber(open, language)}` : ''
  const against = violated ? `≠ ${writeFigure(column, { value: violated.value, open: 0 }, language)}` : ''
  // What is seen stands in the name, in its order.
  const told = [
    t('report.figureOf', { column: title, row: read(row.title), figure: [text, beside, against].filter((part) => part !== '').join(' ') }),
    ...(open > 0 ? [t('report.notTold', { count: open })] : []),
    ...(violated ? [t('report.violated', { expected: writeFigure(column, { value: violated.value, open: 0 }, language) })] : []),
  ].join('. ')
  return (
    <td data-violated={violated !== undefined}>
      <button type="button" className={classes['figure']} aria-label={told} title={[...(open > 0 ? [t('report.notTold', { count: open })] : []), ...(violated ? [read(violated.title)] : [])].join('\n') || undefined} aria-pressed={chosen} onClick={() => onChoose({ row, column })}>
        {text}
        {(beside !== '' || against !== '') && (
          <>
            {' '}
            <span className={classes['beside']} aria-hidden>
              {beside !== '' && <span className={classes['open']}>{beside}</span>}
              {beside !== '' && against !== '' && ' '}
              {against !== '' && <span className={classes['expected']}>{against}</span>}
            </span>
          </>
        )}
      </button>
    </td>
  )
}
