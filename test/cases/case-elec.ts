import { askBenefit, entitlementOf, isGranted, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { truthsTold } from './case-told.ts'

const programme = 'electricity'

/** The value of the pack that a case names the price of. */
const price = 'tier1_price'

/** Judges a case on the support of the electricity bill. */
export async function judgeElectricity(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const keys = new CaseKeys(inputs, 'inputs')
  const named = keys.takeNumber('tier1_price_vnd', 'tier1_price', 'tier_1_price_vnd')
  const evaluation = await askBenefit(product, { programme, at, ...place }, factsOf(keys))
  const support = entitlementOf(evaluation, 'electricity_support')
  const amount = vouchedFor(product, at, place, named) || isGranted(support) === false ? numberOf(support, 'amount') : undefined
  const values: Readonly<Record<string, unknown>> = { electricity_vnd_month: amount, support_vnd_month: amount, electricity_supported: isGranted(support), supported: isGranted(support), eligible: isGranted(support) }
  return (name) => {
    if (!Object.hasOwn(values, name)) throw new CaseProblem(`expected has the key “${name}”; of electricity the product tells ${Object.keys(values).join(', ')}`)
    return values[name]
  }
}

/**
 * Whether the product's amount is one of the case's world. The price of a case is held against that of the pack, never
 * put in its place: another price fails the case, an unknown one leaves the amount unknown.
 */
function vouchedFor(product: CaseProduct, at: string, place: CasePlace, named: number | null | undefined): boolean {
  if (named === undefined) return true
  if (named === null) return false
  const own = product.assembly(at, programme, place).parameters.get(price)?.parameter.value
  if (own !== undefined && own !== named) throw new CaseProblem(`the case has ${named} as the price of tier 1 on ${at}, the packs have ${String(own)}`)
  return true
}

function factsOf(keys: CaseKeys): BenefitFacts {
  const assume = statusAssumptions(keys)
  const own = truthsTold(keys, { social_policy_household: ['social_policy_household', 'social_policy', 'policy_household'] })
  const used = keys.takeNumber('monthly_electricity', 'kwh_month', 'monthly_kwh', 'kwh', 'electricity_kwh_month', 'consumption_kwh_month')
  keys.finish()
  return { assume, household: { ...own.answers, ...(typeof used === 'number' && { monthly_electricity: used }) }, unknown: own.unknown }
}
