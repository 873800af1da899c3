import type { HitPolicy, TableRow } from '../documents/logic-document.ts'
import type { Grounds, Truth } from '../documents/evaluation-document.ts'
import { mergeGrounds, mergeTwo, noGrounds, settled } from '../values/grounds.ts'
import { assured, greater, outermost, plus, smaller, zero, type Exact } from '../values/number.ts'
import { anything, between, certainScalar, known, notApplicable, numberRange, oneOf, sameCertain, type Value } from '../values/value.ts'

/** A row with its truth and, for one output column, its value. */
export interface JudgedRow {
  readonly row: TableRow
  readonly truth: Truth
  /** What the row's truth rests on. */
  readonly grounds: Grounds
  readonly output: Value
}

/** Two rows of a `unique` table hold for one household: the table contradicts itself. */
export class RowConflict extends Error {
  readonly table: string
  readonly rows: readonly string[]

  constructor(table: string, rows: readonly string[]) {
    super(`Rows ${rows.join(', ')} of table ${table} hold at once`)
    this.table = table
    this.rows = rows
  }
}

/** Something that may decide, whether it holds, and what comes out then. */
export type Candidate = Pick<JudgedRow, 'truth' | 'grounds' | 'output'>

const noRow: Candidate = { truth: true, grounds: mergeGrounds(), output: notApplicable() }

/** Same certain outputs; two uncertain ones differ. */
const agree = (a: Candidate, b: Candidate): boolean => sameCertain(a.output, b.output)

/**
 * The value of the first that holds; not applicable where none does. Candidates are the unknown rows above the first true one, and that one (or none at all);
 * equal outputs decide. Otherwise unknown rows at the end that would give the same as the last candidate do not matter.
 */
export const firstThatHolds = (rows: readonly Candidate[]): Value => {
  const hit = rows.findIndex((row) => row.truth === true)
  const above = hit === -1 ? rows : rows.slice(0, hit)
  const last: Candidate = hit === -1 ? noRow : (rows[hit] ?? noRow)
  const unknown = above.filter((row) => row.truth === 'unknown')
  const matters = unknown.slice(0, unknown.findLastIndex((row) => !agree(row, last)) + 1)
  const candidates: readonly Candidate[] = [...matters, last]
  let grounds = noGrounds
  for (const row of above) if (row.truth === false) grounds = mergeTwo(grounds, row.grounds)
  for (const row of unknown) grounds = mergeTwo(grounds, settled(row.grounds))
  for (const row of candidates) grounds = mergeTwo(mergeTwo(grounds, row.grounds), row.output.grounds)
  return oneOf(candidates.map((row) => row.output), grounds)
}

const uniqueRow = (table: string, rows: readonly JudgedRow[]): Value => {
  const certain = rows.filter((row) => row.truth === true)
  if (certain.length > 1) throw new RowConflict(table, certain.map(({ row }) => row.id))
  const candidates = rows.filter((row) => row.truth !== false)
  const grounds = mergeGrounds(...rows.filter((row) => row.truth === false).map((row) => settled(row.grounds)), ...candidates.flatMap((row) => [row.grounds, row.output.grounds]))
  const [hit] = certain
  if (hit) return { ...hit.output, grounds: mergeGrounds(settled(grounds), hit.output.grounds) }
  return oneOf([...candidates.map((row) => row.output), noRow.output], grounds)
}

const allGrounds = (rows: readonly Candidate[]): Grounds => mergeGrounds(...rows.flatMap((row) => (row.truth === false ? [row.grounds] : [row.grounds, row.output.grounds])))

const range = ({ output }: JudgedRow) => numberRange(output) ?? {}

/** Rows that may give a number; what is not applicable is left out. */
const countingRows = (rows: readonly JudgedRow[]): readonly JudgedRow[] => rows.filter((row) => row.truth !== false && row.output.possible.kind !== 'none')

const isOptional = ({ truth, output }: JudgedRow): boolean => truth === 'unknown' || output.notApplicable

const sumOfRows = (rows: readonly JudgedRow[]): Value => {
  const total = (end: 'from' | 'to', pick: (a: Exact, b: Exact) => Exact) =>
    countingRows(rows).reduce<Exact | undefined>((sum, row) => {
      const part = range(row)[end]
      const counted = part && (isOptional(row) ? pick(part, zero) : part)
      return sum && counted && plus(sum, counted)
    }, zero)
  return between(total('from', smaller), total('to', greater), allGrounds(rows))
}

const maxOfRows = (rows: readonly JudgedRow[]): Value => {
  const candidates = countingRows(rows)
  const certain = candidates.filter((row) => !isOptional(row))
  if (candidates.length === 0) return notApplicable(allGrounds(rows))
  const ends = (chosen: readonly JudgedRow[], end: 'from' | 'to') => chosen.map((row) => range(row)[end])
  const least = certain.length > 0 ? assured(ends(certain, 'from'), greater) : outermost(ends(candidates, 'from'), smaller)
  const value = between(least, outermost(ends(candidates, 'to'), greater), allGrounds(rows))
  return certain.length === 0 ? { ...value, notApplicable: true, grounds: allGrounds(rows) } : value
}

const codeOf = ({ output }: Candidate): string | undefined => {
  const scalar = certainScalar(output)
  return typeof scalar === 'string' ? scalar : undefined
}

const distinctCodes = (rows: readonly Candidate[]): readonly string[] => [...new Set(rows.flatMap((row) => codeOf(row) ?? []))]

/** The codes of all that hold, and of those that may. */
export const collectCodes = (rows: readonly Candidate[]): Value => {
  const grounds = allGrounds(rows)
  const candidates = rows.filter((row) => row.truth !== false)
  if (candidates.some((row) => codeOf(row) === undefined && row.output.possible.kind !== 'none')) return anything(grounds)
  const certain = distinctCodes(rows.filter((row) => row.truth === true))
  const possible = distinctCodes(candidates)
  if (certain.length === possible.length) return known(certain, settled(grounds))
  return { possible: { kind: 'collection', certain, possible }, notApplicable: false, grounds }
}

const policies: Readonly<Record<HitPolicy, (table: string, rows: readonly JudgedRow[]) => Value>> = {
  first: (_table, rows) => firstThatHolds(rows),
  unique: uniqueRow,
  collect: (_table, rows) => collectCodes(rows),
  sum: (_table, rows) => sumOfRows(rows),
  max: (_table, rows) => maxOfRows(rows),
}

/** The value of one output column, from its rows in order. */
export const applyHitPolicy = (policy: HitPolicy, table: string, rows: readonly JudgedRow[]): Value => policies[policy](table, rows)
