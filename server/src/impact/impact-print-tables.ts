import { formatNumber, formatUnit } from '@tieuchi/runtime'
import { gridTable, type Content, type TableCell } from '../prints/print-engine.ts'
import { counting, heading } from './impact-print-words.ts'
import { totalOf, type WrittenImpact } from './impact-sheets.ts'

/** So many units stand on the paper: two pages of them. */
const mostUnits = 70

const right = (text: string): TableCell => ({ text, alignment: 'right' })
const strong = (text: string): TableCell => ({ text, alignment: 'right', bold: true })
const middle = (text: string): TableCell => ({ text, bold: true, alignment: 'center' })

type Matrix = WrittenImpact['figures']['matrix']
type Count = Matrix[number][number]

const columnOf = (matrix: Matrix, to: number): readonly Count[] => matrix.map((line) => line[to] ?? null)

/** Households by result before and after, with the sums of lines and columns. */
export function matrixTable(written: WrittenImpact): Content {
  const { figures: { categories, matrix }, language, say } = written
  const count = counting(written)
  const names = categories.map(({ label }) => label[language])
  const moved = (number: Count, isMove: boolean): TableCell => (isMove ? { text: number === 0 ? '–' : count(number), alignment: 'right', bold: number !== 0 } : right(count(number)))
  return { stack: [heading(say('flow')), gridTable({
    widths: [110, ...names.map(() => '*' as const), 56],
    head: [[say('fromTo'), ...names, say('total')].map(middle)],
    rows: [
      ...matrix.map((line, from) => [{ text: names[from] ?? '', bold: true }, ...line.map((number, to) => moved(number, from !== to)), strong(count(totalOf(line)))]),
      [{ text: say('total'), bold: true }, ...[...names.map((_name, to) => totalOf(columnOf(matrix, to))), totalOf(matrix.flat())].map((number) => strong(count(number)))],
    ],
  })] }
}

/** By how many households a category grows; what stays where it is does not matter, told or not. */
function netOf(matrix: Matrix, category: number): Count {
  const others = (counts: readonly Count[]): Count => totalOf(counts.filter((_count, other) => other !== category))
  const [gain, loss] = [others(columnOf(matrix, category)), others(matrix[category] ?? [])]
  return gain === null || loss === null ? null : gain - loss
}

/** Unit by unit, those where most changes first: how many households there are, how many change, and by how many each category grows. */
export function unitTable(written: WrittenImpact): readonly Content[] {
  const { figures, language, say } = written
  const byUnit = figures.breakdowns.find(({ id }) => id === 'unit')
  const lines = (byUnit?.lines ?? []).toSorted((a, b) => (b.changed ?? 0) - (a.changed ?? 0))
  if (!byUnit || lines.length < 2) return []
  const count = counting(written)
  const signed = (number: Count): string => (number === null || number === 0 ? count(number) : `${number > 0 ? '+' : '−'}${count(Math.abs(number))}`)
  const numbers = ({ households, changed, matrix }: Pick<(typeof lines)[number], 'households' | 'changed' | 'matrix'>): readonly string[] =>
    [count(households), count(changed), ...figures.categories.map((_category, place) => signed(netOf(matrix, place)))]
  const more = lines.length - mostUnits
  return [
    heading(say('unitsTitle'), say('unitsNote')),
    gridTable({
      widths: [110, 38, 44, ...figures.categories.map(() => '*' as const)],
      head: [[byUnit.title[language], say('households'), say('changedShort'), ...figures.categories.map(({ label }) => label[language])].map(middle)],
      rows: [...lines.slice(0, mostUnits).map((line) => [{ text: line.label[language] }, ...numbers(line).map(right)]), [{ text: say('total'), bold: true }, ...numbers(figures).map(strong)]],
    }),
    ...(more > 0 ? [{ text: say('moreUnits', { count: more }), italics: true, margin: [0, 2, 0, 0] } satisfies Content] : []),
  ]
}

/** What each entitlement comes to, before and after. */
export function moneyTable(written: WrittenImpact): readonly Content[] {
  const { figures, language, say } = written
  if (figures.money.length === 0) return []
  const count = counting(written)
  const amount = (value: number, unit: string | undefined): string => (unit === undefined ? '–' : `${formatNumber(value, language)}${formatUnit(unit, language)}`)
  return [heading(say('entitlements')), gridTable({
    widths: ['*', 62, 62, 92, 92],
    head: [[say('item'), say('grantedBefore'), say('grantedAfter'), say('moneyBefore'), say('moneyAfter')].map(middle)],
    rows: figures.money.map(({ title, unit, before, after }) => [{ text: title[language] }, right(count(before.granted)), right(count(after.granted)), right(amount(before.amount, unit)), right(amount(after.amount, unit))]),
  })]
}
