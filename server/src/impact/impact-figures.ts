import { fieldKindOf, formatOfField, formatValue, titleOfQuestion, type Assembly, type Language, type Text } from '@tieuchi/runtime'
import type { FlowCell } from '../batches/flow-counts.ts'
import { describeMoney, moneyOfUnits } from './impact-money.ts'
import type { ImpactPartRow } from './impact-queries.ts'
import type { ImpactBreakdown, ImpactCategory, ImpactFigures } from './impact-schema.ts'
import type { BreakdownLine, FoundFlow, FoundPart, ImpactPlan } from './found.ts'
import { breakdownsOf, type Breakdown } from './judging/breakdowns.ts'
import { standingKey, standingsIn, type SubjectWords } from './standing.ts'

/** What figures are told with. */
export interface FigureWords {
  /** The rules after, and those before. */
  readonly assembly: Assembly
  readonly before: Assembly
  readonly subject: SubjectWords
  /** The part of the area a unit belongs to, and what it is called. */
  readonly partOf: (unit: string) => { readonly id: string; readonly name: string }
}

export interface FoundFigures {
  readonly plan: ImpactPlan
  readonly flow: FoundFlow
  readonly parts: readonly Pick<ImpactPartRow, 'found'>[]
}

/** Categories of a flow, in order, with the place of each. */
export function categoriesOf(cells: readonly FlowCell[], { inOrder, labelOf, toneOf }: SubjectWords): { readonly categories: readonly ImpactCategory[]; readonly placeOf: (key: string) => number } {
  const standings = inOrder(standingsIn(cells))
  const places = new Map(standings.map((standing, place) => [standingKey(standing), place]))
  const categories = standings.map((standing): ImpactCategory => {
    const tone = toneOf(standing)
    return { ...standing, label: labelOf(standing), ...(tone !== undefined && { tone }) }
  })
  return { categories, placeOf: (key) => places.get(key) ?? -1 }
}

export function matrixOf(cells: readonly FlowCell[], size: number, placeOf: (key: string) => number): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const { before, after, households } of cells) {
    const line = matrix[placeOf(standingKey(before))]
    const column = placeOf(standingKey(after))
    if (line && column >= 0) line[column] = (line[column] ?? 0) + households
  }
  return matrix
}

/** All figures, as far as they were found. */
export function describeFigures({ plan, flow, parts }: FoundFigures, words: FigureWords): ImpactFigures {
  const { categories, placeOf } = categoriesOf(flow.cells, words.subject)
  const found = parts.flatMap((part) => (part.found ? [part.found] : []))
  const linesOf = (breakdown: Breakdown): ImpactBreakdown['lines'] => describeLines(flow.breakdowns.find(({ id }) => id === breakdown.id)?.lines ?? [], breakdown, words, { size: categories.length, placeOf }).map(({ keys, ...line }) => {
    const money = breakdown.of === 'unit' ? moneyOfUnits(flow.money, [words.assembly, words.before], keys) : undefined
    return { ...line, ...(money && { money }) }
  })
  return {
    categories: [...categories],
    households: flow.cells.reduce((sum, { households }) => sum + households, 0),
    changed: flow.changed,
    matrix: matrixOf(flow.cells, categories.length, placeOf),
    breakdowns: breakdownsOf(words.assembly.common).map((breakdown) => ({ id: breakdown.id, title: titleOfBreakdown(breakdown), lines: linesOf(breakdown) })),
    money: describeMoney(flow.money, [words.assembly, words.before]),
    changes: plan.changes.map((change) => ({ ...change, path: [...change.path], households: sumOf(found, ({ changes }) => changes[change.id]) })).toSorted((a, b) => b.households - a.households),
    lines: plan.lines.flatMap((line) => {
      const parameter = words.assembly.release.parameters[line.parameter]
      const [lower, higher] = [sumOf(found, ({ lines }) => lines[line.id]?.lower), sumOf(found, ({ lines }) => lines[line.id]?.higher)]
      return parameter ? [{ ...line, title: titleOfLine(words.assembly, line), unit: parameter.unit, lower, higher }] : []
    }),
    undetermined: {
      households: sumOf(found, ({ undetermined }) => undetermined),
      looked: sumOf(found, ({ looked }) => looked),
      questions: questionsIn(found).map((field) => ({ field, title: titleOfQuestion(words.assembly, field), households: sumOf(found, ({ questions }) => questions[field]) })).toSorted((a, b) => b.households - a.households),
    },
    veiled: false,
  }
}

