import type { Grounds } from '../documents/evaluation-document.ts'
import { completedMonths, completedYears, yearOf, type Day } from '../values/day.ts'
import { mergeGrounds } from '../values/grounds.ts'
import { exact, greater, over, plus, smaller, times, zero, type Exact } from '../values/number.ts'
import { personalNumberBirthYear, personalNumberSex } from '../values/personal-number.ts'
import { anything, between, certainScalar, isList, notApplicable, numberRange, oneOf, known, type Scalar, type Value } from '../values/value.ts'

/** A number between two ends; an absent end is unbounded. */
interface Ends {
  readonly from?: Exact | undefined
  readonly to?: Exact | undefined
}

type RangeOperation = (a: Ends, b: Ends) => Ends

const add: RangeOperation = (a, b) => ({
  from: a.from && b.from && plus(a.from, b.from),
  to: a.to && b.to && plus(a.to, b.to),
})

const negate = ({ from, to }: Ends): Ends => ({ from: to?.neg(), to: from?.neg() })

const corners = (values: readonly Exact[]): Ends => {
  const [first = zero] = values
  return { from: values.reduce(smaller, first), to: values.reduce(greater, first) }
}

const isZero = (number: Exact | undefined): boolean => number !== undefined && number.compare(zero) === 0

const isPositive = ({ from }: Ends): boolean => from !== undefined && from.compare(zero) >= 0

const multiply: RangeOperation = (a, b) => {
  if (a.from && a.to && b.from && b.to) return corners([times(a.from, b.from), times(a.from, b.to), times(a.to, b.from), times(a.to, b.to)])
  if (!isPositive(a) || !isPositive(b)) return {}
  const to = isZero(a.to) || isZero(b.to) ? zero : a.to && b.to && times(a.to, b.to)
  return { from: a.from && b.from && times(a.from, b.from), to }
}

const divide: RangeOperation = (a, b) => {
  const awayFromZero = (b.from !== undefined && b.from.compare(zero) > 0) || (b.to !== undefined && b.to.compare(zero) < 0)
  if (awayFromZero && a.from && a.to && b.from && b.to) return corners([over(a.from, b.from), over(a.from, b.to), over(a.to, b.from), over(a.to, b.to)])
  if (isPositive(a) && isPositive(b)) {
    const to = a.to && b.from && !isZero(b.from) ? over(a.to, b.from) : undefined
    const from = a.from && b.to && !isZero(b.to) ? over(a.from, b.to) : zero
    return { from, to }
  }
  return {}
}

const lowest: RangeOperation = (a, b) => ({
  from: a.from && b.from && smaller(a.from, b.from),
  to: a.to && b.to ? smaller(a.to, b.to) : (a.to ?? b.to),
})

const highest: RangeOperation = (a, b) => negate(lowest(negate(a), negate(b)))

/** Arithmetic that read something not applicable is not applicable. */
const combine = (values: readonly Value[], result: (grounds: Grounds) => Value): Value => {
  const grounds = mergeGrounds(...values.map((value) => value.grounds))
  if (values.some((value) => value.possible.kind === 'none')) return notApplicable(grounds)
  const value = result(grounds)
  return values.some((each) => each.notApplicable) ? { ...value, notApplicable: true, grounds } : value
}

const overRanges = (operation: RangeOperation) => (values: readonly Value[]): Value =>
  combine(values, (grounds) => {
    const ranges = values.map((value) => numberRange(value) ?? {})
    const [first = {}, ...rest] = ranges
    const { from, to } = rest.reduce<Ends>(operation, first)
    return between(from, to, grounds)
  })

export const addValues = overRanges(add)
export const subtractValues = (a: Value, b: Value): Value => overRanges((left, right) => add(left, negate(right)))([a, b])
export const multiplyValues = overRanges(multiply)
export const minValues = overRanges(lowest)
export const maxValues = overRanges(highest)

/** Division by zero is not applicable; where the divisor may be zero, that is possible. */
export const divideValues = (a: Value, b: Value): Value => {
  const divisor = numberRange(b) ?? {}
  const value = overRanges(divide)([a, b])
  if (isZero(divisor.from) && isZero(divisor.to)) return notApplicable(value.grounds)
  const perhapsZero = (divisor.from === undefined || divisor.from.compare(zero) <= 0) && (divisor.to === undefined || divisor.to.compare(zero) >= 0)
  return perhapsZero ? { ...value, notApplicable: true, grounds: mergeGrounds(a.grounds, b.grounds) } : value
}

/** Applies a function that never decreases to a number. */
export const mapNumber = (value: Value, apply: (number: Exact) => Exact): Value =>
  combine([value], (grounds) => {
    const { from, to } = numberRange(value) ?? {}
    return between(from && apply(from), to && apply(to), grounds)
  })

const daysOf = ({ possible }: Value): { from?: Day; to?: Day } => (possible.kind === 'days' ? possible : {})

const overDays = (measure: (from: Day, to: Day) => number) => (from: Value, to: Value): Value =>
  combine([from, to], (grounds) => {
    const start = daysOf(from)
    const end = daysOf(to)
    const least = start.to !== undefined && end.from !== undefined ? exact(measure(start.to, end.from)) : undefined
    const most = start.from !== undefined && end.to !== undefined ? exact(measure(start.from, end.to)) : undefined
    return between(least, most, grounds)
  })

/** Completed years from birth to a day; a range where the birth date is known only by month or year. */
export const ageInYears = overDays(completedYears)
export const ageInMonths = overDays(completedMonths)
export const monthsBetween = overDays(completedMonths)

export const yearOfValue = (value: Value): Value =>
  combine([value], (grounds) => {
    const { from, to } = daysOf(value)
    return between(from === undefined ? undefined : exact(yearOf(from)), to === undefined ? undefined : exact(yearOf(to)), grounds)
  })

const fromPersonalNumber = (read: (number: string) => Scalar) => (value: Value): Value =>
  combine([value], (grounds) => {
    const number = certainScalar(value)
    const text = number !== undefined && typeof number === 'string' && !isList(number) && /^\d{12}$/.test(number)
    return text ? known(read(number), grounds) : anything(grounds)
  })

export const sexOfPersonalNumber = fromPersonalNumber(personalNumberSex)
export const birthYearOfPersonalNumber = fromPersonalNumber((number) => exact(personalNumberBirthYear(number)))

/** The value of the branch taken; of either while the condition is unknown. */
export const chooseValue = (truth: boolean | 'unknown', conditionGrounds: Grounds, then: Value, otherwise: Value): Value => {
  if (truth !== 'unknown') {
    const taken = truth ? then : otherwise
    return { ...taken, grounds: mergeGrounds(conditionGrounds, taken.grounds) }
  }
  return oneOf([then, otherwise], mergeGrounds(conditionGrounds, then.grounds, otherwise.grounds))
}
