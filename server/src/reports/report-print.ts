import { columnTitle, formatDate, formatFigure, leafColumns, reportHead, type LeafColumn, type SheetRow } from '@tieuchi/runtime'
import { administrativeHead } from '../prints/administrative-head.ts'
import { paperTitle } from '../prints/form-sheet.ts'
import { gridTable, type Content, type PrintDocument, type TableCell } from '../prints/print-engine.ts'
import { sayIn } from '../prints/print-words.ts'
import { sayCounted } from './known-moment.ts'
import { isOfNames, valueText, type WrittenReport } from './report-excel.ts'
import { sayViolations } from './report-violations.ts'
import { columnWidths, isLandscape, margins, numberWidth } from './report-widths.ts'
import { sayReport } from './report-words.ts'

/** A report on paper, as the form has it. */
export const reportPaper = (written: WrittenReport, at: Date): PrintDocument => {
  const { report, unit, language } = written
  const { document, rows, from, to, release } = report
  const counted = sayCounted(report, language)
  const say = sayReport(language)
  const columns = leafColumns(document).map(({ column }) => column)
  const size = columns.length > 12 ? 7 : columns.length > 8 ? 8 : 9
  const title = document.title[language]
  return {
    title, language, at, size, margins, landscape: isLandscape(columns),
    foot: `${say('rules')}: ${release.title[language]}`,
    content: [
      ...administrativeHead({ say: sayIn(language), unit, size: 10 }),
      ...(document.code ? [{ text: document.code[language], italics: true, alignment: 'right' } satisfies Content] : []),
      paperTitle(title, `${unit.name}. ${say('span', { from: formatDate(from), to: formatDate(to) })}`, 12),
      ...(counted === undefined ? [] : [{ text: counted, italics: true, alignment: 'center', margin: [0, 0, 0, 6] } satisfies Content]),
      tableOf(written, columns, size),
      ...(rows.some(({ cells }) => Object.values(cells).some(({ open }) => open > 0)) ? [{ text: say('open'), italics: true, margin: [0, 4, 0, 0] } satisfies Content] : []),
      ...violations(written),
      signers(written),
    ],
  }
}

const tableOf = (written: WrittenReport, columns: readonly LeafColumn[], size: number): Content => {
  const { report: { document, rows }, language } = written
  const say = sayReport(language)
  const numbered = rows.some(({ number }) => number !== undefined)
  const { lines, cells } = reportHead(document)
  const head = Array.from({ length: lines }, (): TableCell[] => Array.from({ length: columns.length + (numbered ? 2 : 1) }, () => ({ text: '' })))
  const put = (line: number, column: number, cell: TableCell): void => {
    const row = head[line]
    if (row) row[column] = cell
  }
  const before = [...(numbered ? [say('number')] : []), say('rowTitle')]
  for (const [index, text] of before.entries()) put(0, index, { text, bold: true, alignment: 'center', rowSpan: lines })
  for (const { column, level, first, across, down } of cells) {
    const text = columnTitle(column)[language]
    put(level, before.length + first, { text, bold: true, alignment: 'center', colSpan: across, rowSpan: down })
  }
  return gridTable({
    widths: [...(numbered ? [numberWidth] : []), '*', ...columnWidths({ columns, rows, size, language })],
    head,
    rows: rows.map((row) => [
      ...(numbered ? [{ text: row.number ?? '', alignment: 'center' } satisfies TableCell] : []),
      { text: row.title[language], bold: row.level === 0 && row.household === undefined, margin: [row.level * 6, 0, 0, 0] },
      ...columns.map((column): TableCell => ({ text: figureText(row, column, written), alignment: column.kind === 'text' || column.kind === 'value' ? 'left' : 'right', bold: row.level === 0 && row.household === undefined })),
    ]),
  })
}

const figureText = (row: SheetRow, column: LeafColumn, { language }: WrittenReport): string => {
  if (column.kind === 'text') return column.text?.[language] ?? ''
  const cell = row.cells[column.id]
  if (column.kind === 'value') return valueText(cell, language)
  if (cell === undefined && isOfNames(row)) return ''
  if (column.kind === 'open' || !cell) return '[?]'
  const figure = cell.value === undefined ? '–' : formatFigure(column, cell.value, language)
  return cell.open > 0 ? `${figure} [${cell.open}]` : figure
}

const violations = (written: WrittenReport): readonly Content[] => sayViolations(written).map((text) => ({ text, italics: true, margin: [0, 2, 0, 0] }))

const signers = ({ report: { document }, language }: WrittenReport): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  stack: [{ columns: (document.signatures ?? []).map(({ title }): Content => ({ alignment: 'center', stack: [{ text: title[language], bold: true }, { text: sayReport(language)('sign'), italics: true }, { text: ' ', margin: [0, 40, 0, 0] }] })) }],
})
