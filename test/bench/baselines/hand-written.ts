import type { InformationDevice, TypedHousehold } from '../workload/typed-household.ts'
import type { HandWrittenLaw } from './hand-written-law.ts'
import { tallyMembers, type MemberTally } from './hand-written-members.ts'
import { sheetPointsOf } from './hand-written-sheet.ts'
import { indicatorBit, type Judgement } from './judgement.ts'

const bits = {
  employment: indicatorBit('employment'),
  dependents: indicatorBit('dependents'),
  nutrition: indicatorBit('nutrition'),
  healthInsurance: indicatorBit('health_insurance'),
  adultEducation: indicatorBit('adult_education'),
  childSchool: indicatorBit('child_school'),
  housingQuality: indicatorBit('housing_quality'),
  housingArea: indicatorBit('housing_area'),
  water: indicatorBit('water'),
  toilet: indicatorBit('toilet'),
  telecom: indicatorBit('telecom'),
  infoMeans: indicatorBit('info_means'),
} as const

const informing: ReadonlySet<InformationDevice> = new Set<InformationDevice>(['tv', 'radio', 'desktop_computer', 'telephone', 'laptop', 'tablet', 'smartphone'])

const indicatorsOf = (household: TypedHousehold, tally: MemberTally, law: HandWrittenLaw): number => {
  const { members, water_source: water, toilet_type: toilet } = household
  const nonDurable = (household.walls_durable ? 0 : 1) + (household.columns_durable ? 0 : 1) + (household.roof_durable ? 0 : 1)
  let indicators = 0
  if (tally.withoutStableWork) indicators |= bits.employment
  if (tally.dependents > law.dependents_max_share * members.length) indicators |= bits.dependents
  if (tally.malnourished) indicators |= bits.nutrition
  if (tally.uninsured) indicators |= bits.healthInsurance
  if (tally.shortOfEducation) indicators |= bits.adultEducation
  if (tally.outOfLevel) indicators |= bits.childSchool
  if (nonDurable >= law.non_durable_parts_min) indicators |= bits.housingQuality
  if (household.floor_area < law.floor_area_min * members.length) indicators |= bits.housingArea
  if (water === 'other') indicators |= bits.water
  if (toilet === 'other' || toilet === 'none') indicators |= bits.toilet
  if (tally.internetUsers === 0) indicators |= bits.telecom
  if (!household.information_devices.some((device) => informing.has(device))) indicators |= bits.infoMeans
  return indicators
}

const countBits = (mask: number): number => {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count += 1
  return count
}

const classOf = (household: TypedHousehold, deprivations: number, pointsA: number, law: HandWrittenLaw): string => {
  const { area_type: area, income_method: method, income_per_person: income } = household
  if (method === 'survey') {
    if (income <= law.income_line[area]) return deprivations >= law.min_deprivations ? 'poor' : 'near_poor'
    return income <= law.average_line[area] ? 'average' : 'above_average'
  }
  if (pointsA > law.points_a_limit[area]) return 'not_poor'
  return deprivations * law.points_per_indicator >= law.points_b_min ? 'poor' : 'near_poor'
}

/**
 * The same rules as a good programmer would write them by hand: typed objects, one walk over the members, answers complete.
 * The yardstick of the compiled plan.
 */
export const judgeByHand = (household: TypedHousehold, day: number, law: HandWrittenLaw): Judgement => {
  const tally = tallyMembers(household.members, day, law)
  const indicators = indicatorsOf(household, tally, law)
  const deprivations = countBits(indicators)
  const points = sheetPointsOf(law.sheet[household.region], household, tally)
  return { class: classOf(household, deprivations, points, law), indicators, deprivation_count: deprivations, points_a: points }
}
