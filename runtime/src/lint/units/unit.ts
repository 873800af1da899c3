import { exact, type Exact } from '../../values/number.ts'
import { measureOf, plural, singular } from './measure.ts'

/**
 * A unit of measure: words with their powers (`VND/person/month` is VND¹ person⁻¹ month⁻¹). `scaled` where a plain number
 * was multiplied in, which may have turned one scale into another (12 months into a year): the scale is then not held
 * against it.
 */
export interface Unit {
  readonly powers: ReadonlyMap<string, number>
  readonly scaled: boolean
}

const unitFrom = (powers: readonly (readonly [string, number])[], scaled = false): Unit => {
  const sums = new Map<string, number>()
  for (const [word, power] of powers) sums.set(word, (sums.get(word) ?? 0) + power)
  return { powers: new Map([...sums].filter(([, power]) => power !== 0)), scaled }
}

/** Reads `VND/person/month`: one measure, then what it is per. */
export const parseUnit = (written: string): Unit => {
  const [base = '', ...rates] = written.split('/').map((word) => singular(word.trim()))
  return unitFrom([[base, 1], ...rates.map((rate) => [rate, -1] as const)])
}

/** Writes a unit the way it is read. */
export const writeUnit = ({ powers }: Unit): string => {
  const words = (sign: 1 | -1): readonly string[] => [...powers].flatMap(([word, power]) => Array.from({ length: Math.max(0, power * sign) }, () => (sign === 1 ? plural(word) : word)))
  return [words(1).join('·') || 'count', ...words(-1)].join('/')
}

const isBare = (word: string): boolean => measureOf(word).dimension === undefined && measureOf(word).scale === 1

const product = (a: Unit, b: Unit, sign: 1 | -1): Unit => {
  const all = [...a.powers, ...[...b.powers].map(([word, power]) => [word, power * sign] as const)]
  const measured = all.filter(([word]) => !isBare(word))
  const { powers } = unitFrom(measured)
  const bare = powers.size === 0 && sign === 1 && a.powers.size > 0 && [...a.powers.keys()].join() === [...b.powers.keys()].join()
  return { powers: bare ? a.powers : powers, scaled: a.scaled || b.scaled }
}

/** The unit of a product: bare counts and shares leave the other unit as it is. */
export const multiplyUnits = (a: Unit, b: Unit): Unit => product(a, b, 1)

/** The unit of a quotient. */
export const divideUnits = (a: Unit, b: Unit): Unit => product(a, b, -1)

/** The unit after a plain number was multiplied in. */
export const scaledUnit = (unit: Unit): Unit => ({ ...unit, scaled: true })

/** A bare number that may be a count or a share. */
export const bareUnit: Unit = unitFrom([])

/** One over the unit. */
export const inverseUnit = (unit: Unit): Unit => divideUnits(bareUnit, unit)

/** The same value of one member: what is per person is this person's. */
export const ofMember = ({ powers, scaled }: Unit): Unit => (powers.get('person') === -1 ? { powers: new Map([...powers].filter(([word]) => word !== 'person')), scaled } : { powers, scaled })

/** The same value given once: what is per span of time is so much for one, as twenty times a monthly amount. */
export const givenOnce = ({ powers, scaled }: Unit): Unit => ({ powers: new Map([...powers].filter(([word, power]) => !(power === -1 && measureOf(word).dimension === 'time'))), scaled })

const dimensionsOf = ({ powers }: Unit): ReadonlyMap<string, number> =>
  unitFrom([...powers].flatMap(([word, power]) => {
    const { dimension } = measureOf(word)
    return dimension === undefined ? [] : [[dimension, power] as const]
  })).powers

const scaleOf = ({ powers }: Unit): Exact =>
  [...powers].reduce((scale, [word, power]) => {
    const factor = exact(measureOf(word).scale)
    return Array.from({ length: Math.abs(power) }).reduce<Exact>((all) => (power > 0 ? all.mul(factor) : all.div(factor)), scale)
  }, exact(1))

const countingOf = ({ powers }: Unit): 'count' | 'share' | undefined => {
  const [word, ...more] = powers.keys()
  return word === undefined || more.length > 0 || powers.get(word) !== 1 ? undefined : measureOf(word).counting
}

/** Measures of something, not a number of things: three points are no count. */
const measured: readonly string[] = ['money', 'time', 'day', 'area', 'point', 'calendar_year']

/** Whether a unit counts things: persons, or things this product has no word for. */
const countsThings = (unit: Unit): boolean => {
  const [first, ...more] = dimensionsOf(unit)
  return first !== undefined && more.length === 0 && first[1] === 1 && !measured.includes(first[0])
}

const sameDimensions = (a: Unit, b: Unit): boolean => {
  const [left, right] = [dimensionsOf(a), dimensionsOf(b)]
  return left.size === right.size && [...left].every(([dimension, power]) => right.get(dimension) === power)
}

const sameCounting = (a: Unit, b: Unit): boolean => {
  const [left, right] = [countingOf(a), countingOf(b)]
  return left === undefined || right === undefined || left === right
}

/** Whether values of two units can be compared and added. A bare count fits whatever is counted. */
export const unitsFit = (a: Unit, b: Unit): boolean => {
  const thingsCounted = (countingOf(a) === 'count' && countsThings(b)) || (countingOf(b) === 'count' && countsThings(a))
  if (thingsCounted) return true
  return sameDimensions(a, b) && sameCounting(a, b) && (a.scaled || b.scaled || scaleOf(a).compare(scaleOf(b)) === 0)
}

/** Whether a unit is a bare count, or counts things. */
export const isCountUnit = (unit: Unit): boolean => countingOf(unit) === 'count' || unit.powers.size === 0 || countsThings(unit)

/** Whether a unit is a part of a whole. */
export const isShareUnit = (unit: Unit): boolean => countingOf(unit) === 'share' && scaleOf(unit).compare(1) === 0
