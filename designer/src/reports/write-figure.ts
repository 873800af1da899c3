import { formatFigure, type Language, type LeafColumn, type SheetCell } from '@tieuchi/runtime'

/** What stands in a cell: a number, nothing where there is none to compute, or the words of the column. */
export const writeFigure = (column: LeafColumn, cell: SheetCell | undefined, language: Language): string => {
  if (column.kind === 'text') return column.text?.[language] ?? ''
  if (column.kind === 'value') return cell && cell.open > 0 ? '?' : (cell?.words?.[language] ?? '')
  if (column.kind === 'open' || cell === undefined) return '?'
  return cell.value === undefined ? '–' : formatFigure(column, cell.value, language)
}
