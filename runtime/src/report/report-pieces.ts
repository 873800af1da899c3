import type { LogicPiece } from '../documents/logic-document.ts'
import type { Measure, ReportDocument, RowBlock } from '../documents/report-document.ts'
import { blocksOf, leafColumns } from './report-columns.ts'

type Path = readonly (string | number)[]

/** A condition or value of a report as a piece that can be checked, told in words and followed like any other; and where it stands. */
export interface ReportPiece {
  readonly piece: LogicPiece
  /** Where the piece is written: a whole piece, or what stands at `conditions` or `value` of it. */
  readonly path: Path
  readonly part?: 'conditions' | 'value'
}

const none = { vi: '–', en: '–' } as const

/** Names of what stands in no piece of its own; no author can write them. */
const nameAt = (path: Path): string => `at_${path.join('_')}`

const conditionAt = (conditions: Extract<LogicPiece, { readonly kind: 'condition' }>['conditions'] | undefined, path: Path, of: 'household' | 'members'): readonly ReportPiece[] =>
  conditions ? [{ piece: { kind: 'condition', id: nameAt(path), title: none, of, conditions }, path, part: 'conditions' }] : []

const valueAt = (value: Extract<LogicPiece, { readonly kind: 'fact' }>['value'], path: Path, of: 'household' | 'members'): ReportPiece =>
  ({ piece: { kind: 'fact', id: nameAt(path), title: none, of, value }, path, part: 'value' })

const subjectOf = (counted: 'households' | 'members') => (counted === 'members' ? 'members' : 'household')

const ofMeasure = (measure: Measure, path: Path): readonly ReportPiece[] => {
  if ('count' in measure) return conditionAt(measure.where, [...path, 'where'], subjectOf(measure.count))
  if ('sum' in measure) return [valueAt(measure.value, [...path, 'value'], subjectOf(measure.sum)), ...conditionAt(measure.where, [...path, 'where'], subjectOf(measure.sum))]
  const of = subjectOf(measure.share)
  return [...conditionAt(measure.where, [...path, 'where'], of), ...conditionAt(measure.among, [...path, 'among'], of)]
}

const ofBlock = (block: RowBlock, path: Path): readonly ReportPiece[] => {
  if (block.kind === 'households') return conditionAt(block.where, [...path, 'where'], 'household')
  if (block.kind === 'codes') return [valueAt({ fact: block.fact }, [...path, 'fact'], block.of === 'head' ? 'members' : 'household')]
  return block.kind === 'conditions' ? block.conditions.flatMap(({ where }, index) => conditionAt(where, [...path, 'conditions', index, 'where'], block.of ?? 'household')) : []
}

/** Everything of a report that is read of households: its own facts and conditions, then those of rows and columns. */
export const piecesOfReport = (report: ReportDocument, path: Path = []): readonly ReportPiece[] => [
  ...(report.logic ?? []).map((piece, index): ReportPiece => ({ piece, path: [...path, 'logic', index] })),
  ...blocksOf(report, path).flatMap((placed) => ofBlock(placed.block, placed.path)),
  ...leafColumns(report, path).flatMap(({ column, path: at }) => (column.kind === 'measure' ? ofMeasure(column.measure, [...at, 'measure']) : column.kind === 'value' ? [valueAt({ fact: column.fact }, [...at, 'fact'], column.of === 'head' ? 'members' : 'household')] : [])),
]

/** Everything of a report that is computed of its columns: formulas by the names of their columns, and what checks expect. */
export const formulasOfReport = (report: ReportDocument, path: Path = []): readonly ReportPiece[] => [
  ...leafColumns(report, path).flatMap(({ column, path: at }): readonly ReportPiece[] =>
    column.kind === 'formula' ? [{ piece: { kind: 'fact', id: column.id, title: column.title, value: column.formula }, path: [...at, 'formula'], part: 'value' }] : []),
  ...(report.checks ?? []).map(({ equals }, index) => valueAt(equals, [...path, 'checks', index, 'equals'], 'household')),
]
