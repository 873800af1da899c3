import type { FieldSchema } from '../../documents/common-document.ts'
import { exact, type Exact } from '../../values/number.ts'
import { largestExact } from '../graph/node.ts'

/** Decimals a record keeps of a number; a household with more goes to the interpreter. */
const decimals = 10_000

/** Greatest number a record keeps, in wholes of its scale; small enough that the usual arithmetic stays exact. */
const largestKept = 1_000_000_000_000

/** How the numbers of a field are kept: `scale` times greater, as whole numbers between two ends. */
export interface NumberScale {
  readonly scale: number
  readonly from: number
  readonly to: number
  /** The ends while nobody has answered; an absent one is open. */
  readonly least?: number
  readonly greatest?: number
}

/** Numerator and denominator as doubles; undefined where they are too large for that. */
export const fractionOf = (value: Exact): { readonly numerator: number; readonly denominator: number } | undefined => {
  const [numerator, denominator] = [value.s * value.n, value.d]
  return value.n <= BigInt(largestExact) && denominator <= BigInt(largestExact) ? { numerator: Number(numerator), denominator: Number(denominator) } : undefined
}

const scaled = (limit: number | undefined, scale: number): number | undefined => {
  const fraction = limit === undefined ? undefined : fractionOf(exact(limit).mul(scale))
  return fraction?.denominator === 1 ? fraction.numerator : undefined
}

/** The fraction that a number of a document is; whole numbers need no arithmetic. */
export const fractionOfNumber = (number: number): ReturnType<typeof fractionOf> =>
  Number.isSafeInteger(number) ? { numerator: number + 0, denominator: 1 } : fractionOf(exact(number))

/** How numbers of a field are kept; undefined where its own ends are finer or greater than a record keeps. */
export const numberScaleOf = ({ type, minimum, maximum }: FieldSchema): NumberScale | undefined => {
  const scale = type === 'integer' ? 1 : decimals
  const [least, greatest] = [scaled(minimum, scale), scaled(maximum, scale)]
  if ((minimum !== undefined && least === undefined) || (maximum !== undefined && greatest === undefined)) return undefined
  if (Math.abs(least ?? 0) > largestKept) return undefined
  return {
    scale,
    from: least ?? -largestKept,
    to: Math.min(greatest ?? largestKept, largestKept),
    ...(least !== undefined && { least }),
    ...(greatest !== undefined && { greatest }),
  }
}

/**
 * A number in wholes of a scale; undefined where it is not whole, or beyond the ends. A double that is the quotient of a whole
 * number below 2⁵³ and 10⁴ prints as that decimal, for two decimals of up to 15 digits are never one double.
 */
export const scaledNumber = (number: number, { scale, from, to }: NumberScale): number | undefined => {
  const whole = Math.round(number * scale)
  return whole / scale === number && whole >= from && whole <= to ? whole : undefined
}
