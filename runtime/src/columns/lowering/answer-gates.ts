import type { AnswerLane } from '../../plan/graph/node.ts'
import { yearPlaces, daysPlaces } from '../../plan/dictionary/day-code.ts'
import type { Column } from '../column.ts'
import { dateBits } from '../column-kinds/date-column.ts'
import { digitsBits } from '../column-kinds/digits-column.ts'
import { addBits, bitsOfConstant, chooseBits, equalBits, timesConstant, type Bits } from '../circuit/bit-numbers.ts'
import { ones, zero, type Gate, type Gates } from '../circuit/gates.ts'
import { slicedAdd, slicedChoose } from '../circuit/sliced-arithmetic.ts'
import { sliced, slicedConstant, type SlicedNumber } from '../circuit/sliced-number.ts'

/** The bits of a column as a circuit reads them. */
export interface ColumnGates {
  readonly column: Column
  /** Whether there is an answer; one for all where nobody left it open. */
  readonly known: Gate
  /** Zero where there is no answer. */
  readonly bits: Bits
}

/** What a lane of an answer is: a bit, or a number or code. */
export type LaneGates = { readonly kind: 'bit'; readonly gate: Gate } | { readonly kind: 'number'; readonly number: SlicedNumber }

const bitLane = (gate: Gate): LaneGates => ({ kind: 'bit', gate })
const numberLane = (number: SlicedNumber): LaneGates => ({ kind: 'number', number })

/** The number where there is an answer, else the end it could have. */
const orEnd = (gates: Gates, known: Gate, number: SlicedNumber, end: number): SlicedNumber => {
  if (end === -Infinity) return { ...number, below: gates.not(known) }
  if (end === Infinity) return { ...number, above: gates.not(known) }
  // Without an answer the bits are zero.
  return number.base === BigInt(end) ? number : slicedChoose(gates, known, number, slicedConstant(end))
}

/** How many wholes of the plan's scale one unit of a column's last decimal place is. */
const unitsOf = ({ scale = 1, decimals }: { readonly scale?: number; readonly decimals: number }): bigint => BigInt(scale) / 10n ** BigInt(decimals)

const numberLanes = (gates: Gates, { column: { encoding }, known, bits }: ColumnGates, name: AnswerLane): LaneGates => {
  const { base, decimals, scale } = encoding
  if (!scale) throw new Error('A number that no plan keeps was read by one')
  const factor = unitsOf({ scale: scale.scale, decimals })
  const number = sliced({ base: BigInt(base) * factor, factor, bits })
  return numberLane(orEnd(gates, known, number, name === 'from' ? (scale.least ?? -Infinity) : (scale.greatest ?? Infinity)))
}

const yearOf = ({ bits, column }: ColumnGates): SlicedNumber => sliced({ base: BigInt(column.encoding.base), bits: bits.slice(dateBits.year) })

const century = 100n

/** Whether the year is one of 366 days; the base of the years is a multiple of four. */
const isLeap = (gates: Gates, columnGates: ColumnGates): Gate => {
  const { base, width } = columnGates.column.encoding
  const years = columnGates.bits.slice(dateBits.year)
  const last = BigInt(base) + (1n << BigInt(width - dateBits.year)) - 1n
  const plain: Gate[] = []
  for (let year = (BigInt(base) / century) * century; year <= last; year += century) {
    if (year >= BigInt(base) && year % (4n * century) !== 0n) plain.push(equalBits(gates, years, bitsOfConstant(year - BigInt(base))))
  }
  return gates.every([gates.not(years[0] ?? zero), gates.not(years[1] ?? zero), gates.not(gates.some(plain))])
}

