import type { Text } from '@tieuchi/runtime'
import type { ImpactBreakdown } from '../api/contract.ts'
import type { SortText } from '../lists/list-column.ts'
import { netOf } from './flow.ts'

type Line = ImpactBreakdown['lines'][number]

/** What the lines of a breakdown are sorted by: their names, their numbers, or by how much a category grows there. */
export type LineSort = 'label' | 'households' | 'changed' | 'money' | `category${number}`

/** Numbers that are not told come behind all others. */
const numberOf = (line: Line, key: Exclude<LineSort, 'label'>): number => {
  if (key === 'households' || key === 'changed') return line[key] ?? -Infinity
  if (key === 'money') return costOf(line) ?? -Infinity
  return netOf(line.matrix, Number(key.slice('category'.length))) ?? -Infinity
}

/** By how much a line costs more; undefined where nothing is paid, or not all of it in one unit. */
export const costOf = ({ money }: Line): number | undefined => money && money.after - money.before

const isWay = (sort: string): sort is `-${LineSort}` => sort.startsWith('-')

/** Lines in an order; without one as the server sent them. */
export const sortLines = (lines: readonly Line[], sort: SortText<LineSort> | undefined, read: (text: Text) => string): readonly Line[] => {
  if (sort === undefined) return lines
  const backward = isWay(sort)
  const key = (backward ? sort.slice(1) : sort) as LineSort
  const inOrder = lines.toSorted((a, b) => {
    if (key === 'label') return read(a.label).localeCompare(read(b.label), 'vi')
    const [first, second] = [numberOf(a, key), numberOf(b, key)]
    return first === second ? 0 : first - second
  })
  return backward ? inOrder.toReversed() : inOrder
}
