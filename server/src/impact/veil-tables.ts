type Row = readonly number[]

/** Numbers with what is hidden of them as null. */
type Veiled = readonly (number | null)[]

interface VeiledTables {
  readonly total: Veiled
  readonly tables: readonly (readonly Veiled[])[]
}

/**
 * Hides small numbers of tables, and what they could be worked out from. The last number of a row is the sum of the others; the rows of
 * each table add up to the total. Where of such a sum one number alone would be hidden, another is hidden with it. How many there are in
 * all everybody knows.
 */
export function veilTables(total: Row, tables: readonly (readonly Row[])[], isSmall: (count: number) => boolean): VeiledTables {
  const rows = [total, ...tables.flat()]
  const isKnown = (at: number, column: number): boolean => at === 0 && column === total.length - 1
  const hidden = rows.map((row, at) => row.map((count, column) => !isKnown(at, column) && isSmall(count)))
  const sums = [...rows.map((row, at) => row.map((_count, column): Place => [at, column])), ...columnsOf(total, tables)]
  // Each round hides something more, so it ends.
  for (let more = true; more;) more = sums.filter((sum) => hideAnother(sum.filter((place) => !isKnown(...place)), rows, hidden)).length > 0
  const veiled = rows.map((row, at): Veiled => row.map((count, column) => (hidden[at]?.[column] ? null : count)))
  let next = 1
  return { total: veiled[0] ?? [], tables: tables.map((table) => veiled.slice(next, (next += table.length))) }
}

type Place = readonly [row: number, column: number]

/** The numbers of each column of a table, with that of the total. */
function columnsOf(total: Row, tables: readonly (readonly Row[])[]): readonly (readonly Place[])[] {
  let first = 1
  return tables.flatMap((table) => {
    const start = first
    first += table.length
    return total.map((_count, column): readonly Place[] => [[0, column], ...table.map((_row, at): Place => [start + at, column])])
  })
}

/** Where one number of a sum alone is hidden, hides the smallest of the others; one that is nothing only where there is no other. */
function hideAnother(sum: readonly Place[], rows: readonly Row[], hidden: readonly boolean[][]): boolean {
  if (sum.filter(([row, column]) => hidden[row]?.[column]).length !== 1) return false
  const countAt = ([row, column]: Place): number => rows[row]?.[column] ?? 0
  const shown = sum.filter(([row, column]) => !hidden[row]?.[column]).toSorted((a, b) => Number(countAt(a) === 0) - Number(countAt(b) === 0) || countAt(a) - countAt(b))
  const [other] = shown
  const row = other && hidden[other[0]]
  if (!other || !row) return false
  row[other[1]] = true
  return true
}
