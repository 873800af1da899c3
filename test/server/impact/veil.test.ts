import { veilTables } from '@tieuchi/server/impact/veil-tables.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const isSmall = (count: number): boolean => count > 0 && count < 3
const cells = 4

const sumOf = (rows: readonly (readonly number[])[]): number[] => Array.from({ length: cells }, (_cell, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))
const withSum = (row: readonly number[]): number[] => [...row, row.reduce((sum, count) => sum + count, 0)]

/** Households one by one, each in a cell and in a line of each of two tables: so that both tables add up to the same. */
const registers = fc.array(fc.record({ cell: fc.nat(cells - 1), line: fc.nat(3), other: fc.nat(1) }), { maxLength: 40 }).map((households) => {
  const tableBy = (lineOf: (household: { readonly line: number; readonly other: number }) => number, lines: number) =>
    Array.from({ length: lines }, (_line, at) => Array.from({ length: cells }, (_cell, column) => households.filter((household) => lineOf(household) === at && household.cell === column).length))
  const tables = [tableBy(({ line }) => line, 4), tableBy(({ other }) => other, 2)]
  return { total: withSum(sumOf(tables[0] ?? [])), tables: tables.map((table) => table.map(withSum)) }
})

describe('Counts that would tell of few', () => {
  it('are hidden, and no sum leaves one of its numbers hidden alone', () => {
    fc.assert(fc.property(registers, ({ total, tables }) => {
      const veiled = veilTables(total, tables, isSmall)
      // How many there are in all is no secret.
      const columns = veiled.tables.flatMap((table) => total.map((_count, column) => [...veiled.total.slice(column, column + 1).slice(0, total.length - 1 - column), ...table.map((row) => row[column])]))
      expect(veiled.total.at(-1)).toBe(total.at(-1))
      for (const sum of [veiled.total.slice(0, -1), ...veiled.tables.flat(), ...columns]) {
        expect(sum.filter((count) => typeof count === 'number' && isSmall(count))).toEqual([])
        expect(sum.filter((count) => count === null).length).not.toBe(1)
      }
      const shown = [[veiled.total, total] as const, ...veiled.tables.flatMap((table, at) => table.map((row, line) => [row, tables[at]?.[line] ?? []] as const))]
      for (const [row, before] of shown) row.forEach((count, column) => expect(count === null || count === before[column]).toBe(true))
    }), { numRuns: 500 })
  })

  it('are all shown where there is none', () => {
    expect(veilTables([5, 0, 5], [[[5, 0, 5]]], isSmall)).toEqual({ total: [5, 0, 5], tables: [[[5, 0, 5]]] })
  })
})
