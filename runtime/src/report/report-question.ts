import type { CommonDocument } from '../documents/common-document.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Expression, LogicPiece, Rule } from '../documents/logic-document.ts'
import type { CodesBlock, ConditionsBlock, Measure, MeasureColumn, ReportDocument, ReportEnd, RowBlock } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { blocksOf, leafColumns } from './report-columns.ts'
import { assembleReport, type ReportParts, type ReportSpan } from './report-rules.ts'

/** What each household adds to a column: 1, 1 where a rule holds, or the number a fact comes to. */
export type Figure = FigureOf & {
  readonly column: string
  /** Of a share: the part, or what it is a part of. */
  readonly part?: 'among'
  /** Of a block of members: the row. */
  readonly row?: string
}

type FigureOf = { readonly kind: 'one' } | { readonly kind: 'rule'; readonly rule: string } | { readonly kind: 'fact'; readonly fact: string }

/** By what rows of a block are told apart. */
export type RowKey =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'rules'; readonly rows: readonly { readonly row: string; readonly rule: string }[] }

/** A block of rows as it is asked: by its keys, and by unit always. */
export interface BlockQuestion {
  readonly block: string
  readonly keys: readonly RowKey[]
  readonly figures: readonly Figure[]
}

/** What is asked of every household for the columns of one end of the period. */
export interface ReportQuestion {
  readonly at: ReportEnd
  readonly assembly: Assembly
  readonly blocks: readonly BlockQuestion[]
}

export interface ReportAsked extends ReportParts {
  readonly report: ReportDocument
  readonly span: ReportSpan
  /** Whether `units` are told apart by the place of the register, for no unit is below the one that reports. */
  readonly byPlace: boolean
}

const rulesOf = 'report_rules'
const none: Text = { vi: '–', en: '–' }

/** Writes down what is asked, each thing once. */
class QuestionWriter {
  readonly #facts: LogicPiece[] = []
  readonly #rules: Rule[] = []

  get logic(): readonly LogicPiece[] {
    return this.#rules.length === 0 ? this.#facts : [...this.#facts, { kind: 'rules', id: rulesOf, title: none, rules: this.#rules }]
  }

  rule(id: string, conditions: Condition | undefined): FigureOf {
    if (!conditions) return { kind: 'one' }
    this.#rules.push({ id, title: none, conditions, event: { type: 'counted' } })
    return { kind: 'rule', rule: id }
  }

  fact(id: string, value: Expression): FigureOf {
    this.#facts.push({ kind: 'fact', id, title: none, value })
    return { kind: 'fact', fact: id }
  }

  /** Rows by what a fact comes to. */
  key(block: string, read: string): RowKey {
    const fact = `key_${block}`
    this.#facts.push({ kind: 'fact', id: fact, title: none, value: { fact: read } })
    return { kind: 'fact', fact }
  }

  /** Rows by what is answered of the head: one for each code that this may be. */
  headKey({ id, fact }: CodesBlock, { register: { head }, dictionary, lists }: CommonDocument): RowKey {
    const list = dictionary.properties.members.items.properties[fact]?.['x-list']
    const codes = lists.find((each) => each.id === list)?.entries.map(({ code }) => code) ?? []
    const isHead: Condition = { id: 'isthehead2', fact: head.field, operator: 'equal', value: head.value }
    return {
      kind: 'rules',
      rows: codes.map((code, index) => {
        const rule = `key_${id}_${index}`
        this.rule(rule, this.anyMember(`${rule}_head`, { all: [isHead, { id: 'ishecoded2', fact, operator: 'equal', value: code }] }))
        return { row: code, rule }
      }),
    }
  }

  /** That some member is in a row. */
  anyMember(id: string, where: Condition): Condition {
    this.#facts.push({ kind: 'fact', id, title: none, value: { any: 'members', where } })
    return { id: 'anymember2', fact: id, operator: 'equal', value: true }
  }
}

const all = (...conditions: readonly (Condition | undefined)[]): Condition | undefined => {
  const there = conditions.filter((condition) => condition !== undefined)
  return there.length > 1 ? { all: there } : there[0]
}

/** Of members the row they are counted in; of households, one in which some member is. */
interface MemberRow {
  readonly id: string
  readonly where: Condition
}

