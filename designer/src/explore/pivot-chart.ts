import { leafColumns, type JoinedSheet, type LeafColumn, type SheetRow, type Text } from '@tieuchi/runtime'
import { wholeColumn } from './pivot-document.ts'
import { byNothing, byYears, type ChartKind, type Pivot } from './pivot.ts'
import type { Things } from './pivot-things.ts'

/** What the eye still tells apart. */
export const mostSeries = 8
export const mostPoints = 30

/** Something drawn in one colour. */
export interface ChartSeries {
  readonly id: string
  readonly title: Text
  readonly color: string
}

export interface ChartPoint {
  readonly id: string
  readonly title: Text
  /** By series; absent where there is no figure. What is not known is in none. */
  readonly values: Readonly<Record<string, number>>
}

/** A picture of a table. */
export interface PivotPicture {
  readonly kind: ChartKind
  readonly series: readonly ChartSeries[]
  readonly points: readonly ChartPoint[]
  /** How its figures are written. */
  readonly column: LeafColumn
  /** How many rows and columns are not drawn, the smallest. */
  readonly left: { readonly series: number; readonly points: number }
  /** Whether there are households of which it cannot be told. */
  readonly open: boolean
}

const palette = ['teal.7', 'orange.6', 'indigo.5', 'grape.6', 'lime.7', 'pink.5', 'cyan.7', 'yellow.6'] as const
const tones = { red: ['red.7', 'red.4'], orange: ['orange.6', 'orange.3'], yellow: ['yellow.5', 'yellow.8'], green: ['green.7', 'green.4'], teal: ['teal.6', 'teal.3'], blue: ['blue.6', 'blue.4'], grey: ['gray.6', 'gray.4'] } as const

/** The kinds of picture a table has, the usual one first. */
export const chartsOf = ({ columns, measure }: Pivot, things: Things): readonly ChartKind[] => {
  if (columns === byYears) return ['lines', 'bars']
  const thing = things.things.find(({ id }) => id === columns)
  return columns === byNothing || measure === 'share' || !thing || thing.many ? ['bars'] : ['stacked', 'bars']
}

/** The largest of some, in the order they stand in. */
const largest = <T>(all: readonly T[], most: number, sizeOf: (each: T) => number): readonly T[] => {
  if (all.length <= most) return all
  const kept = new Set(all.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most))
  return all.filter((each) => kept.has(each))
}

const coloured = (all: readonly { readonly id: string; readonly title: Text; readonly tone?: keyof typeof tones | undefined }[]): readonly ChartSeries[] =>
  all.map(({ id, title, tone }, index) => {
    const before = all.slice(0, index).filter((other) => other.tone === tone).length
    return { id, title, color: tone ? (tones[tone][before % tones[tone].length] ?? tones[tone][0]) : (palette[index % palette.length] ?? palette[0]) }
  })

const valueIn = (row: SheetRow, column: string): number => row.cells[column]?.value ?? 0

const figuresOf = <T>(all: readonly T[], idOf: (each: T) => string, figure: (each: T) => number | undefined): Readonly<Record<string, number>> =>
  Object.fromEntries(all.flatMap((each) => {
    const value = figure(each)
    return value === undefined ? [] : [[idOf(each), value] as const]
  }))

/** Pictures the rows of a table but that of everything, which would dwarf the others, and that of what is not known. */
export const picture = (pivot: Pivot, things: Things, { document, rows: all }: Pick<JoinedSheet, 'document' | 'rows'>, kind: ChartKind): PivotPicture | undefined => {
  const leaves = leafColumns(document).map(({ column }) => column).filter(({ id, kind: of }) => id !== wholeColumn && of === 'measure')
  const told = all.filter(({ block }) => block === 'rows')
  const rows = told.filter(({ keys }) => keys.at(-1) !== null)
  const [column] = leaves
  if (!column || rows.length === 0) return undefined
  const open = rows.length < told.length || all.some(({ cells }) => leaves.some(({ id }) => (cells[id]?.open ?? 0) > 0))
  const idOf = ({ id }: { readonly id: string }): string => id
  if (kind === 'lines') {
    const last = leaves.at(-1) ?? column
    const drawn = largest(rows, mostSeries, (row) => valueIn(row, last.id))
    const points = leaves.map((leaf) => ({ id: leaf.id, title: leaf.title, values: figuresOf(drawn, idOf, (row) => row.cells[leaf.id]?.value) }))
    return { kind, column, open, points, series: coloured(drawn), left: { series: rows.length - drawn.length, points: 0 } }
  }
  const tonesOf = things.things.find(({ id }) => id === pivot.columns)?.codes ?? []
  const drawn = pivot.columns === byYears ? leaves.slice(-mostSeries) : largest(leaves, mostSeries, ({ id }) => rows.reduce((sum, row) => sum + valueIn(row, id), 0))
  const sizeOf = (row: SheetRow): number => drawn.reduce((sum, { id }) => sum + valueIn(row, id), 0)
  const shown = largest(rows, mostPoints, sizeOf)
  return {
    kind, column, open,
    series: coloured(drawn.map((leaf) => ({ ...leaf, tone: tonesOf[Number(/^code_(\d+)$/.exec(leaf.id)?.[1] ?? -1)]?.tone }))),
    points: shown.map((row) => ({ id: row.id, title: row.title, values: figuresOf(drawn, idOf, ({ id }) => row.cells[id]?.value) })),
    left: { series: leaves.length - drawn.length, points: rows.length - shown.length },
  }
}
