import { ageAnswers, askBenefit, entitlementOf, isGranted, keysWithPerson, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseProblem } from './case-problem.ts'
import { valueOf, type CasePlace, type CaseProduct } from './case-product.ts'
import { allTold, ethnicityTold, truthsTold } from './case-told.ts'

/** Judges a case on voluntary social insurance: what the state pays of a participant's contribution. */
export async function judgeVoluntaryInsurance(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const evaluation = await askBenefit(product, { programme: 'voluntary-insurance', at, ...place }, factsOf(inputs, at))
  const support = entitlementOf(evaluation, 'contribution_support')
  const contribution = valueOf(evaluation.result, 'least_contribution')
  const values: Readonly<Record<string, () => unknown>> = {
    support_vnd_month: () => numberOf(support, 'amount'),
    state_support_vnd_month: () => numberOf(support, 'amount'),
    support_share: () => numberOf(support, 'level'),
    contribution_vnd_month: () => contribution,
    supported: () => isGranted(support),
    eligible: () => isGranted(support),
  }
  return (name) => {
    const value = values[name.replace(/_min$/, '')]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of voluntary social insurance the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

/** Whoever a case is about takes part, unless it says otherwise. */
function factsOf(inputs: Readonly<Record<string, unknown>>, at: string): BenefitFacts {
  const keys = keysWithPerson(inputs)
  const assume = statusAssumptions(keys)
  const person = allTold([
    { answers: caseDefaults.benefit.insured, unknown: [] },
    ethnicityTold(keys, caseDefaults.benefit.minority),
    truthsTold(keys, { compulsory_social_insurance: ['compulsory_social_insurance', 'compulsory_insurance', 'compulsory'], joins_voluntary_insurance: ['joins_voluntary_insurance', 'participant', 'participates'] }),
  ])
  const age = ageAnswers(keys, at)
  keys.finish()
  return { assume, member: { ...omit(person.answers, person.unknown), ...age }, unknown: person.unknown }
}

const omit = <Values extends Readonly<Record<string, unknown>>>(values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name))) as Values