/** The places of categories in a matrix. */
interface MatrixPlaces {
  readonly size: number
  readonly placeOf: (key: string) => number
}

/** The lines of a breakdown, each with the keys told together in it. */
export const describeLines = (lines: readonly BreakdownLine[], breakdown: Breakdown, words: Pick<FigureWords, 'assembly' | 'partOf'>, { size, placeOf }: MatrixPlaces) => groupLines(lines, breakdown, words).map(({ key, label, cells, keys }) => {
  const matrix = matrixOf(cells, size, placeOf)
  const households = sizeOf(cells)
  return { key, label, households, changed: households - matrix.reduce((sum, line, place) => sum + (line[place] ?? 0), 0), matrix, keys }
})

const sumOf = (parts: readonly FoundPart[], numberIn: (part: FoundPart) => number | undefined): number => parts.reduce((sum, part) => sum + (numberIn(part) ?? 0), 0)

const questionsIn = (parts: readonly FoundPart[]): readonly string[] => [...new Set(parts.flatMap(({ questions }) => Object.keys(questions)))]

const languages: readonly Language[] = ['vi', 'en']

const inBoth = (write: (language: Language) => string): Text => {
  const [vi = '', en = ''] = languages.map(write)
  return { vi, en }
}

/** A parameter by its name, with the key whose value it is. */
function titleOfLine({ release, fields, lists }: Assembly, { parameter: id, key }: ImpactPlan['lines'][number]): Text {
  const parameter = release.parameters[id]
  const title = parameter?.title ?? { vi: id, en: id }
  if (key === undefined) return title
  const list = fields.get(parameter?.by ?? '')?.schema['x-list']
  return inBoth((language) => `${title[language]}, ${formatValue(key, { unit: undefined, list, lists, language })}`)
}

const unitTitle: Text = { vi: 'Đơn vị', en: 'Unit' }
const membersTitle: Text = { vi: 'Số thành viên', en: 'Members' }
const without: Text = { vi: 'chưa có thông tin', en: 'not known' }

export const titleOfBreakdown = ({ of, field, id }: Breakdown): Text => {
  if (of === 'unit') return unitTitle
  if (of === 'members') return membersTitle
  const label = field?.schema['x-label'] ?? { vi: id, en: id }
  return id.startsWith('head.') ? { vi: `${label.vi} chủ hộ`, en: `${label.en} of the head` } : label
}

/** Larger households are told together. */
const mostMembers = 10

/** Lines told together, with the keys of all of them. */
interface GroupedLine {
  readonly key: string
  readonly label: Text
  readonly cells: readonly FlowCell[]
  readonly keys: ReadonlySet<string>
}

/** The lines of a breakdown by what they are told by: units by the part of the area, answers by their words. */
function groupLines(lines: readonly BreakdownLine[], { of, field }: Breakdown, { assembly: { lists }, partOf }: Pick<FigureWords, 'assembly' | 'partOf'>): readonly GroupedLine[] {
  const nameOf = (key: string): { readonly key: string; readonly label: Text } => {
    if (key === '') return { key, label: without }
    if (of === 'unit') {
      const { id, name } = partOf(key)
      return { key: id, label: { vi: name, en: name } }
    }
    if (of === 'members') return Number(key) >= mostMembers ? { key: String(mostMembers), label: { vi: `từ ${mostMembers}`, en: `${mostMembers} or more` } } : { key, label: { vi: key, en: key } }
    const answer = field && fieldKindOf(field.schema) === 'yes-no' ? key === 'true' : key
    return { key, label: inBoth((language) => formatValue(answer, { ...formatOfField(field?.schema), unit: undefined, lists, language })) }
  }
  const groups = new Map<string, { key: string; label: Text; cells: FlowCell[]; keys: Set<string> }>()
  for (const line of lines) {
    const { key, label } = nameOf(line.key)
    const group = groups.get(key) ?? { key, label, cells: [], keys: new Set<string>() }
    groups.set(key, group)
    group.cells.push(...line.cells)
    group.keys.add(line.key)
  }
  return [...groups.values()].toSorted((a, b) => (of === 'members' ? Number(a.key) - Number(b.key) : sizeOf(b.cells) - sizeOf(a.cells)))
}

const sizeOf = (cells: readonly FlowCell[]): number => cells.reduce((sum, { households }) => sum + households, 0)
