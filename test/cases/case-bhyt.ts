import type { EntitlementResult, Evaluation } from '@tieuchi/runtime'
import { ageAnswers, askBenefit, entitlementOf, isGranted, numberOf, statusAndPerson, type BenefitFacts } from './case-benefit.ts'
import type { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import { valueOf, type CasePlace, type CaseProduct } from './case-product.ts'
import { truthsTold, type Told } from './case-told.ts'

const programme = 'health-insurance'

/** Judges a case on health insurance: what the state pays of the premium, and the share of cost. */
export async function judgeInsurance(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const evaluation = await askBenefit(product, { programme, at, ...place }, factsOf(inputs, at))
  const support = premiumSupport(evaluation)
  const cost = entitlementOf(evaluation, 'higher_cost_share')
  const premium = valueOf(evaluation.result, 'premium')
  const paid = numberOf(support, 'amount')
  const values: Readonly<Record<string, () => unknown>> = {
    state_support_share_min: () => numberOf(support, 'level'),
    state_support_share: () => numberOf(support, 'level'),
    state_pays_vnd_month: () => paid,
    state_pays_vnd_month_min: () => paid,
    person_pays_vnd_month_max: () => (paid === undefined || typeof premium !== 'number' ? undefined : premium - paid),
    premium_vnd_month: () => premium,
    supported: () => isGranted(support),
    cost_share_paid: () => numberOf(cost, 'level'),
  }
  return (name) => {
    const value = values[name]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of health insurance the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

/** What the state pays: all of the premium, or part of it. */
function premiumSupport(evaluation: Evaluation): EntitlementResult {
  const [full, part] = [entitlementOf(evaluation, 'full_premium'), entitlementOf(evaluation, 'premium_support')]
  return full.state === 'refused' ? part : full
}

function factsOf(inputs: Readonly<Record<string, unknown>>, at: string): BenefitFacts {
  const { assume, keys } = statusAndPerson(inputs)
  return { assume, ...describe(keys, at) }
}

/** A truth by the field it answers. */
const truths: Readonly<Record<string, readonly string[]>> = {
  monthly_social_assistance: ['monthly_social_assistance', 'social_assistance', 'social_assistance_receiver'],
  insured_by_work: ['insured_by_work', 'employee', 'employed_with_insurance'],
}

const places: Readonly<Record<string, readonly string[]>> = { poor_district: ['poor_district'], poor_commune: ['poor_commune'] }

function describe(keys: CaseKeys, at: string): Omit<BenefitFacts, 'assume'> {
  const study = studyOf(keys)
  const own = truthsTold(keys, truths)
  const unit = truthsTold(keys, places)
  const age = ageAnswers(keys, at)
  keys.finish()
  return { member: { ...own.answers, ...study.answers, ...age }, unit: unit.answers, unknown: [...own.unknown, ...unit.unknown, ...study.unknown] }
}

/** Pupils and students are one group; which level they attend does not matter. */
function studyOf(keys: CaseKeys): Told {
  const [student, pupil] = [keys.takeTruth('student', 'in_education'), keys.takeTruth('pupil')]
  if (student === true) return { answers: { studying: 'university' }, unknown: [] }
  if (pupil === true) return { answers: { studying: 'upper_secondary' }, unknown: [] }
  return { answers: {}, unknown: student === null || pupil === null ? ['studying'] : [] }
}
