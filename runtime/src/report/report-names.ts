import type { Answer } from '../documents/input-document.ts'
import type { HouseholdsBlock, RowBlock, ValueColumn } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import type { BlockQuestion, Figure, RowKey } from './asked-figures.ts'
import { figuresOf, keyOf, listed, QuestionWriter } from './question-writer.ts'
import { blocksOf, leafColumns } from './report-columns.ts'
import type { RowKeys, Amount } from './report-figures.ts'
import type { ReportAsked } from './report-question.ts'
import { assembleReport } from './report-rules.ts'

/** A column of a list, and where its value is found: in a fact, or among the answers of the head. */
export type ValueAsked = { readonly column: string } & ({ readonly fact: string } | { readonly answer: string })

/** What is asked of each household for the lists of names of a report, at the end of the period. */
export interface NamesQuestion {
  readonly at: 'end'
  readonly assembly: Assembly
  /** A list each; its first figure is the household itself, and the last of its keys whether it stands in the list. */
  readonly blocks: readonly BlockQuestion[]
  readonly values: readonly ValueAsked[]
}

/** A household in a list of names. */
export interface ListedHousehold {
  readonly block: string
  readonly household: string
  readonly unit: string
  /** Of the blocks around it. */
  readonly keys: RowKeys
  /** Whether it stands there for certain. */
  readonly certain: boolean
  /** What it adds to the measures of the end, as the block asks for them. */
  readonly amounts: readonly Amount[]
  /** By column; null where it does not apply, absent where it is not known. */
  readonly values: Readonly<Record<string, Answer | null>>
  /** What it is called, and where it is. */
  readonly title: Text
  readonly place: string
}

/** The lists of names of a report, filled. */
export interface Names {
  readonly question: Pick<NamesQuestion, 'blocks'>
  readonly listed: readonly ListedHousehold[]
}

const one: Figure = { kind: 'one', column: listed }

/** The lists of names of a report. */
export const listsOf = ({ report }: Pick<ReportAsked, 'report'>): readonly HouseholdsBlock[] => blocksOf(report).flatMap(({ block }) => (block.kind === 'households' ? [block] : []))

const valueOf = (writer: QuestionWriter, { id, fact, of }: ValueColumn): ValueAsked => {
  if (of === 'head') return { column: id, answer: fact }
  writer.fact(`value_${id}`, { fact })
  return { column: id, fact: `value_${id}` }
}

/** What is asked for the lists of names of a report; undefined where it has none. */
export const askNames = (asked: ReportAsked): NamesQuestion | undefined => {
  const { report, span, byPlace, common } = asked
  if (listsOf(asked).length === 0) return undefined
  const writer = new QuestionWriter()
  const columns = leafColumns(report).map(({ column }) => column)
  const figures = [one, ...columns.flatMap((column) => (column.kind === 'measure' && (column.at ?? 'end') === 'end' ? figuresOf(writer, column, undefined, 'column_') : []))]
  const keys = new Map<RowBlock, readonly RowKey[]>()
  const blocks = blocksOf(report).flatMap(({ block, within }): readonly BlockQuestion[] => {
    keys.set(block, keyOf(writer, block, byPlace ? common.register.place : undefined, common))
    return block.kind === 'households' ? [{ block: block.id, keys: [...within, block].flatMap((each) => keys.get(each) ?? []), figures }] : []
  })
  const values = columns.flatMap((column) => (column.kind === 'value' ? [valueOf(writer, column)] : []))
  return { at: 'end', blocks, values, assembly: assembleReport(asked, [...(report.logic ?? []), ...writer.logic], span) }
}

/** Who stands in a list, or may: asked of all households, whatever else is told of them. */
export const listQuestion = ({ blocks }: NamesQuestion, { id, where }: HouseholdsBlock): BlockQuestion => {
  const block = blocks.find((each) => each.block === id)
  return { block: id, keys: where ? (block?.keys.slice(-1) ?? []) : [], figures: [one] }
}
