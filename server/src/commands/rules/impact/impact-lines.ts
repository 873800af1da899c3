import { formatDate, formatNumber, formatUnit, type Text } from '@tieuchi/runtime'
import type { ImpactFigures } from '../../../impact/impact-schema.ts'
import { alignColumns, type Writing } from '../rules-writing.ts'

export interface ToldImpact {
  readonly before: Text
  readonly after: Text
  readonly subject: Text
  readonly at: string
  readonly near: number
  readonly figures: ImpactFigures
}

/** So many lines of a list are told; --json has them all. */
const mostTold = 20

/** The figures as people read them in a terminal. */
export function impactLines({ before, after, subject, at, near, figures }: ToldImpact, writing: Writing): readonly string[] {
  const [say, written] = [(text: Text) => writing.say(text), countingIn(writing)]
  return [
    ...writing.wrap(`${writing.style('strong', say(before))} → ${writing.style('strong', say(after))}`),
    say({ vi: `${subject.vi}, xét ngày ${formatDate(at)}`, en: `${subject.en}, as of ${formatDate(at)}` }),
    '',
    writing.style('strong', say({ vi: `${written(figures.households)} hộ, ${written(figures.changed)} hộ đổi kết quả.`, en: `${written(figures.households)} households, the result of ${written(figures.changed)} changes.` })),
    '',
    ...matrixLines(figures, writing),
    ...breakdownLines(figures, writing),
    ...listLines({ vi: 'Thay đổi làm đổi kết quả (số hộ sẽ giữ nguyên nếu không có thay đổi đó)', en: 'What changes results (households that would stay as they were without it)' }, figures.changes.map(({ sentence, households }) => [say(sentence), households]), writing),
    ...nearLines(figures, near, writing),
    ...openLines(figures, writing),
    ...moneyLines(figures, writing),
  ]
}

type Counted = (count: number | null) => string

/** A number as it is written in the language. */
const countingIn = ({ language }: Writing): Counted => (count) => (count === null ? '…' : formatNumber(count, language))

/** A table whose numbers stand right. */
const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return alignColumns(rows.map((row) => row.map((cell, column) => (column === 0 ? cell : cell.padStart(widths[column] ?? 0))))).map((line) => `  ${line}`)
}

const matrixLines = ({ categories, matrix }: ImpactFigures, writing: Writing): readonly string[] => [
  writing.style('strong', writing.say({ vi: 'Trước (dòng) → sau (cột)', en: 'Before (lines) → after (columns)' })),
  ...table([['', ...categories.map(({ label }) => writing.say(label))], ...matrix.map((line, from) => [writing.say(categories[from]?.label ?? { vi: '', en: '' }), ...line.map(countingIn(writing))])]),
]

const breakdownLines = ({ breakdowns }: ImpactFigures, writing: Writing): readonly string[] =>
  breakdowns.filter(({ lines }) => lines.length > 1 || lines.some(({ key }) => key !== '')).flatMap(({ title, lines }) => {
    const told = lines.slice(0, mostTold)
    return [
      '',
      writing.style('strong', writing.say({ vi: `Theo ${title.vi.charAt(0).toLowerCase()}${title.vi.slice(1)}`, en: `By ${title.en.charAt(0).toLowerCase()}${title.en.slice(1)}` })),
      ...table([['', writing.say({ vi: 'hộ', en: 'households' }), writing.say({ vi: 'đổi', en: 'changed' })], ...told.map(({ label, households, changed }) => [writing.say(label), ...[households, changed].map(countingIn(writing))])]),
      ...restOf(lines.length - told.length, writing),
    ]
  })

const restOf = (rest: number, writing: Writing): readonly string[] => (rest > 0 ? [`  ${writing.say({ vi: `và ${rest} dòng nữa; xem đủ bằng --json`, en: `and ${rest} more; --json has them all` })}`] : [])

/** Sentences with a number of households each. */
const listLines = (title: Text, lines: readonly (readonly [string, number | null])[], writing: Writing): readonly string[] => {
  const some = lines.filter(([, households]) => households !== 0)
  if (some.length === 0) return []
  return ['', writing.style('strong', writing.say(title)), ...some.slice(0, mostTold).flatMap(([sentence, households]) => writing.wrap(`• ${sentence}: ${countingIn(writing)(households)}`, 2, 4)), ...restOf(some.length - mostTold, writing)]
}

const nearLines = ({ lines }: ImpactFigures, near: number, writing: Writing): readonly string[] =>
  listLines(
    { vi: `Hộ sát mức (${near}%): kết quả sẽ khác nếu mức thấp hơn, hoặc cao hơn`, en: `Near a line (${near}%): the result would be another if it lay lower, or higher` },
    lines.flatMap((line) => (['lower', 'higher'] as const).map((side) => {
      const moved = line.value + (side === 'lower' ? -line.step : line.step)
      return [`${writing.say(line.title)} ${formatNumber(line.value, writing.language)} → ${formatNumber(moved, writing.language)}${formatUnit(line.unit, writing.language)}`, line[side]] as const
    })),
    writing,
  )

const openLines = ({ undetermined: { households, looked, questions } }: ImpactFigures, writing: Writing): readonly string[] => {
  const written = countingIn(writing)
  return households === 0 ? [] : listLines({ vi: `${written(households)} hộ chưa đủ thông tin; câu hỏi còn thiếu, trong ${written(looked)} hộ đã xem`, en: `${written(households)} households are undetermined; questions that can still decide, of ${written(looked)} looked at` }, questions.map(({ title, households: some }) => [writing.say(title), some]), writing)
}

const moneyLines = ({ money }: ImpactFigures, writing: Writing): readonly string[] => {
  if (money.length === 0) return []
  const written = countingIn(writing)
  const heads: readonly Text[] = [{ vi: 'được hưởng trước', en: 'granted before' }, { vi: 'được hưởng sau', en: 'granted after' }, { vi: 'số tiền trước', en: 'amount before' }, { vi: 'số tiền sau', en: 'amount after' }, { vi: 'chưa rõ tiền sau', en: 'unknown after' }]
  return [
    '',
    writing.style('strong', writing.say({ vi: 'Quyền lợi', en: 'Entitlements' })),
    ...table([['', ...heads.map((head) => writing.say(head))], ...money.map(({ title, unit, before, after }) => {
      const amount = (value: number) => (unit === undefined ? '–' : `${formatNumber(value, writing.language)}${formatUnit(unit, writing.language)}`)
      return [writing.say(title), written(before.granted), written(after.granted), amount(before.amount), amount(after.amount), written(after.unknown)]
    })]),
  ]
}
