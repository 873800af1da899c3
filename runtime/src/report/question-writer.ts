import type { CommonDocument } from '../documents/common-document.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Expression, LogicPiece, Rule } from '../documents/logic-document.ts'
import type { CodesBlock, ConditionsBlock, Measure, MeasureColumn, RowBlock } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { questionRules, type Figure, type FigureOf, type RowKey } from './asked-figures.ts'

/** The one row of a list of names, where a condition tells who stands in it. */
export const listed = 'listed'

const none: Text = { vi: '–', en: '–' }

/** Writes down what is asked, each thing once. */
export class QuestionWriter {
  readonly #facts: LogicPiece[] = []
  readonly #rules: Rule[] = []

  get logic(): readonly LogicPiece[] {
    return this.#rules.length === 0 ? this.#facts : [...this.#facts, { kind: 'rules', id: questionRules, title: none, rules: this.#rules }]
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

  /** Whether the household stands in a list. */
  listKey(block: string, where: Condition): RowKey {
    const rule = `key_${block}_listed`
    this.rule(rule, where)
    return { kind: 'rules', rows: [{ row: listed, rule }] }
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

/** What a column has of households, or of those in a row of members. */
export const figuresOf = (writer: QuestionWriter, { id: column, measure }: MeasureColumn, row: MemberRow | undefined, prefix: string): readonly Figure[] => {
  const id = `${prefix}${column}`
  const tag = { column, ...(row && { row: row.id }) }
  if ('count' in measure) return [{ ...count(writer, id, measure.count, measure.where, row), ...tag }]
  if ('sum' in measure) return [{ ...sum(writer, id, measure, row), ...tag }]
  return [
    { ...count(writer, id, measure.share, all(measure.among, measure.where), row), ...tag },
    { ...count(writer, `${id}_among`, measure.share, measure.among, row), ...tag, part: 'among' },
  ]
}

/** By what the rows of a block are told apart. */
export const keyOf = (writer: QuestionWriter, block: RowBlock, place: string | undefined, common: CommonDocument): readonly RowKey[] => {
  if (block.kind === 'codes') return [block.of === 'head' ? writer.headKey(block, common) : writer.key(block.id, block.fact)]
  if (block.kind === 'units') return place === undefined ? [] : [writer.key(block.id, place)]
  if (block.kind === 'households') return block.where ? [writer.listKey(block.id, block.where)] : []
  if (block.kind === 'total' || block.of === 'members') return []
  const rows = block.conditions.map(({ id, where }) => {
    const rule = `key_${block.id}_${id}`
    writer.rule(rule, where)
    return { row: id, rule }
  })
  return [{ kind: 'rules', rows }]
}

/** The figures of rows of members, row by row. */
export const memberFigures = (writer: QuestionWriter, { id, conditions }: ConditionsBlock, columns: readonly MeasureColumn[]): readonly Figure[] =>
  conditions.flatMap((row) => columns.flatMap((column) => figuresOf(writer, column, row, `cell_${id}_${row.id}_`)))
