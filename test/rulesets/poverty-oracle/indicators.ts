import type { Household } from './household.ts'
import { isChildOutOfLevel, isDependent, isMalnourishedChild, isShortOfEducation, isUninsured, usesInternet, withoutStableWork, type OfPerson } from './persons.ts'
import { atLeast, countTrue, not, ofAnswer, type Truth } from './three-valued.ts'

/** Whether a household is deprived, by indicator. */
export type Indicators = Readonly<Record<string, (household: Household) => Truth>>

/** At least one member is so; nobody can be ruled out while members may be missing from the list. */
const anybody = (is: OfPerson) => ({ members, complete, on }: Household): Truth => {
  const truths = members.map((person) => is(person, on))
  if (truths.includes(true)) return true
  return truths.includes('unknown') || !complete ? 'unknown' : false
}

/** Indicator 2: dependents are more than half of all members; exactly half is not deprived. Of nobody there is no share. */
const dependents = ({ members, complete, on }: Household): Truth => {
  if (!complete) return 'unknown'
  const { from, to } = countTrue(members.map((person) => isDependent(person, on)))
  if (from * 2 > members.length) return true
  return to * 2 > members.length ? 'unknown' : false
}

/** Indicator 7: at least two of walls, columns and roof are of non-durable material. */
const housingQuality = ({ answers }: Household): Truth =>
  atLeast(countTrue(['walls_durable', 'columns_durable', 'roof_durable'].map((part) => not(ofAnswer(answers.truth(part), Boolean)))), 2)

const leastArea = 8

/** Indicator 8: under 8 m² per person; exactly 8 is not deprived. More members can only make it less; of nobody there is no average. */
const housingArea = ({ answers, members, complete }: Household): Truth => {
  const area = answers.number('floor_area')
  if (members.length === 0) return complete ? false : 'unknown'
  if (area === undefined) return 'unknown'
  if (area < leastArea * members.length) return true
  return complete ? false : 'unknown'
}

const sourcesOfCleanWater = ['piped', 'drilled_well', 'protected_dug_well', 'protected_spring', 'rainwater', 'bottled']

const hygienicToilets = ['septic', 'pour_flush', 'improved_pit', 'double_vault']

/** Shared devices, then personal ones; any one of them suffices. */
const devices = ['tv', 'radio', 'desktop_computer', 'telephone', 'laptop', 'tablet', 'smartphone']

/** The annex of Decree 07/2021/NĐ-CP, for 2022–2025 and, by Decree 351/2025/NĐ-CP, 2026. */
export const indicatorsOf2022: Indicators = {
  employment: anybody(withoutStableWork),
  dependents,
  nutrition: anybody(isMalnourishedChild),
  health_insurance: anybody(isUninsured),
  adult_education: anybody(isShortOfEducation),
  child_school: anybody(isChildOutOfLevel),
  housing_quality: housingQuality,
  housing_area: housingArea,
  water: ({ answers }) => not(ofAnswer(answers.text('water_source'), (source) => sourcesOfCleanWater.includes(source))),
  toilet: ({ answers }) => not(ofAnswer(answers.text('toilet_type'), (type) => hygienicToilets.includes(type))),
  telecom: (household) => not(anybody(usesInternet)(household)),
  info_means: ({ answers }) => not(ofAnswer(answers.codes('information_devices'), (codes) => codes.some((code) => devices.includes(code)))),
}

const { info_means: _dropped, ...keptFrom2027 } = indicatorsOf2022

/** Decree 351/2025/NĐ-CP: means of information dropped, handling of domestic waste added; its test is an answer of the reviewer. */
export const indicatorsOf2027: Indicators = {
  ...keptFrom2027,
  waste: ({ answers }) => not(ofAnswer(answers.truth('domestic_waste_handled'), Boolean)),
}

/** Decision 59/2015/QĐ-TTg: ten indicators, of which only the reviewer's judgement is entered. */
export const indicatorsOf2016: Indicators = Object.fromEntries(
  ['health_services', 'health_insurance', 'adult_education', 'child_school', 'housing_quality', 'housing_area', 'water', 'toilet', 'telecom', 'info_means'].map((indicator) => [
    indicator,
    ({ answers }: Household): Truth => ofAnswer(answers.truth(`standard_2016_${indicator}`), Boolean),
  ]),
)
