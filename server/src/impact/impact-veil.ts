import type { ImpactBreakdown, ImpactFigures } from './impact-schema.ts'

/** So few households or fewer could be told apart by somebody who knows the place. */
const fewest = 3

type Count = number | null

const isSmall = (count: Count): boolean => count !== null && count > 0 && count < fewest

/** Hides small counts; where only one of a line would be hidden, its neighbour too, or the total would tell it. */
export function veilCounts(counts: readonly Count[]): Count[] {
  const veiled = counts.map((count) => (isSmall(count) ? null : count))
  const hidden = veiled.filter((count) => count === null).length
  if (hidden !== 1) return veiled
  const rest = veiled.map((count, index) => ({ count, index })).filter((each): each is { count: number; index: number } => each.count !== null && each.count > 0)
  const next = rest.toSorted((a, b) => a.count - b.count)[0]
  return veiled.map((count, index) => (index === next?.index ? null : count))
}

const veilMatrix = (matrix: readonly (readonly Count[])[]): Count[][] => matrix.map(veilCounts)

const veilOne = (count: Count): Count => (isSmall(count) ? null : count)

const hides = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after)

/** Figures as readers see them who may not see the households: what would tell of single ones is left out. */
export function veilFigures(figures: ImpactFigures): ImpactFigures {
  const breakdowns = figures.breakdowns.map((breakdown): ImpactBreakdown => ({
    ...breakdown,
    // What a unit is paid would tell what its few households get.
    lines: breakdown.lines.map(({ money: _money, ...line }) => {
      const matrix = veilMatrix(line.matrix)
      const hidden = hides(line.matrix, matrix)
      return { ...line, matrix, households: veilOne(line.households), changed: hidden ? null : veilOne(line.changed) }
    }),
  }))
  const matrix = veilMatrix(figures.matrix)
  const veiled: ImpactFigures = {
    ...figures,
    matrix,
    changed: hides(figures.matrix, matrix) ? null : veilOne(figures.changed),
    breakdowns,
    money: figures.money.filter(({ before, after }) => !isSmall(before.granted) && !isSmall(after.granted)),
    changes: figures.changes.map((change) => ({ ...change, households: veilOne(change.households) })),
    lines: figures.lines.map((line) => ({ ...line, lower: veilOne(line.lower), higher: veilOne(line.higher) })),
    undetermined: { ...figures.undetermined, households: veilOne(figures.undetermined.households), questions: figures.undetermined.questions.map((question) => ({ ...question, households: veilOne(question.households) })) },
  }
  return { ...veiled, veiled: hides(figures, veiled) }
}
