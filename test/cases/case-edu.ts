import type { EntitlementResult, Evaluation } from '@tieuchi/runtime'
import { ageAnswers, askBenefit, entitlementOf, isGranted, keysWithPerson, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { caseDefaults } from './case-defaults.ts'
import type { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { allTold, codeTold, ethnicityTold, told, truthsTold, type Told } from './case-told.ts'
import { levelWords } from './case-words.ts'

/** Judges a case on education: tuition, learning costs and the scholarship. */
export async function judgeTuition(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const evaluation = await askBenefit(product, { programme: 'tuition', at, ...place }, factsOf(inputs, at))
  const values = valuesOf(evaluation)
  return (name) => {
    const value = values[name]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of education the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

function valuesOf(evaluation: Evaluation): Readonly<Record<string, () => unknown>> {
  const exemption = entitlementOf(evaluation, 'tuition_exemption')
  const cost = entitlementOf(evaluation, 'learning_cost_support')
  const [reduction, month] = [() => numberOf(exemption, 'level'), () => numberOf(cost, 'amount')]
  const year = () => wholeYear(cost)
  return {
    tuition_reduction: reduction,
    tuition_exemption: reduction,
    tuition_free: () => wholly(exemption),
    tuition_exempt: () => wholly(exemption),
    private_school_support: () => isGranted(entitlementOf(evaluation, 'private_school_support')),
    tuition_support: () => isGranted(entitlementOf(evaluation, 'private_school_support')),
    learning_cost: () => isGranted(cost),
    learning_cost_support: () => isGranted(cost),
    learning_cost_vnd_month: month,
    learning_cost_vnd_year: year,
    learning_cost_vnd_year_9_months: year,
    learning_cost_months: () => (cost.state === 'refused' ? 0 : cost.period?.at_most),
    scholarship: () => ifThere(evaluation, isGranted, false),
    scholarship_vnd_month: () => ifThere(evaluation, (found) => numberOf(found, 'amount'), 0),
  }
}

const wholly = (exemption: EntitlementResult): boolean | undefined => {
  const level = numberOf(exemption, 'level')
  return level === undefined ? undefined : level === 1
}

/** What is paid in the most months of a school year. */
function wholeYear(cost: EntitlementResult): number | undefined {
  const month = numberOf(cost, 'amount')
  const months = cost.period?.at_most
  if (month === 0) return 0
  return month === undefined || months === undefined ? undefined : month * months
}

/** The scholarship came later than the rest: before, nobody had it. */
function ifThere<T>({ result }: Evaluation, read: (found: EntitlementResult) => T, before: T): T {
  const found = result.entitlements.find(({ id }) => id === 'vocational_scholarship')
  return found ? read(found) : before
}

/** The person may be described apart or beside the class. */
function factsOf(inputs: Readonly<Record<string, unknown>>, at: string): BenefitFacts {
  const keys = keysWithPerson(inputs)
  const assume = statusAssumptions(keys)
  const person = allTold([
    levelOf(keys),
    codeTold(keys, 'school_type', ['school', 'school_type', 'institution', 'institution_type'], schoolWords),
    ethnicityTold(keys, caseDefaults.benefit.minority),
    disabilityOf(keys),
    truthsTold(keys, { orphan: ['orphan', 'orphaned'] }),
  ])
  const age = ageAnswers(keys, at)
  keys.finish()
  return { assume, member: { ...person.answers, ...age }, unknown: person.unknown }
}

/** Who is only called a pupil or a student is one of the usual level. */
function levelOf(keys: CaseKeys): Told {
  const [pupil, student] = [keys.takeTruth('pupil'), keys.takeTruth('student')]
  const usual = pupil === true ? 'lower_secondary' : student === true ? 'university' : pupil === null || student === null ? null : undefined
  return allTold([told('studying', usual), codeTold(keys, 'studying', ['level', 'studying', 'school_level', 'education_level', 'study_level'], { ...levelWords, ...pupilWords })])
}

const pupilWords: Readonly<Record<string, string>> = { kindergarten: 'preschool', nursery: 'preschool', pre_school: 'preschool' }

const schoolWords: Readonly<Record<string, string>> = {
  state: 'public', non_public: 'private', people_founded: 'private',
  war_invalids: 'welfare_vocational', war_invalid: 'welfare_vocational', disabled: 'welfare_vocational', disabled_institution: 'welfare_vocational',
  war_invalids_disabled: 'welfare_vocational', vocational_war_invalids_disabled: 'welfare_vocational', vocational_war_invalids: 'welfare_vocational', vocational_disabled: 'welfare_vocational', special_vocational: 'welfare_vocational',
}

/** Whoever is only called disabled has some degree of it. */
function disabilityOf(keys: CaseKeys): Told {
  const disabled = keys.takeTruth('disabled', 'disability')
  return allTold([told('disability_level', disabled === true ? caseDefaults.benefit.disability : disabled === null ? null : undefined), codeTold(keys, 'disability_level', ['disability_level', 'disability_degree'])])
}
