import type { ReportDocument, ReportEnd, RowBlock } from '../documents/report-document.ts'
import type { Assembly } from '../release/assembly.ts'
import type { BlockQuestion, RowKey } from './asked-figures.ts'
import { figuresOf, keyOf, memberFigures, QuestionWriter } from './question-writer.ts'
import { blocksOf, leafColumns } from './report-columns.ts'
import { assembleReport, type ReportParts, type ReportSpan } from './report-rules.ts'

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

/** What is asked for the columns of one end of the period; undefined where there is none. */
export const askReport = (asked: ReportAsked, at: ReportEnd): ReportQuestion | undefined => {
  const { report, span, byPlace, common } = asked
  const place = byPlace ? common.register.place : undefined
  const columns = leafColumns(report).flatMap(({ column }) => (column.kind === 'measure' && (column.at ?? 'end') === at ? [column] : []))
  if (columns.length === 0) return undefined
  const writer = new QuestionWriter()
  const figures = columns.flatMap((column) => figuresOf(writer, column, undefined, 'column_'))
  const keys = new Map<RowBlock, readonly RowKey[]>()
  const blocks = blocksOf(report).flatMap(({ block, within }): readonly BlockQuestion[] => {
    // Lists of names are made household by household.
    if (block.kind === 'households') return []
    keys.set(block, keyOf(writer, block, place, common))
    const own = block.kind === 'conditions' && block.of === 'members' ? memberFigures(writer, block, columns) : figures
    return [{ block: block.id, keys: [...within, block].flatMap((each) => keys.get(each) ?? []), figures: own }]
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
