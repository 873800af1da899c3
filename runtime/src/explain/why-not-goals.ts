import type { Expression } from '../documents/logic-document.ts'
import { addDays, daysInMonth, type Day } from '../values/day.ts'
import { exact, isExact, isTooLong, toNumber, zero, type Exact } from '../values/number.ts'
import type { Scalar } from '../values/value.ts'

/** A part of an arithmetic, and what it would have to be for the whole to be the goal while the others stay. */
export interface PartGoal {
  readonly part: Expression
  readonly goal: Scalar
}

/** Certain value of a part now; undefined where there is none. */
type Known = (part: Expression) => Scalar | undefined

const numberOf = (scalar: Scalar | undefined): Exact | undefined => (isExact(scalar) ? scalar : undefined)

/** A number as far as it is reckoned with. */
const within = (number: Exact | undefined): Exact | undefined => (number && !isTooLong(number) ? number : undefined)

const solved = (part: Expression, goal: Exact | undefined): readonly PartGoal[] => {
  const reckoned = within(goal)
  return reckoned ? [{ part, goal: reckoned }] : []
}

/** Each summand: the goal without the other summands. */
export const goalsOfSum = (parts: readonly Expression[], goal: Scalar, known: Known): readonly PartGoal[] =>
  parts.flatMap((part, index) => {
    const others = parts.filter((_other, position) => position !== index).map((other) => numberOf(known(other)))
    return solved(part, others.reduce<Exact | undefined>((rest, other) => within(rest && other && rest.sub(other)), numberOf(goal)))
  })

export const goalsOfDifference = ([a, b]: readonly [Expression, Expression], goal: Scalar, known: Known): readonly PartGoal[] => {
  const [left, right, result] = [numberOf(known(a)), numberOf(known(b)), numberOf(goal)]
  return [...solved(a, result && right && result.add(right)), ...solved(b, result && left && left.sub(result))]
}

const quotient = (a: Exact | undefined, b: Exact | undefined): Exact | undefined => (a && b && b.compare(zero) !== 0 ? a.div(b) : undefined)

/** Each factor: the goal divided by the other factors. */
export const goalsOfProduct = (parts: readonly Expression[], goal: Scalar, known: Known): readonly PartGoal[] =>
  parts.flatMap((part, index) => {
    const others = parts.filter((_other, position) => position !== index).map((other) => numberOf(known(other)))
    return solved(part, quotient(numberOf(goal), others.reduce<Exact | undefined>((product, other) => within(product && other && product.mul(other)), exact(1))))
  })

export const goalsOfQuotient = ([a, b]: readonly [Expression, Expression], goal: Scalar, known: Known): readonly PartGoal[] => {
  const [left, right, result] = [numberOf(known(a)), numberOf(known(b)), numberOf(goal)]
  return [...solved(a, result && right && result.mul(right)), ...solved(b, quotient(left, result))]
}

/** The numbers at which what is rounded to a multiple of `unit` comes to the goal or leaves it. */
export const goalsOfRounding = (part: Expression, goal: Scalar, unit: number): readonly PartGoal[] =>
  isExact(goal) ? [-1, -0.5, 0, 0.5, 1].map((units) => ({ part, goal: goal.add(exact(units).mul(exact(unit))) })) : []

/** The day a number of months away; in a shorter month its last. */
const shiftMonths = (day: Day, months: number): Day => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))
  return addDays(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, date - 1)
}

const isYear = (months: number): boolean => Number.isInteger(months) && Math.abs(months) < 12 * 1000

/** Days from which, or to which, the time between is the goal; `months` is the length of its unit. */
export const goalsOfTime = ([from, to]: readonly [Expression, Expression], goal: Scalar, known: Known, months: number): readonly PartGoal[] => {
  const length = isExact(goal) ? toNumber(goal) * months : undefined
  if (length === undefined || !isYear(length)) return []
  const [start, end] = [known(from), known(to)]
  return [
    ...(typeof end === 'string' ? [{ part: from, goal: shiftMonths(end, -length) }] : []),
    ...(typeof start === 'string' ? [{ part: to, goal: shiftMonths(start, length) }] : []),
  ]
}

/** The first day of a year. */
export const goalsOfYear = (part: Expression, goal: Scalar): readonly PartGoal[] => {
  const year = isExact(goal) ? toNumber(goal) : undefined
  return year !== undefined && Number.isInteger(year) && year > 0 && year < 10_000 ? [{ part, goal: `${String(year).padStart(4, '0')}-01-01` }] : []
}
