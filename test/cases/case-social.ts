import type { Answers, Evaluation } from '@tieuchi/runtime'
import { ageAnswers, askBenefit, entitlementOf, isGranted, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys, isObject } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { socialGroup, type SocialGroup } from './case-social-groups.ts'

type SocialQuestion = CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }

/** Judges a case on social assistance: the monthly assistance, what is given in need and for a burial, and the social pension. */
export async function judgeSocial(product: CaseProduct, { at, inputs, ...place }: SocialQuestion): Promise<(name: string) => unknown> {
  const facts = factsOf(inputs, at)
  const assistance = await askBenefit(product, { programme: 'social-assistance', at, ...place }, facts)
  const pension = product.hasRules(at, 'social-pension') ? await askBenefit(product, { programme: 'social-pension', at, ...place }, facts) : undefined
  const values = valuesOf(assistance, pension, facts)
  return (name) => {
    const value = values[name.replace(/_(min|max)$/, '')]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of social assistance the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

function valuesOf(assistance: Evaluation, pension: Evaluation | undefined, { member = {} }: BenefitFacts): Readonly<Record<string, () => unknown>> {
  const of = (id: string) => entitlementOf(assistance, id)
  const pensionAmount = () => (pension ? numberOf(entitlementOf(pension, 'social_pension'), 'amount') : 0)
  /** Who is named as having no pension has been paid by either programme, one after the other. */
  const monthly = () => {
    const amount = numberOf(of('monthly_assistance'), 'amount')
    return amount === 0 && member['pension'] === false ? pensionAmount() : amount
  }
  return {
    monthly_vnd: monthly,
    monthly_assistance_vnd: monthly,
    coefficient: () => numberOf(of('monthly_assistance'), 'level'),
    eligible: () => isGranted(of('monthly_assistance')),
    granted: () => isGranted(of('monthly_assistance')),
    social_assistance: () => isGranted(of('monthly_assistance')),
    burial_vnd: () => numberOf(of('burial_support'), 'amount'),
    burial: () => isGranted(of('burial_support')),
    injury_vnd: () => numberOf(of('injury_support'), 'amount'),
    serious_injury_vnd: () => numberOf(of('injury_support'), 'amount'),
    death_vnd: () => numberOf(of('disaster_death_support'), 'amount'),
    rice_kg_month: () => numberOf(of('emergency_rice'), 'amount'),
    rice_kg: () => numberOf(of('emergency_rice'), 'amount'),
    social_pension: () => (pension ? isGranted(entitlementOf(pension, 'social_pension')) : false),
    social_pension_vnd: pensionAmount,
    social_pension_vnd_month: pensionAmount,
    social_pension_monthly_vnd: pensionAmount,
  }
}

/** A truth by the field it answers; where it is `null` the field is unknown. */
const truths: Readonly<Record<string, readonly string[]>> = {
  single_parent: ['single_parent'],
  without_parental_support: ['without_parental_support', 'without_support', 'no_parental_support'],
  nobody_to_support: ['nobody_to_support', 'no_support', 'no_one_to_support'],
  cared_for_in_community: ['cared_for_in_community', 'cared_in_community'],
  pension: ['pension', 'has_pension', 'receives_pension'],
  stable_income: ['stable_income'],
  hiv: ['hiv'],
  lacks_food: ['lacks_food'],
  serious_injury: ['serious_injury', 'seriously_injured'],
}

/** Truths of somebody who has died. */
const truthsOfDeceased: Readonly<Record<string, readonly string[]>> = {
  deceased: ['deceased', 'died'],
  died_by_disaster: ['died_by_disaster', 'death_by_disaster'],
  monthly_social_assistance: ['receiver', 'monthly_social_assistance', 'social_assistance_receiver', 'receives_social_assistance'],
  single_parents_child: ['single_parents_child', 'child_of_single_parent', 'child_of_poor_single_parent'],
  survivor_benefit: ['survivor_benefit', 'survivors_benefit'],
}

const places: Readonly<Record<string, readonly string[]>> = { very_hard_area: ['very_hard_area', 'hard_area', 'minority_mountain', 'very_hard'] }

function factsOf({ person, ...inputs }: SocialQuestion['inputs'], at: string): BenefitFacts {
  if (person !== undefined && !isObject(person)) throw new CaseProblem(`person is ${JSON.stringify(person)}; expected an object`)
  const keys = new CaseKeys({ ...person, ...inputs }, 'inputs')
  const assume = statusAssumptions(keys)
  const group = groupOf(keys)
  const [own, gone, unit] = [truthsOf(keys, truths), truthsOf(keys, truthsOfDeceased), truthsOf(keys, places)]
  const [counts, study] = [childrenOf(keys), studyOf(keys)]
  const degree = keys.takeText('disability_level', 'disability', 'disability_degree', 'degree', 'severity')
  const age = ageOf(keys, group, at)
  keys.finish()
  const said = [own, gone, counts, study, told('disability_level', degree)]
  const unknown = [...said, unit].flatMap((each) => each.unknown)
  const member = Object.assign({}, caseDefaults.benefit.social, group.member, Object.keys(gone.answers).length > 0 && { deceased: true }, ...said.map(({ answers }) => answers), age) as Answers
  return { assume, unknown, member: Object.fromEntries(Object.entries(member).filter(([field]) => !unknown.includes(field))), unit: { ...group.unit, ...unit.answers } }
}

function groupOf(keys: CaseKeys): SocialGroup {
  const [one, several] = [keys.takeText('group', 'target_group'), keys.takeTexts('groups')]
  return socialGroup([...(typeof one === 'string' ? [one] : []), ...(several ?? [])])
}

/** The age told, else that of the group; a group that spans levels says none. */
function ageOf(keys: CaseKeys, { age }: SocialGroup, at: string): Answers {
  if (['age', 'age_years', 'birth_date'].some((key) => keys.has(key)) || age === undefined) return ageAnswers(keys, at)
  return age === null ? {} : ageAnswers(new CaseKeys({ age }, 'group'), at)
}

interface Told {
  readonly answers: Answers
  readonly unknown: readonly string[]
}

const told = (field: string, answer: string | number | boolean | null | undefined): Told =>
  ({ answers: answer === null || answer === undefined ? {} : { [field]: answer }, unknown: answer === null ? [field] : [] })

const truthsOf = (keys: CaseKeys, names: Readonly<Record<string, readonly string[]>>): Told => {
  const all = Object.entries(names).map(([field, words]) => told(field, keys.takeTruth(...words)))
  return { answers: Object.assign({}, ...all.map(({ answers }) => answers)) as Answers, unknown: all.flatMap(({ unknown }) => unknown) }
}

const childrenOf = (keys: CaseKeys): Told => told('children_raised', keys.takeNumber('children', 'children_raised', 'number_of_children', 'child_count'))

const studyOf = (keys: CaseKeys): Told => {
  const level = keys.takeText('studying')
  const inEducation = keys.takeTruth('in_education', 'student', 'pupil')
  if (level !== undefined) return told('studying', level)
  return told('studying', inEducation === true ? 'upper_secondary' : inEducation === false ? caseDefaults.benefit.none : inEducation)
}
