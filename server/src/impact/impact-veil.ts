import type { ImpactBreakdown, ImpactFigures } from './impact-schema.ts'
import { veilTables } from './veil-tables.ts'

/** So few households or fewer could be told apart by somebody who knows the place. */
const fewestTold = 3

type Count = number | null

const isSmall = (count: number): boolean => count > 0 && count < fewestTold

/** A count that stands for itself. */
export const veilCount = (count: Count): Count => (count !== null && isSmall(count) ? null : count)

/** Numbers of a matrix in a row, then how many there are in all. */
const rowOf = (matrix: readonly (readonly Count[])[], households: Count): number[] => [...matrix.flat(), households].map((count) => count ?? 0)

const matrixOf = (row: readonly Count[], size: number): Count[][] => Array.from({ length: size }, (_line, at) => row.slice(at * size, (at + 1) * size))

/** How many do not stand on the diagonal, where none of the numbers is hidden. */
const changedIn = (matrix: readonly (readonly Count[])[], changed: Count): Count => (matrix.flat().includes(null) ? null : veilCount(changed))

/** Figures as readers see them who may not see the households: what would tell of few of them is left out, and what it could be worked out from. */
export function veilFigures(figures: ImpactFigures): ImpactFigures {
  const size = figures.categories.length
  const { total, tables } = veilTables(rowOf(figures.matrix, figures.households), figures.breakdowns.map(({ lines }) => lines.map((line) => rowOf(line.matrix, line.households))), isSmall)
  const breakdowns = figures.breakdowns.map((breakdown, index): ImpactBreakdown => ({
    ...breakdown,
    // What a unit is paid would tell what its few households get.
    lines: breakdown.lines.map(({ money: _money, ...line }, at) => {
      const row = tables[index]?.[at] ?? []
      const matrix = matrixOf(row, size)
      return { ...line, matrix, households: row.at(-1) ?? null, changed: changedIn(matrix, line.changed) }
    }),
  }))
  const matrix = matrixOf(total, size)
  return {
    ...figures,
    matrix,
    changed: changedIn(matrix, figures.changed),
    breakdowns,
    money: figures.money.filter(({ before, after }) => [before, after].every(({ granted, unknown, undetermined }) => ![granted, unknown, undetermined].some(isSmall))),
    changes: figures.changes.map((change) => ({ ...change, households: veilCount(change.households) })),
    lines: figures.lines.map((line) => ({ ...line, lower: veilCount(line.lower), higher: veilCount(line.higher) })),
    undetermined: { ...figures.undetermined, households: veilCount(figures.undetermined.households), questions: figures.undetermined.questions.map((question) => ({ ...question, households: veilCount(question.households) })) },
    veiled: [...total, ...tables.flat(2)].includes(null),
  }
}
