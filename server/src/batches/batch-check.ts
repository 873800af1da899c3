import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { semantics, type CommonDocument, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import { normaliseInput } from '@tieuchi/runtime/columns/normalise-input.ts'
import type { RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import type { Db } from '../plugins/database.ts'
import type { KeptRegister } from '../register-columns/register-keeper.ts'
import { insertCheck } from './batch-queries.ts'
import type { BatchDifference } from './batch-table.ts'
import type { RulesOnTrial } from './rules-on-trial.ts'

/** One household in this many is judged again by the interpreter. */
const householdsOfCheck = 1000
/** So many differences are written down; how many there were is counted in full. */
const mostDifferences = 20

/** A part of a batch to be judged again. */
export interface CheckRequest {
  readonly run: string
  readonly rules: RulesOnTrial
  readonly moment: Moment
  readonly kept: KeptRegister
  readonly sample: readonly RowPlace[]
  /** What the batch found of a household. */
  readonly batch: (place: RowPlace, row: RegisterRow) => unknown
  /** What the interpreter finds, in the same form. */
  readonly interpreter: (input: HouseholdInput) => Promise<unknown>
}

/** What came of judging again. A batch with a difference may not be used. */
export interface BatchCheck {
  readonly run: string
  readonly release: string
  readonly households: number
  readonly checked: number
  readonly differing: number
  readonly differences: readonly BatchDifference[]
}

/** Draws one household in a thousand of those in columns, at least one, without repetition. */
export function drawSample(register: RegisterColumns, random: (below: number) => number = (below) => randomInt(below)): readonly RowPlace[] {
  const total = register.buckets.reduce((sum, { rows }) => sum + rows, 0)
  const drawn = new Set<number>()
  const wanted = Math.min(total, Math.max(1, Math.round(total / householdsOfCheck)))
  while (drawn.size < wanted) drawn.add(random(total))
  return [...drawn].map((number) => placeOf(register, number))
}

function placeOf({ buckets }: RegisterColumns, number: number): RowPlace {
  let row = number
  for (const bucket of buckets) {
    if (row < bucket.rows) return { members: bucket.members, row }
    row -= bucket.rows
  }
  throw new RangeError(`The register has no household ${number}`)
}

/**
 * Judges a part of a batch again by the interpreter, and holds its answers against the database. What was found is recorded,
 * whatever it is.
 */
export async function checkBatch(db: Db, request: CheckRequest, now: Date): Promise<BatchCheck> {
  const { run, rules, kept, sample } = request
  const rows = sample.map((place) => ({ place, row: kept.register.readAt(place.members, place.row) }))
  const differences = [...(await staleAnswers(kept, rows.map(({ row }) => row))), ...(await otherResults(request, rows))]
  const check: BatchCheck = {
    run,
    release: rules.release,
    households: kept.register.size,
    checked: sample.length,
    differing: new Set(differences.map(({ household }) => household)).size,
    differences: differences.slice(0, mostDifferences),
  }
  await record(db, request, check, now)
  return check
}

async function record(db: Db, { rules, moment }: CheckRequest, { differences, ...counts }: BatchCheck, now: Date): Promise<void> {
  const { programme, layer } = rules.assembly
  const { law_at, facts_at, unit_at } = moment
  await insertCheck(db, { ...counts, execution: 'columns', programme, layer, semantics, law_at, facts_at, unit_at, differences: JSON.stringify(differences), checked_at: now })
}

interface SampledRow {
  readonly place: RowPlace
  readonly row: RegisterRow
}

async function otherResults({ batch, interpreter }: CheckRequest, rows: readonly SampledRow[]): Promise<readonly BatchDifference[]> {
  const differences: BatchDifference[] = []
  for (const { place, row } of rows) {
    const [found, expected] = [batch(place, row), await interpreter(row.input)]
    if (!isDeepStrictEqual(found, expected)) differences.push({ household: row.id, kind: 'result', interpreter: expected, batch: found })
  }
  return differences
}

/** Households whose answers in columns are not those of the database, though nobody changed them meanwhile. */
async function staleAnswers({ register, readStored, changedSince }: KeptRegister, rows: readonly RegisterRow[]): Promise<readonly BatchDifference[]> {
  const stored = new Map((await readStored(rows.map(({ id }) => id))).map((row) => [row.id, row]))
  const differing = rows.filter((row) => !sameRow(register.common, row, stored.get(row.id)))
  const changed = differing.length === 0 ? new Set() : await changedSince()
  return differing.filter(({ id }) => !changed.has(id)).map(({ id }) => ({ household: id, kind: 'answers' }))
}

const sameRow = (common: CommonDocument, row: RegisterRow, stored: RegisterRow | undefined): boolean =>
  stored !== undefined && stored.unit === row.unit && isDeepStrictEqual(normaliseInput(common, stored.input), row.input)
