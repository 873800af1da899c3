import type { RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { ReadRow } from '@tieuchi/runtime/columns/row-values.ts'

const rowsOfBucket = 2 ** 25

/** Where the households of each unit stand in columns: found once, then part by part. */
export class UnitRows {
  readonly #places: ReadonlyMap<string, readonly number[]>

  constructor(register: RegisterColumns, unitOf: ReadRow) {
    const places = new Map<string, number[]>()
    for (const bucket of register.buckets) {
      for (let row = 0; row < bucket.rows; row += 1) {
        const unit = String(unitOf(bucket, row))
        const own = places.get(unit) ?? []
        if (own.length === 0) places.set(unit, own)
        own.push(bucket.members * rowsOfBucket + row)
      }
    }
    this.#places = places
  }

  *in(units: Iterable<string>): Generator<RowPlace & { readonly unit: string }> {
    for (const unit of units) for (const place of this.#places.get(unit) ?? []) yield { members: Math.floor(place / rowsOfBucket), row: place % rowsOfBucket, unit }
  }
}

/** By the number of their members, which rows of the register are of some units: 1 where they are. */
export type RowsWithin = ReadonlyMap<number, Uint8Array>

export const rowsWithin = (register: RegisterColumns, unitOf: ReadRow, units: ReadonlySet<string>): RowsWithin =>
  new Map(register.buckets.map((bucket) => [bucket.members, Uint8Array.from({ length: bucket.rows }, (_none, row) => (units.has(String(unitOf(bucket, row))) ? 1 : 0))]))
