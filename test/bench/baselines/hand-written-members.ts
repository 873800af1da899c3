import type { TypedMember } from '../workload/typed-household.ts'
import type { HandWrittenLaw } from './hand-written-law.ts'

/** What one walk over the members finds. */
export interface MemberTally {
  withoutStableWork: boolean
  malnourished: boolean
  uninsured: boolean
  shortOfEducation: boolean
  outOfLevel: boolean
  internetUsers: number
  dependents: number
  college: number
  vocational: number
  upperSecondary: number
  publicWorkers: number
  nonFarmWorkers: number
  farmWorkers: number
  pensioners: number
  workingAge: number
  youngChildren: number
  elderly: number
  veryOld: number
  students: number
  away: number
  oldestAge: number
  wages: number
  remittances: number
}

const primaryOrMore = new Set(['primary', 'lower_secondary', 'upper_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'university', 'postgraduate'])
const lowerSecondaryOrMore = new Set(['lower_secondary', 'upper_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'university', 'postgraduate'])
const atLeastLowerSecondary = new Set(['lower_secondary', 'upper_secondary', 'intermediate_vocational', 'college', 'university', 'postgraduate'])
const atLeastUpperSecondary = new Set(['upper_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'university', 'postgraduate'])

const inRightLevel = ({ studying }: TypedMember, age: number, law: HandWrittenLaw): boolean => {
  if (age < law.primary_from_age) return studying !== 'none'
  if (age < law.lower_secondary_from_age) return primaryOrMore.has(studying)
  return lowerSecondaryOrMore.has(studying)
}

const isShortOfEducation = ({ studying, highest_completed: completed, on_the_job_certified: certified }: TypedMember, age: number, law: HandWrittenLaw): boolean => {
  if (certified || age < law.adult_education_from_age || age > law.adult_education_to_age) return false
  const enough = age < law.upper_secondary_from_age ? atLeastLowerSecondary : atLeastUpperSecondary
  return !enough.has(studying) && !enough.has(completed)
}

/** Adds up what the rules and the sheet ask of the members, in one walk. `day` is a number such as 20251001. */
export const tallyMembers = (members: readonly TypedMember[], day: number, law: HandWrittenLaw): MemberTally => {
  const tally: MemberTally = {
    withoutStableWork: false, malnourished: false, uninsured: false, shortOfEducation: false, outOfLevel: false, internetUsers: 0, dependents: 0, college: 0, vocational: 0,
    upperSecondary: 0, publicWorkers: 0, nonFarmWorkers: 0, farmWorkers: 0, pensioners: 0, workingAge: 0, youngChildren: 0, elderly: 0, veryOld: 0, students: 0, away: 0,
    oldestAge: 0, wages: 0, remittances: 0,
  }
  for (const member of members) {
    const age = Math.floor((day - member.birth_day) / 10_000)
    tallyIndicators(tally, member, age, law)
    tallySheet(tally, member, age)
  }
  return tally
}

const tallyIndicators = (tally: MemberTally, member: TypedMember, age: number, law: HandWrittenLaw): void => {
  if (member.working_age && member.able_and_willing_to_work && (member.job === 'none' || member.job === 'wage_no_contract')) tally.withoutStableWork = true
  if (age < law.dependent_below_age || member.monthly_social_allowance) tally.dependents += 1
  if (age < law.nutrition_below_age && (member.stunted || member.underweight)) tally.malnourished = true
  if (age >= law.insurance_from_age && !member.health_insurance) tally.uninsured = true
  if (isShortOfEducation(member, age, law)) tally.shortOfEducation = true
  if (age >= law.school_from_age && age < law.school_below_age && !inRightLevel(member, age, law)) tally.outOfLevel = true
  if (member.uses_internet) tally.internetUsers += 1
}

const tallySheet = (tally: MemberTally, member: TypedMember, age: number): void => {
  const { highest_completed: completed, sector } = member
  if (completed === 'college' || completed === 'university' || completed === 'postgraduate') tally.college += 1
  else if (completed === 'elementary_vocational' || completed === 'intermediate_vocational') tally.vocational += 1
  else if (completed === 'upper_secondary') tally.upperSecondary += 1
  if (sector === 'public') tally.publicWorkers += 1
  else if (sector === 'non_farm') tally.nonFarmWorkers += 1
  else if (sector === 'farm') tally.farmWorkers += 1
  if (member.pension) tally.pensioners += 1
  if (member.working_age) {
    tally.workingAge += 1
    tally.wages += member.wage
  }
  if (age < 6) tally.youngChildren += 1
  if (age >= 60) tally.elderly += 1
  if (age >= 80) tally.veryOld += 1
  if (member.studying !== 'none') tally.students += 1
  if (member.away) {
    tally.away += 1
    tally.remittances += member.remittance
  }
  if (age > tally.oldestAge) tally.oldestAge = age
}
