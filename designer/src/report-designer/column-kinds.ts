import type { LeafColumn, Measure, MeasureColumn, Text } from '@tieuchi/runtime'
import { unwritten } from '../rule-designer/condition-edits.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { randomId } from '../ui/random-id.ts'

/** What a column can be, in the order it is offered. */
export const columnKinds = ['count', 'share', 'sum', 'formula', 'value', 'text', 'open'] as const
export type ColumnKind = (typeof columnKinds)[number]

export const kindOfColumn = (column: LeafColumn): ColumnKind => {
  if (column.kind !== 'measure') return column.kind
  return 'count' in column.measure ? 'count' : 'sum' in column.measure ? 'sum' : 'share'
}

/** A name of its own, as everything has that no author names. */
export const newColumnId = (): string => `c_${randomId()}`

export const countedOf = (measure: Measure): 'households' | 'members' => ('count' in measure ? measure.count : 'sum' in measure ? measure.sum : measure.share)

/** The same measure in another way: what it counts and of whom stays. */
const measureOf = (kind: 'count' | 'sum' | 'share', before: Measure | undefined): Measure => {
  const counted = before ? countedOf(before) : 'households'
  const where = before?.where
  if (kind === 'count') return { count: counted, ...(where && { where }) }
  if (kind === 'sum') return { sum: counted, value: before && 'sum' in before ? before.value : unwrittenValue, ...(where && { where }) }
  return { share: counted, where: where ?? unwritten, ...(before && 'share' in before && before.among && { among: before.among }) }
}

/** A share is written in percent with two decimals, as official tables write it. */
const shareFormat = { unit: 'percent', decimals: 2 } as const

type Format = Pick<MeasureColumn, 'unit' | 'decimals'>

/** How the number of a column is written, as far as it has one; of a column nobody knows yet it may be known too. */
const formatOf = (column: LeafColumn): Format =>
  (column.kind === 'value' || column.kind === 'text' ? {} : { ...(column.unit !== undefined && { unit: column.unit }), ...(column.decimals !== undefined && { decimals: column.decimals }) })

const withoutShareFormat = (format: Format): Format => (format.unit === shareFormat.unit ? {} : format)

/** A column as another kind of column: its name, its title, what it rests on and what it counts stay where they can. */
export const withKind = (column: LeafColumn, kind: ColumnKind): LeafColumn => {
  if (kindOfColumn(column) === kind) return column
  const { id, title, note, citation, certainty } = column
  const base = { id, title, ...(note && { note }), ...(citation && { citation }), ...(certainty && { certainty }) }
  const format = formatOf(column)
  if (kind === 'open') return { kind, ...base, ...format }
  if (kind === 'text') return { kind, ...base }
  if (kind === 'value') return { kind, ...base, fact: unwrittenValue }
  if (kind === 'formula') return { kind, ...base, ...format, formula: unwrittenValue }
  const measured = column.kind === 'measure' ? column : undefined
  return { kind: 'measure', ...base, ...(measured?.at && { at: measured.at }), ...(kind === 'share' ? { ...shareFormat, ...(format.unit === shareFormat.unit && format) } : withoutShareFormat(format)), measure: measureOf(kind, measured?.measure) }
}

/** A column as it begins. */
export const newColumn = (kind: ColumnKind, title: Text): LeafColumn => withKind({ kind: kind === 'open' ? 'text' : 'open', id: newColumnId(), title }, kind)

/** The same measure of households or of members; conditions on the ones say nothing of the others. */
export const withCounted = (measure: Measure, counted: 'households' | 'members'): Measure => {
  if (counted === countedOf(measure)) return measure
  if ('count' in measure) return { count: counted }
  return 'sum' in measure ? { sum: counted, value: unwrittenValue } : { share: counted, where: unwritten }
}
