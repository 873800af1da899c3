import type { Answers } from '@tieuchi/runtime'
import { askBenefit, entitlementOf, isGranted, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { truthsTold, type Told } from './case-told.ts'

const programme = 'housing'

/** Judges a case on housing: the grant of the national programme, and what is given after a disaster. */
export async function judgeHousing(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const facts = factsOf(inputs)
  const evaluation = await askBenefit(product, { programme, at, ...place }, facts)
  const programmeGrant = () => entitlementOf(evaluation, 'programme_housing')
  const disaster = () => entitlementOf(evaluation, 'disaster_housing')
  const ofCase = disasterWords.some((word) => Object.hasOwn(inputs, word)) ? disaster : programmeGrant
  const values: Readonly<Record<string, () => unknown>> = {
    ntp_housing_grant: () => isGranted(programmeGrant()),
    ntp_housing_grant_vnd: () => numberOf(programmeGrant(), 'amount'),
    disaster_grant: () => isGranted(disaster()),
    disaster_grant_vnd_min: () => numberOf(disaster(), 'amount'),
    grant: () => isGranted(ofCase()),
    eligible: () => isGranted(ofCase()),
    grant_vnd: () => numberOf(ofCase(), 'amount'),
    grant_vnd_min: () => numberOf(ofCase(), 'amount'),
  }
  return (name) => {
    const value = values[name]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of housing the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

/** What a case calls a disaster; a case with none of them is about the national programme. */
const disasterWords = ['disaster', 'damage', 'housing_damage']

function factsOf(inputs: Readonly<Record<string, unknown>>): BenefitFacts {
  const keys = new CaseKeys(inputs, 'inputs')
  const assume = statusAssumptions(keys)
  const own = truthsTold(keys, { hardship: ['hardship', 'in_hardship'], housing_need: ['housing_need', 'need'] })
  const unit = truthsTold(keys, { poor_district: ['poor_district'] })
  const silent = Object.entries(caseDefaults.housing).filter(([field]) => !own.unknown.includes(field))
  const damage = codeOf(keys, 'housing_damage', disasterWords, damages)
  const work = codeOf(keys, 'housing_work', ['work', 'housing_work', 'type'], works)
  keys.finish()
  return {
    assume,
    household: { ...Object.fromEntries(silent), ...own.answers, ...damage.answers, ...work.answers },
    unit: unit.answers,
    unknown: [own, unit, damage, work].flatMap(({ unknown }) => unknown),
  }
}

/** What happened to the dwelling, by its code. */
const damages: Readonly<Record<string, readonly string[]>> = {
  none: ['none', 'no_damage'],
  lost: ['lost', 'house_lost', 'total_loss', 'collapsed', 'destroyed', 'swept_away', 'burnt'],
  relocation: ['relocation', 'relocated', 'urgent_relocation', 'must_relocate'],
  severe: ['severe', 'severe_damage', 'severely_damaged'],
}

const works: Readonly<Record<string, readonly string[]>> = { new: ['new', 'build', 'build_new', 'new_house', 'new_build'], repair: ['repair', 'renovate', 'renovation'] }

/** A code under any of its words; where it is `null` the field is unknown. */
function codeOf(keys: CaseKeys, field: string, names: readonly string[], codes: Readonly<Record<string, readonly string[]>>): Told {
  const word = keys.takeText(...names)
  if (word === undefined) return { answers: {}, unknown: [] }
  if (word === null) return { answers: {}, unknown: [field] }
  const [code] = Object.entries(codes).find(([, words]) => words.includes(word)) ?? []
  if (code === undefined) throw new CaseProblem(`${names.join(' or ')} is “${word}”; expected one of ${Object.values(codes).flat().join(', ')} or null`)
  const answers: Answers = { [field]: code }
  return { answers, unknown: [] }
}
