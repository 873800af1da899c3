import { blocksOf, leafColumns, reportHead, type HeadCell, type ReportDocument } from '@tieuchi/runtime'
import { spotOf, type ReportSelection, type Spot } from './report-selection.ts'

const column = (id: string | undefined): Spot | undefined => (id === undefined ? undefined : { kind: 'column', id })
const block = (id: string | undefined): Spot | undefined => (id === undefined ? undefined : { kind: 'block', id })

const covers = ({ level, down, first, across }: HeadCell, line: number, place: number): boolean => level <= line && line < level + down && first <= place && place < first + across

const fromColumn = (report: ReportDocument, id: string, key: string): Spot | undefined => {
  const { cells } = reportHead(report)
  const cell = cells.find((each) => each.column.id === id)
  if (!cell) return undefined
  const at = (line: number, place: number): Spot | undefined => column(cells.find((each) => covers(each, line, place))?.column.id)
  if (key === 'ArrowLeft') return at(cell.level, cell.first - 1)
  if (key === 'ArrowRight') return at(cell.level, cell.first + cell.across)
  if (key === 'ArrowUp') return at(cell.level - 1, cell.first)
  return cell.column.kind === 'group' ? at(cell.level + 1, cell.first) : block(blocksOf(report)[0]?.block.id)
}

const fromBlock = (report: ReportDocument, id: string, key: string): Spot | undefined => {
  const all = blocksOf(report).map(({ block: { id: each } }) => each)
  const at = all.indexOf(id)
  const first = leafColumns(report)[0]?.column.id
  if (key === 'ArrowRight') return column(first)
  if (key === 'ArrowUp') return at <= 0 ? column(first) : block(all[at - 1])
  return key === 'ArrowDown' ? block(all[at + 1]) : undefined
}

/** Where an arrow leads in the head and the rows of a report form, Home and End to its first and last column; undefined where it leads nowhere. */
export const stepTo = (report: ReportDocument, selection: ReportSelection, key: string): Spot | undefined => {
  const leaves = leafColumns(report)
  if (key === 'Home') return column(leaves[0]?.column.id)
  if (key === 'End') return column(leaves.at(-1)?.column.id)
  if (!key.startsWith('Arrow')) return undefined
  const spot = spotOf(selection)
  if (!spot) return column(leaves[0]?.column.id)
  return spot.kind === 'column' ? fromColumn(report, spot.id, key) : fromBlock(report, spot.id, key)
}
