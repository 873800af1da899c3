import type { TruthPlace, TruthProgram } from '../plan/compile/compile-truths.ts'
import { onesOf } from './bit-rows.ts'
import type { Bucket } from './bucket.ts'
import { rowsOfBlock } from './column-layout.ts'
import type { CircuitSpace } from './column-plan.ts'
import { rowsOf, type RowPlace } from './outcome-flow.ts'
import { computeTruths, type BitLane, type CountRequest, type TruthGates, type TruthPlanes } from './truth-planes.ts'

/** Of how many households, or members, something is true, not known, or false. */
export interface TruthCount extends TruthPlace {
  readonly of: 'household' | 'members'
  readonly true: number
  readonly unknown: number
  readonly false: number
}

export interface CountedTruths {
  /** Counted without those apart. */
  readonly households: number
  readonly members: number
  readonly counts: readonly TruthCount[]
  /** What cannot be counted so. */
  readonly left: readonly TruthPlace[]
  /** Households in columns that only the interpreter can judge. */
  readonly apart: readonly RowPlace[]
}

/**
 * Counts everything that is true or not over all households in columns; of a table in which one row decides the households for
 * which it does. Throws `NotInColumns`.
 */
export const countTruths = async (space: CircuitSpace, program: TruthProgram, request: CountRequest = {}): Promise<CountedTruths> => {
  const planes = await computeTruths(space, program, request)
  const counter = new TruthCounter(planes)
  for (const bucket of space.register.buckets) {
    counter.countBucket(bucket)
    await request.pause?.()
  }
  return { left: planes.left, ...counter.counted }
}

/** The bits of one row while those of its table are gone through. */
interface Lanes {
  readonly certain: BitLane
  readonly possible: BitLane
}

class TruthCounter {
  readonly #planes: TruthPlanes
  readonly #tables: readonly (readonly number[])[]
  readonly #true: Float64Array
  readonly #possible: Float64Array
  readonly #apart: RowPlace[] = []
  #households = 0
  #members = 0

  constructor(planes: TruthPlanes) {
    this.#planes = planes
    this.#tables = tablesOf(planes.truths)
    this.#true = new Float64Array(planes.truths.length)
    this.#possible = new Float64Array(planes.truths.length)
  }

  get counted(): Omit<CountedTruths, 'left'> {
    const counts = this.#planes.truths.map(({ output: { piece, part, of } }, index): TruthCount => {
      const [certain, possible] = [this.#true[index] ?? 0, this.#possible[index] ?? 0]
      return { piece, ...(part !== undefined && { part }), of, true: certain, unknown: possible - certain, false: (of === 'members' ? this.#members : this.#households) - possible }
    })
    return { households: this.#households, members: this.#members, counts, apart: this.#apart }
  }

  countBucket(bucket: Bucket): void {
    const looked = this.#look(bucket)
    for (const rows of this.#tables) {
      const [first] = rows
      const output = first === undefined ? undefined : this.#planes.truths[first]?.output
      if (output) this.#countTable(bucket, looked, rows, output)
    }
  }

  /** Who of each block is counted. */
  #look({ members, rows, blocks }: Bucket): Int32Array {
    const { within, escape, lane } = this.#planes
    const [inside, escaping] = [lane(within, members), lane(escape, members)]
    return Int32Array.from({ length: blocks }, (_looked, block) => {
      const last = rows - block * rowsOfBlock
      const there = (last >= rowsOfBlock ? -1 : (1 << last) - 1) & inside.at(block, 0)
      const apart = there & escaping.at(block, 0)
      if (apart !== 0) this.#apart.push(...rowsOf(apart, block).map((row) => ({ members, row })))
      this.#households += onesOf(there & ~apart)
      this.#members += onesOf(there & ~apart) * members
      return there & ~apart
    })
  }

  #countTable({ members, blocks }: Bucket, looked: Int32Array, rows: readonly number[], { of, among }: TruthGates['output']): void {
    const slots = of === 'members' ? members : 1
    const lanes = rows.map((row): Lanes => this.#lanesOf(row, members))
    const count = counting[among ?? 'each']
    for (let block = 0; block < blocks; block += 1) {
      const there = looked[block] ?? 0
      if (there === 0) continue
      for (let slot = 0; slot < slots; slot += 1) count(lanes, block, slot, (index, certain, possible) => this.#add(rows[index] ?? 0, there & certain, there & possible))
    }
  }

  #lanesOf(row: number, members: number): Lanes {
    const truth = this.#planes.truths[row]
    if (!truth) throw new Error(`There is no truth ${row}`)
    return { certain: this.#planes.lane(truth.certain, members), possible: this.#planes.lane(truth.possible, members) }
  }

  #add(row: number, certain: number, possible: number): void {
    this.#true[row] = (this.#true[row] ?? 0) + onesOf(certain)
    this.#possible[row] = (this.#possible[row] ?? 0) + onesOf(possible)
  }
}

/** The places of truths that are told together: the rows of a table in which one decides, all else alone. */
const tablesOf = (truths: readonly TruthGates[]): readonly (readonly number[])[] => {
  const tables = Map.groupBy(truths.keys(), (index) => {
    const output = truths[index]?.output
    return output?.among ? output.piece : index
  })
  return [...tables.values()]
}

type Tell = (index: number, certain: number, possible: number) => void

/** Which bits of each row are told, from those of the rows for themselves. */
type Counting = (rows: readonly Lanes[], block: number, slot: number, tell: Tell) => void

const countEach: Counting = (rows, block, slot, tell) => rows.forEach(({ certain, possible }, index) => tell(index, certain.at(block, slot), possible.at(block, slot)))

/** A row decides where it holds and none above it may. */
const countFirst: Counting = (rows, block, slot, tell) => {
  let [holding, perhaps] = [0, 0]
  for (const [index, lanes] of rows.entries()) {
    const [certain, possible] = [lanes.certain.at(block, slot), lanes.possible.at(block, slot)]
    tell(index, certain & ~perhaps, possible & ~holding)
    holding |= certain
    perhaps |= possible
  }
}

/** Where one row holds no other does; where two do the table contradicts itself, and nothing is known of its rows. */
const countUnique: Counting = (rows, block, slot, tell) => {
  let [holding, twice] = [0, 0]
  for (const lanes of rows) {
    const certain = lanes.certain.at(block, slot)
    twice |= holding & certain
    holding |= certain
  }
  for (const [index, lanes] of rows.entries()) {
    const [certain, possible] = [lanes.certain.at(block, slot), lanes.possible.at(block, slot)]
    tell(index, certain & ~twice, (possible & (certain | ~holding)) | twice)
  }
}

const counting: Readonly<Record<'first' | 'unique' | 'each', Counting>> = { first: countFirst, unique: countUnique, each: countEach }
