import { exact, isExact, toNumber, zero, type Exact } from '../values/number.ts'
import { known, type Scalar } from '../values/value.ts'
import type { Domain } from './domain.ts'
import { orderedDomain, type Ordering } from './ordered-domain.ts'

/** What numbers there are: whole or not, and their limits, which belong to them. */
export interface NumberLimits {
  readonly integer: boolean
  readonly minimum?: Exact | undefined
  readonly maximum?: Exact | undefined
}

const MOST_DECIMALS = 15

const one = exact(1)

/** The number with the fewest decimals strictly between two others. */
const decimalBetween = (above: Exact, below: Exact, integer: boolean): Exact | undefined => {
  let unit = one
  for (let decimals = 0; decimals <= (integer ? 0 : MOST_DECIMALS); decimals += 1) {
    const candidate = above.div(unit).floor().add(1).mul(unit)
    if (candidate.compare(below) < 0) return candidate
    unit = unit.div(10)
  }
  return undefined
}

const numberBetween = (integer: boolean) => (above: Exact | undefined, below: Exact | undefined): Exact | undefined => {
  if (above && below) return decimalBetween(above, below, integer)
  if (above) return above.compare(zero) < 0 ? zero : above.floor().add(1)
  if (below) return below.compare(zero) > 0 ? zero : below.ceil().sub(1)
  return zero
}

const isNumber = (scalar: Scalar): scalar is Exact => isExact(scalar)

const isWhole = (value: Exact): boolean => value.floor().compare(value) === 0

/** Numbers within their limits. */
export const numberDomain = ({ integer, minimum, maximum }: NumberLimits, constants: readonly Scalar[]): Domain => {
  const inside = (value: Exact): boolean => (!minimum || value.compare(minimum) >= 0) && (!maximum || value.compare(maximum) <= 0)
  const between = numberBetween(integer)
  const ordering: Ordering<Exact> = {
    compare: (a, b) => a.compare(b),
    key: (value) => value.toFraction(),
    literal: toNumber,
    is: isNumber,
    value: (value) => known(value),
    between: (above, below) => {
      const value = between(above, below)
      return value && inside(value) ? value : undefined
    },
    occurs: (value) => inside(value) && (!integer || isWhole(value)),
    ...(integer && { next: (value, direction) => (direction === 1 ? value.floor().add(1) : value.ceil().sub(1)) }),
  }
  return orderedDomain(ordering, [...constants.filter(isNumber), ...[minimum, maximum].filter((limit) => limit !== undefined)])
}