/** The last day of the month: 31, 30, 29 or 28. */
const lastDay = (gates: Gates, columnGates: ColumnGates): Bits => {
  const months = columnGates.bits.slice(dateBits.month, dateBits.year)
  const isMonth = (...numbers: readonly number[]) => gates.some(numbers.map((number) => equalBits(gates, months, bitsOfConstant(BigInt(number - 1)))))
  const february = isMonth(2)
  const thirtyOne = isMonth(1, 3, 5, 7, 8, 10, 12)
  return [gates.or(thirtyOne, gates.and(february, isLeap(gates, columnGates))), gates.not(february), ones, ones, ones]
}

/** The day code of the first or the last day that a date may mean. */
const dateLanes = (gates: Gates, columnGates: ColumnGates, name: AnswerLane): LaneGates => {
  const { bits, known } = columnGates
  const [dayOpen = zero, monthOpen = zero] = bits
  const day = bits.slice(dateBits.day, dateBits.month)
  const month = bits.slice(dateBits.month, dateBits.year)
  const isLast = name === 'to'
  const days = isLast && dayOpen !== zero ? chooseBits(gates, dayOpen, chooseBits(gates, monthOpen, bitsOfConstant(31n), lastDay(gates, columnGates)), day) : day
  const months = isLast && monthOpen !== zero ? chooseBits(gates, monthOpen, bitsOfConstant(11n), month) : month
  const years = yearOf(columnGates)
  const yearly = sliced({ base: years.base * BigInt(yearPlaces), bits: timesConstant(gates, years.bits, BigInt(yearPlaces)) })
  const within = sliced({ bits: [...Array.from({ length: Math.log2(daysPlaces) }, (_bit, index) => days[index] ?? zero), ...months] })
  return numberLane(orEnd(gates, known, slicedAdd(gates, yearly, within), isLast ? Infinity : -Infinity))
}

/** Sex by whether the fourth digit is even, and the year of birth by that and the two digits after it. */
const digitsLanes = (gates: Gates, { known, bits }: ColumnGates, name: AnswerLane): LaneGates => {
  const [odd = zero, ...centuries] = bits.slice(digitsBits.sign, digitsBits.place)
  if (name === 'sex') return numberLane(sliced({ bits: [gates.and(known, gates.not(odd)), gates.and(known, odd)] }))
  const years = addBits(gates, timesConstant(gates, centuries, century), bits.slice(digitsBits.year, digitsBits.sign))
  return numberLane(orEnd(gates, known, sliced({ base: 1900n, bits: years }), name === 'from' ? -Infinity : Infinity))
}

const truthLanes = (gates: Gates, { known, bits: [yes = zero] }: ColumnGates, name: AnswerLane): LaneGates => bitLane(name === 'yes' ? yes : gates.and(known, gates.not(yes)))

const codesLanes = ({ known, bits }: ColumnGates, name: AnswerLane): LaneGates => bitLane(name === 'asked' ? known : (bits[Number(name.slice('has'.length))] ?? zero))

const lanes: Readonly<Record<Column['kind'], (gates: Gates, columnGates: ColumnGates, name: AnswerLane) => LaneGates>> = {
  truth: truthLanes,
  number: numberLanes,
  date: dateLanes,
  digits: digitsLanes,
  codes: (_gates, columnGates, name) => codesLanes(columnGates, name),
  text: (_gates, { known, bits }) => numberLane(sliced({ bits, least: known === ones ? 1n : 0n })),
}

/** A lane of an answer out of its column's bits. */
export const laneOfColumn = (gates: Gates, columnGates: ColumnGates, name: AnswerLane): LaneGates => lanes[columnGates.column.kind](gates, columnGates, name)

/** The same lanes of something nobody knows: what stands in for earlier decisions that may not be listed. */
export const laneOfNothing = (name: AnswerLane): LaneGates => {
  if (name === 'from') return numberLane(slicedConstant(-Infinity))
  if (name === 'to') return numberLane(slicedConstant(Infinity))
  return name === 'code' || name === 'sex' || name === 'type' ? numberLane(slicedConstant(0)) : bitLane(zero)
}
