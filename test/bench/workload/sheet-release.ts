import type { Cell, FactPiece, Operand, Parameter, Release, SingleOperand, TablePiece } from '@tieuchi/runtime'
import { randomFrom, whole } from './random.ts'
import { sheetFacts } from './sheet-facts.ts'
import { regions, type Region } from './sheet-questions.ts'
import { sheetItems, type SheetCell, type SheetItem, type SheetRow } from './sheet-rows.ts'

/** Points of every row of one region, by item. */
export type SheetPoints = Readonly<Record<SheetItem, readonly number[]>>

/** Made-up points, the same on every run. */
export const sheetPoints = (region: Region): SheetPoints => {
  const random = randomFrom(1 + regions.indexOf(region))
  return Object.fromEntries(Object.entries(sheetItems).map(([item, rows]) => [item, rows.map(() => whole(random, 0, 4) * 5)])) as unknown as SheetPoints
}

const pointsByRegion = regions.map((region) => [region, Object.values(sheetPoints(region)).flat()] as const)

const pointsParameter = (row: number): Parameter => ({
  title: { vi: `Điểm dòng ${row + 1} (thử tải)`, en: `Points of row ${row + 1}` },
  unit: 'points',
  by: 'region',
  values: Object.fromEntries(pointsByRegion.map(([region, points]) => [region, points[row % points.length] ?? 0])),
  certainty: 'known',
})

/** Copies of the sheet differ in a number of every row, so that hardly two rows are the same. */
const shifted = (value: SingleOperand, copy: number): SingleOperand => (typeof value === 'number' ? value + copy * (value >= 100 ? Math.ceil(value / 50) : 1) : value)

const isList = (value: Operand): value is readonly SingleOperand[] => Array.isArray(value)

const shiftedCell = ([fact, operator, value]: SheetCell, copy: number): SheetCell =>
  [fact, operator, isList(value) ? value.map((each) => shifted(each, copy)) : shifted(value, copy)]

const hasNumber = (row: SheetRow): boolean => row.some(([, , value]) => [value].flat().some((each) => typeof each === 'number'))

const shiftedRow = (row: SheetRow, copy: number): SheetRow =>
  copy === 0 || hasNumber(row) ? row.map((cell) => shiftedCell(cell, copy)) : [...row, ['electricity', 'greaterThanInclusive', copy]]

const sheetRows = (copies: number): readonly SheetRow[] =>
  Array.from({ length: copies }, (_, copy) => Object.values(sheetItems).flat().map((row: SheetRow) => shiftedRow(row, copy))).flat()

const occurrence = (row: SheetRow, index: number): number => row.slice(0, index).filter(([fact]) => fact === row[index]?.[0]).length

/** One column for each fact, and as many as the rows need where one compares a fact twice. */
const columnsOf = (rows: readonly SheetRow[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => row.map(([fact], index) => `${fact} ${occurrence(row, index)}`)))].toSorted()

const cellOf = (row: SheetRow, column: string): Cell | null => {
  const found = row.find(([fact], index) => `${fact} ${occurrence(row, index)}` === column)
  return found ? { [found[1]]: found[2] } : null
}

const base32 = (number: number): string => [...number.toString(32)].map((digit) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number.parseInt(digit, 32))).join('').padStart(4, 'a')

const sheetTable = (rows: readonly SheetRow[]): TablePiece => {
  const columns = columnsOf(rows)
  return {
    kind: 'table',
    id: 'sheet_points',
    title: { vi: 'Phiếu chấm điểm thử tải', en: 'Score sheet made up for the bench' },
    hit: 'sum',
    inputs: columns.map((column) => column.split(' ')[0] ?? column),
    outputs: ['points'],
    rows: rows.map((row, index) => ({ id: `sheetr${base32(index)}`, when: columns.map((column) => cellOf(row, column)), then: [{ parameter: parameterName(index) }] })),
  }
}

/** The total, in place of the points that are asked for where there is no sheet. */
const pointsA: FactPiece = { kind: 'fact', id: 'points_a', title: { vi: 'Điểm A (thử tải)', en: 'Points A' }, unit: 'points', value: { fact: 'sheet_points' } }

const parameterName = (row: number): string => `sheet_row_${row + 1}`

/**
 * A poverty release that computes the points A from the sheet instead of asking for them. `copies` of the 80 rows make a
 * larger sheet; the limit of points grows with it.
 */
export const withSheet = (release: Release, copies = 1): Release => {
  const rows = sheetRows(copies)
  const limit = release.parameters['points_a_limit']
  if (!limit?.values) throw new Error('The release has no limit of points A')
  const raised: Parameter = { ...limit, values: Object.fromEntries(Object.entries(limit.values).map(([area, points]) => [area, Number(points) * copies])) }
  return {
    ...release,
    title: { vi: `${release.title.vi} (thử tải)`, en: `${release.title.en} (bench)` },
    parameters: { ...release.parameters, points_a_limit: raised, ...Object.fromEntries(rows.map((_, index) => [parameterName(index), pointsParameter(index)])) },
    logic: [...release.logic.map((piece) => (piece.id === 'classification' && piece.kind === 'table' ? readingSheet(piece) : piece)), ...sheetFacts, sheetTable(rows), pointsA],
    forms: [],
    cases: [],
  }
}

const readingSheet = (table: TablePiece): TablePiece => ({ ...table, inputs: table.inputs.map((input) => (input === 'income_points' ? pointsA.id : input)) })
