import { addDays, isDay, type Day } from '../values/day.ts'
import { noGrounds } from '../values/grounds.ts'
import { dayBetween, type Scalar } from '../values/value.ts'
import type { Domain } from './domain.ts'
import { orderedDomain, type Ordering } from './ordered-domain.ts'

const ANY_DAY: Day = '2000-01-01'

/** The neighbouring day, where the calendar of four-digit years has one. */
const neighbour = (day: Day, direction: 1 | -1): Day | undefined => {
  const next = addDays(day, direction)
  return isDay(next) && (direction === 1 ? next > day : next < day) ? next : undefined
}

const dayStrictlyBetween = (above: Day | undefined, below: Day | undefined): Day | undefined => {
  if (above === undefined) return below === undefined ? ANY_DAY : neighbour(below, -1)
  const next = neighbour(above, 1)
  return next !== undefined && (below === undefined || next < below) ? next : undefined
}

const ordering: Ordering<Day> = {
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  key: (day) => day,
  literal: (day) => day,
  is: (scalar: Scalar): scalar is Day => typeof scalar === 'string' && isDay(scalar),
  value: (day) => dayBetween(day, day, noGrounds),
  between: dayStrictlyBetween,
  occurs: () => true,
  next: (day, direction) => neighbour(day, direction) ?? day,
}

/** Days known to the day. An answer that gives only a month or a year stands for its days, each of which is here. */
export const dayDomain = (constants: readonly Scalar[]): Domain => orderedDomain(ordering, constants.filter(ordering.is))
