/** Letters of a column of a sheet by its number from 1: `A`, `Z`, `AA`. */
export const columnLetters = (column: number): string => {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCodePoint(65 + ((column - 1) % 26))}`
}
