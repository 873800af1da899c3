import { largestExact, type Bounds } from './node.ts'

/** Bounds of a bit. */
export const bitBounds: Bounds = { from: 0, to: 1, below: false, above: false }

/** Finite numbers between two ends. */
export const finite = (from: number, to: number): Bounds => ({ from, to, below: false, above: false })

/** Exactly one number, or one infinity. */
export const boundsOfConstant = (value: number): Bounds =>
  Number.isFinite(value) ? finite(value, value) : { from: 0, to: 0, below: value < 0, above: value > 0 }

export const isFinite = ({ below, above }: Bounds): boolean => !below && !above

/** Least and greatest with infinities counted. */
export const lowestOf = ({ from, below }: Bounds): number => (below ? -Infinity : from)
export const highestOf = ({ to, above }: Bounds): number => (above ? Infinity : to)

/** Whether every finite value is an exact double. */
export const areExact = ({ from, to }: Bounds): boolean => from >= -largestExact && to <= largestExact

/** The same, cut to what a household that does not escape can have. */
export const cutToExact = ({ from, to, below, above }: Bounds): Bounds => ({ from: Math.max(from, -largestExact), to: Math.min(to, largestExact), below, above })

const ends = (corners: readonly number[], below: boolean, above: boolean): Bounds => ({ from: Math.min(...corners), to: Math.max(...corners), below, above })

export const joined = (...all: readonly Bounds[]): Bounds => ({
  from: Math.min(...all.map(({ from }) => from)),
  to: Math.max(...all.map(({ to }) => to)),
  below: all.some(({ below }) => below),
  above: all.some(({ above }) => above),
})

export const addBounds = (a: Bounds, b: Bounds): Bounds => ({ from: a.from + b.from, to: a.to + b.to, below: a.below || b.below, above: a.above || b.above })

export const negateBounds = ({ from, to, below, above }: Bounds): Bounds => ({ from: -to, to: -from, below: above, above: below })

/** An infinity times a negative number is the other infinity. */
export const multiplyBounds = (a: Bounds, b: Bounds): Bounds => {
  const corners = [a.from * b.from, a.from * b.to, a.to * b.from, a.to * b.to]
  const positive = (bounds: Bounds) => bounds.to > 0 || bounds.above
  const negative = (bounds: Bounds) => bounds.from < 0 || bounds.below
  const above = (a.above && positive(b)) || (b.above && positive(a)) || (a.below && negative(b)) || (b.below && negative(a))
  const below = (a.above && negative(b)) || (b.above && negative(a)) || (a.below && positive(b)) || (b.below && positive(a))
  return ends(corners, below, above)
}

export const lowerBounds = (a: Bounds, b: Bounds): Bounds => ({
  from: Math.min(a.from, b.from),
  to: a.above || b.above ? Math.max(a.to, b.to) : Math.min(a.to, b.to),
  below: a.below || b.below,
  above: a.above && b.above,
})

export const higherBounds = (a: Bounds, b: Bounds): Bounds => negateBounds(lowerBounds(negateBounds(a), negateBounds(b)))

/** Division by a positive number of at least `b.from`, rounded by `round`. */
export const divideBounds = (a: Bounds, b: Bounds, round: (number: number) => number): Bounds => {
  const corners = [a.from, a.to].flatMap((number) => [round(number / Math.max(1, b.from)), round(number / Math.max(1, b.to))])
  return ends(corners, a.below, a.above)
}
