import { onesOf, type Words } from './bit-rows.ts'
import { rowsOfBlock } from './column-layout.ts'
import { categoryKey, type CategorisedOutcome, type Category } from './outcome-categories.ts'
import { householdBit, type Planes } from './planes.ts'
import type { RegisterColumns } from './register-columns.ts'

/** How many households went from each category before to each after, and whose result is another. */
export interface OutcomeFlow {
  readonly before: readonly Category[]
  readonly after: readonly Category[]
  /** Households by category before and after, but those apart. */
  readonly matrix: readonly (readonly number[])[]
  readonly flipped: readonly FlippedRow[]
  /** Households in columns that only the interpreter can judge. */
  readonly apart: readonly RowPlace[]
  /** What was found of one household. */
  readonly at: (place: RowPlace) => FoundRow
  /** Where everybody stands. */
  readonly parts: FlowParts
}

/** A household in columns. */
export interface RowPlace {
  readonly members: number
  readonly row: number
}

/** A household whose result is another; categories by their place in `before` and `after`. */
export interface FlippedRow extends RowPlace {
  readonly before: number
  readonly after: number
}

export interface FoundRow {
  readonly before: Category
  readonly after: Category
  readonly differs: boolean
}

export interface FlowParts {
  readonly before: CategorisedOutcome
  readonly after: CategorisedOutcome
  /** Holds the categories before, and at `within` who is looked at. */
  readonly kept: Planes
  /** The categories after, then whose result differs. */
  readonly planes: Planes
  readonly within: number
}

/** Counts bits: where nobody of a block differs, only the categories before are looked at. */
export const flowOf = (register: RegisterColumns, parts: FlowParts): OutcomeFlow => {
  const { before, after, kept, planes, within } = parts
  const places = before.gates.map((gate) => kept.asked.household.indexOf(gate))
  const counts = new FlowCounts(before, after, places)
  const [apartBefore, apartAfter] = [places[placeOfApart(before)] ?? 0, placeOfApart(after)]
  for (const { members, rows, blocks } of register.buckets) {
    const [left, right] = [kept.household.get(members), planes.household.get(members)]
    if (!left || !right) continue
    for (let block = 0; block < blocks; block += 1) {
      const last = rows - block * rowsOfBlock
      const [leftStart, rightStart] = [block * kept.asked.household.length, block * planes.asked.household.length]
      const there = (last >= rowsOfBlock ? -1 : (1 << last) - 1) & (left[leftStart + within] ?? 0)
      const apart = ((left[leftStart + apartBefore] ?? 0) | (right[rightStart + apartAfter] ?? 0)) & there
      if (apart !== 0) counts.apart.push(...rowsOf(apart, block).map((row) => ({ members, row })))
      const looked = there & ~apart
      counts.count({ members, block, left, leftStart, right, rightStart, looked, differs: (right[rightStart + after.gates.length] ?? 0) & looked })
    }
  }
  return { before: before.categories, after: after.categories, matrix: counts.matrix, flipped: counts.flipped, apart: counts.apart, at: (place) => foundAt(parts, place), parts }
}

const placeOfApart = ({ categories }: CategorisedOutcome): number => categories.findIndex(({ state }) => state === 'apart')

/** Of one household after the other: whether its result differs; undefined where only the interpreter can tell. */
export const differenceOf = ({ before, after, kept, planes }: FlowParts): ((place: RowPlace) => boolean | undefined) => {
  const apart = kept.asked.household.indexOf(before.gates[placeOfApart(before)] ?? 0)
  return ({ members, row }) => {
    if (householdBit(kept, members, row, apart) === 1 || householdBit(planes, members, row, placeOfApart(after)) === 1) return undefined
    return householdBit(planes, members, row, after.gates.length) === 1
  }
}

const foundAt = ({ before, after, kept, planes }: FlowParts, { members, row }: RowPlace): FoundRow => {
  const old = before.categories.find((_category, index) => householdBit(kept, members, row, kept.asked.household.indexOf(before.gates[index] ?? 0)) === 1)
  const now = after.categories.find((_category, index) => householdBit(planes, members, row, index) === 1)
  if (!old || !now) throw new Error(`The household in row ${row} of those with ${members} members is in no category`)
  return { before: old, after: now, differs: householdBit(planes, members, row, after.gates.length) === 1 }
}

/** The rows of a block whose bits are one. */
export const rowsOf = (word: number, block: number): readonly number[] => {
  const rows: number[] = []
  for (let rest = word; rest !== 0; rest &= rest - 1) rows.push(block * rowsOfBlock + 31 - Math.clz32(rest & -rest))
  return rows
}

interface FlowBlock {
  readonly members: number
  readonly block: number
  readonly left: Words
  readonly leftStart: number
  readonly right: Words
  readonly rightStart: number
  readonly looked: number
  readonly differs: number
}

class FlowCounts {
  readonly flipped: FlippedRow[] = []
  readonly apart: RowPlace[] = []
  readonly #places: readonly number[]
  readonly #columns: number
  /** For each category before the same one after. */
  readonly #same: readonly number[]
  readonly #counts: Float64Array

  constructor(before: CategorisedOutcome, after: CategorisedOutcome, places: readonly number[]) {
    const later = after.categories.map(categoryKey)
    this.#places = places
    this.#columns = later.length
    this.#same = before.categories.map((category) => later.indexOf(categoryKey(category)))
    this.#counts = new Float64Array(places.length * later.length)
  }

  get matrix(): readonly (readonly number[])[] {
    return this.#places.map((_place, from) => [...this.#counts.subarray(from * this.#columns, (from + 1) * this.#columns)])
  }

  count(block: FlowBlock): void {
    const { left, leftStart, looked, differs } = block
    for (let from = 0; from < this.#places.length; from += 1) {
      const there = (left[leftStart + (this.#places[from] ?? 0)] ?? 0) & looked
      if (there === 0) continue
      const staying = there & ~differs
      if (staying !== 0) this.#add(from, this.#same[from] ?? 0, staying)
      if (staying !== there) this.#countMoved(block, from, there & differs)
    }
  }

  #countMoved({ members, block, right, rightStart }: FlowBlock, from: number, moving: number): void {
    for (let to = 0; to < this.#columns; to += 1) {
      const moved = moving & (right[rightStart + to] ?? 0)
      if (moved === 0) continue
      this.#add(from, to, moved)
      for (const row of rowsOf(moved, block)) this.flipped.push({ members, row, before: from, after: to })
    }
  }

  #add(from: number, to: number, word: number): void {
    const index = from * this.#columns + to
    this.#counts[index] = (this.#counts[index] ?? 0) + onesOf(word)
  }
}
