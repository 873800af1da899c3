import type { Answers } from '@tieuchi/runtime'
import { ageAnswers, askBenefit, entitlementOf, isGranted, person, statusAndPerson, type BenefitFacts } from './case-benefit.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { truthsTold, type Told } from './case-told.ts'

const programme = 'legal-aid'

/** What the product tells of legal aid. */
const names: readonly string[] = ['legal_aid', 'eligible', 'legal_aid_eligible']

/** Judges a case on legal aid. */
export async function judgeLegalAid(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const evaluation = await askBenefit(product, { programme, at, ...place }, factsOf(inputs, at))
  const aid = isGranted(entitlementOf(evaluation, 'legal_aid'))
  return (name) => {
    if (!names.includes(name)) throw new CaseProblem(`expected has the key “${name}”; of legal aid the product tells ${names.join(', ')}`)
    return aid
  }
}

function factsOf(inputs: Readonly<Record<string, unknown>>, at: string): BenefitFacts {
  const { assume, keys } = statusAndPerson(inputs)
  return { assume, ...describe(keys, at) }
}

const truths: Readonly<Record<string, readonly string[]>> = {
  accused: ['accused', 'accused_person'],
  monthly_social_assistance: ['monthly_social_assistance', 'social_assistance', 'social_assistance_receiver'],
}

/** The groups of Article 7(7) by their code, as cases spell them. */
const groups: Readonly<Record<string, readonly string[]>> = {
  martyr_relative: ['martyr_relative', 'relative_of_martyr', 'martyr_family', 'raised_martyr'],
  agent_orange: ['agent_orange', 'agent_orange_victim'],
  elderly: ['elderly', 'elder'],
  disabled: ['disabled', 'disability'],
  victim_16_to_18: ['victim_16_to_18', ...['17', '18'].map((age) => `victim_16_${age}`), 'minor_victim', 'child_victim', 'crime_victim', 'criminal_victim', 'victim'],
  domestic_violence: ['domestic_violence', 'domestic_violence_victim', 'victim_of_domestic_violence'],
  trafficking: ['trafficking', 'trafficking_victim', 'trafficked', 'victim_of_trafficking', 'human_trafficking_victim'],
  hiv: ['hiv', 'hiv_infected', 'living_with_hiv'],
}

function describe(keys: CaseKeys, at: string): Omit<BenefitFacts, 'assume'> {
  const own = truthsTold(keys, truths)
  const told = withNamed(truthsTold(keys, groups), [keys.takeText('group', 'legal_group') ?? [], keys.takeTexts('groups', 'legal_groups', 'legal_aid_groups') ?? []].flat())
  const age = keys.has('age') || keys.has('age_years') || keys.has('birth_date') ? ageAnswers(keys, at) : ageInGroup(told.answers, at)
  keys.finish()
  return { member: { ...own.answers, ...membership(told), ...age }, unknown: [...own.unknown, ...(told.unknown.length > 0 ? ['legal_aid_groups'] : [])] }
}

/** Groups that are named instead of being told one by one. */
function withNamed({ answers, unknown }: Told, named: readonly string[]): Told {
  const codes = named.map((word) => {
    const [code] = Object.entries(groups).find(([each, words]) => each === word || words.includes(word)) ?? []
    if (code === undefined) throw new CaseProblem(`“${word}” is no group of legal aid the adapter knows (${Object.keys(groups).join(', ')})`)
    return [code, true] as const
  })
  return { answers: { ...answers, ...Object.fromEntries(codes) }, unknown }
}

/** The groups a person is in; while one may be missing nothing is said of them, unless one is known. */
function membership({ answers, unknown }: Told): Answers {
  const inside = Object.entries(answers).flatMap(([group, truth]) => (truth === true ? [group] : []))
  if (inside.length > 0) return { legal_aid_groups: inside }
  return unknown.length > 0 ? {} : { legal_aid_groups: [] }
}

/** Who belongs to a group of an age, and whose age is not told, is of that age. */
function ageInGroup(answers: Answers, at: string): Answers {
  const [group] = Object.keys(caseDefaults.groupAges).filter((each) => answers[each] === true)
  return ageAnswers(new CaseKeys(group === undefined ? {} : { age: caseDefaults.groupAges[group] }, person), at)
}
