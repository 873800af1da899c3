/** Households by category before (lines) and after (columns); null where a number is so small that it is not told. */
export type Matrix = readonly (readonly (number | null)[])[]

/** A number of households; null where it is not told. */
export type Told = number | null

const sum = (numbers: readonly Told[]): Told => numbers.reduce<Told>((total, each) => (total === null || each === null ? null : total + each), 0)

const cellAt = (matrix: Matrix, from: number, to: number): Told => {
  const cell = matrix[from]?.[to]
  return cell === undefined ? 0 : cell
}

const others = (matrix: Matrix, category: number): readonly number[] => matrix.map((_line, index) => index).filter((index) => index !== category)

/** Those who come into a category, by where they come from. */
export const entering = (matrix: Matrix, category: number): readonly Told[] => matrix.map((_line, from) => (from === category ? 0 : cellAt(matrix, from, category)))

/** Those who leave a category, by where they go. */
export const leaving = (matrix: Matrix, category: number): readonly Told[] => matrix.map((_line, to) => (to === category ? 0 : cellAt(matrix, category, to)))

export const gainOf = (matrix: Matrix, category: number): Told => sum(entering(matrix, category))
export const lossOf = (matrix: Matrix, category: number): Told => sum(leaving(matrix, category))

/** By how many households a category grows. What stays where it is does not matter, told or not. */
export const netOf = (matrix: Matrix, category: number): Told => {
  const gain = gainOf(matrix, category)
  const loss = lossOf(matrix, category)
  return gain === null || loss === null ? null : gain - loss
}

/** Households in a category before, and after. */
export const beforeOf = (matrix: Matrix, category: number): Told => sum(matrix[category] ?? [])
export const afterOf = (matrix: Matrix, category: number): Told => sum(matrix.map((_line, from) => cellAt(matrix, from, category)))

/** Categories that hold somebody, before or after, as far as is told. */
export const inhabited = (matrix: Matrix): readonly number[] => matrix.map((_line, index) => index).filter((index) => beforeOf(matrix, index) !== 0 || afterOf(matrix, index) !== 0)

/** Categories that somebody enters or leaves. */
export const moving = (matrix: Matrix): readonly number[] => matrix.map((_line, index) => index).filter((index) => others(matrix, index).some((other) => cellAt(matrix, index, other) !== 0 || cellAt(matrix, other, index) !== 0))