const count = (writer: QuestionWriter, id: string, counted: 'households' | 'members', where: Condition | undefined, row: MemberRow | undefined): FigureOf => {
  if (counted === 'households') return writer.rule(id, all(where, row && writer.anyMember(`${id}_some`, row.where)))
  const whose = all(where, row?.where)
  return writer.fact(id, { count: 'members', ...(whose && { where: whose }) })
}

const sum = (writer: QuestionWriter, id: string, { sum: counted, value, where }: Extract<Measure, { readonly sum: unknown }>, row: MemberRow | undefined): FigureOf => {
  if (counted === 'members') {
    const whose = all(where, row?.where)
    return writer.fact(id, { sum: 'members', value, ...(whose && { where: whose }) })
  }
  const whose = all(where, row && writer.anyMember(`${id}_some`, row.where))
  return writer.fact(id, whose ? { if: whose, then: value, else: 0 } : value)
}

const figuresOf = (writer: QuestionWriter, { id: column, measure }: MeasureColumn, row: MemberRow | undefined, prefix: string): readonly Figure[] => {
  const id = `${prefix}${column}`
  const tag = { column, ...(row && { row: row.id }) }
  if ('count' in measure) return [{ ...count(writer, id, measure.count, measure.where, row), ...tag }]
  if ('sum' in measure) return [{ ...sum(writer, id, measure, row), ...tag }]
  return [
    { ...count(writer, id, measure.share, all(measure.among, measure.where), row), ...tag },
    { ...count(writer, `${id}_among`, measure.share, measure.among, row), ...tag, part: 'among' },
  ]
}

const keyOf = (writer: QuestionWriter, block: RowBlock, place: string | undefined, common: CommonDocument): readonly RowKey[] => {
  if (block.kind === 'codes') return [block.of === 'head' ? writer.headKey(block, common) : writer.key(block.id, block.fact)]
  if (block.kind === 'units') return place === undefined ? [] : [writer.key(block.id, place)]
  if (block.kind === 'total' || block.of === 'members') return []
  const rows = block.conditions.map(({ id, where }) => {
    const rule = `key_${block.id}_${id}`
    writer.rule(rule, where)
    return { row: id, rule }
  })
  return [{ kind: 'rules', rows }]
}

const memberFigures = (writer: QuestionWriter, { id, conditions }: ConditionsBlock, columns: readonly MeasureColumn[]): readonly Figure[] =>
  conditions.flatMap((row) => columns.flatMap((column) => figuresOf(writer, column, row, `cell_${id}_${row.id}_`)))

/** What is asked for the columns of one end of the period; undefined where there is none. */
export const askReport = (asked: ReportAsked, at: ReportEnd): ReportQuestion | undefined => {
  const { report, span, byPlace, common } = asked
  const place = byPlace ? common.register.place : undefined
  const columns = leafColumns(report).flatMap(({ column }) => (column.kind === 'measure' && (column.at ?? 'end') === at ? [column] : []))
  if (columns.length === 0) return undefined
  const writer = new QuestionWriter()
  const figures = columns.flatMap((column) => figuresOf(writer, column, undefined, 'column_'))
  const keys = new Map<RowBlock, readonly RowKey[]>()
  const blocks = blocksOf(report).map(({ block, within }): BlockQuestion => {
    keys.set(block, keyOf(writer, block, place, common))
    const own = block.kind === 'conditions' && block.of === 'members' ? memberFigures(writer, block, columns) : figures
    return { block: block.id, keys: [...within, block].flatMap((each) => keys.get(each) ?? []), figures: own }
  })
  return { at, blocks, assembly: assembleReport(asked, [...(report.logic ?? []), ...writer.logic], span) }
}

/** The facts a plan has to find for a question. */
export const factsAsked = ({ blocks }: ReportQuestion): readonly string[] => [
  ...new Set(blocks.flatMap(({ keys, figures }) => [
    ...keys.flatMap((key) => (key.kind === 'fact' ? [key.fact] : [])),
    ...figures.flatMap((figure) => (figure.kind === 'fact' ? [figure.fact] : [])),
  ])),
]

/** The set that the rules of a question stand in. */
export const questionRules = rulesOf
