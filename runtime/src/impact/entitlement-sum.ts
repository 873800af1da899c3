import { exact, roundTo, times } from '../values/number.ts'

/**
 * What an entitlement comes to: who is granted it, and what those are granted of whom it is known. Amounts are counted in millionths,
 * so that sums are exact in whatever order they are made; finer ones are rounded.
 */
export interface EntitlementSum {
  readonly granted: number
  readonly millionths: bigint
  /** Of those granted, whose amount is not known. */
  readonly unknown: number
  readonly undetermined: number
}

const decimals = 6

export const oneInMillionths = 10n ** BigInt(decimals)

export const nothingGranted: EntitlementSum = { granted: 0, millionths: 0n, unknown: 0, undetermined: 0 }

export const addSums = (a: EntitlementSum, b: EntitlementSum): EntitlementSum =>
  ({ granted: a.granted + b.granted, millionths: a.millionths + b.millionths, unknown: a.unknown + b.unknown, undetermined: a.undetermined + b.undetermined })

const half = 0.5
const toWhole = roundTo('half_up', exact(1))
const million = exact(Number(oneInMillionths))

/** An amount as results show it, to the nearest millionth. */
export const millionthsOf = (amount: number): bigint => {
  if (Number.isSafeInteger(amount)) return BigInt(amount) * oneInMillionths
  const product = amount * Number(oneInMillionths)
  const nearest = Math.round(product)
  // A product of floating point tells to which side it is rounded unless it lies that near to the middle.
  if (Number.isSafeInteger(nearest) && Math.abs(product - nearest) + Math.abs(product) * Number.EPSILON < half) return BigInt(nearest)
  const { s, n } = toWhole(times(exact(amount), million))
  return s * n
}

/** Millionths as a decimal: `1234.5`. */
export const decimalOf = (millionths: bigint): string => {
  const [sign, rest] = millionths < 0n ? ['-', -millionths] as const : ['', millionths] as const
  const fraction = String(rest % oneInMillionths).padStart(decimals, '0').replace(/0+$/, '')
  return `${sign}${rest / oneInMillionths}${fraction && `.${fraction}`}`
}

/** What `decimalOf` wrote. */
export const millionthsIn = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(`${whole}${fraction.padEnd(decimals, '0')}`)
}
