import { canonicalJson } from '../release/canonical-json.ts'
import { exact, zero } from '../values/number.ts'

const isHolder = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Whether two JSON values are the same: numbers by value, groups whatever the order of their properties. */
export const sameJson = (a: unknown, b: unknown): boolean => a === b || (isHolder(a) && isHolder(b) && canonicalJson(a) === canonicalJson(b))

/** Whether a value is one of those allowed. */
export const isOneOf = (allowed: readonly unknown[], value: unknown): boolean => allowed.some((each) => sameJson(each, value))

/** Whether no two items are the same, where that is asked. */
export const hasUniqueItems = (asked: boolean, items: readonly unknown[]): boolean => !asked || new Set(items.map(canonicalJson)).size === items.length

/** Whether a number is a whole multiple of another, both as the decimals they print. */
export const isMultiple = (divisor: number, number: number): boolean => exact(number).mod(exact(divisor)).compare(zero) === 0
