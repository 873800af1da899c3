import { addSums, decimalOf, nothingGranted, type EntitlementSum } from '@tieuchi/runtime/impact/entitlement-sum.ts'

/** What an entitlement comes to under some rules: of the household in households, of members in members. */
export interface MoneyFigures {
  readonly granted: number
  /** The sum of the amounts granted that are known, as a decimal: `1234.5`. */
  readonly amount: string
  /** Of those granted, whose amount is not known. */
  readonly unknown: number
  readonly undetermined: number
}

interface BeforeAndAfter {
  readonly before: MoneyFigures
  readonly after: MoneyFigures
}

/** One entitlement under both rules; one that only one of them has comes to nothing under the other. */
export interface EntitlementMoney extends BeforeAndAfter {
  readonly entitlement: string
  /** By unit; those for whom it comes to nothing need not stand here. */
  readonly units: readonly (BeforeAndAfter & { readonly key: string })[]
}

/** What all entitlements come to, those of the rules after first. */
export interface MoneyPart {
  readonly entitlements: readonly EntitlementMoney[]
}

/** By unit. */
export type Sums = Map<string, EntitlementSum>

export const raise = (sums: Sums, unit: string, by: EntitlementSum) => sums.set(unit, addSums(sums.get(unit) ?? nothingGranted, by))

const figuresOf = ({ granted, millionths, unknown, undetermined }: EntitlementSum): MoneyFigures => ({ granted, amount: decimalOf(millionths), unknown, undetermined })

const totalOf = (sums: Sums): MoneyFigures => figuresOf([...sums.values()].reduce(addSums, nothingGranted))

/** An entitlement under both rules. */
export function moneyOf(entitlement: string, before: Sums, after: Sums): EntitlementMoney {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const at = (sums: Sums, key: string) => figuresOf(sums.get(key) ?? nothingGranted)
  return { entitlement, before: totalOf(before), after: totalOf(after), units: keys.map((key) => ({ key, before: at(before, key), after: at(after, key) })) }
}
