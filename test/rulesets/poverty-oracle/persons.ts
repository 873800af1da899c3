import { ageOn } from './age.ts'
import type { Reader } from './household.ts'
import { and, atLeast, atMost, below, not, ofAnswer, or, type Truth } from './three-valued.ts'

/** What one person is, by the annex of Decree 07/2021/NĐ-CP; `on` is the day of the review. */
export type OfPerson = (person: Reader, on: string) => Truth

const isOneOf = (codes: readonly string[]) => (code: string): boolean => codes.includes(code)

const age = (person: Reader, on: string) => ageOn(person.text('birth_date'), on)

/** Indicator 1: of working age, able and willing to work, and without a job or in wage work without a labour contract. Who is not of working age is not asked on. */
export const withoutStableWork: OfPerson = (person) =>
  and(
    ofAnswer(person.truth('working_age'), Boolean),
    ofAnswer(person.truth('able_and_willing_to_work'), Boolean),
    ofAnswer(person.text('job'), isOneOf(['none', 'wage_no_contract'])),
  )

/** Indicator 2: children under 16; elderly and disabled persons who receive monthly social allowance. An elder without one is no dependent. */
export const isDependent: OfPerson = (person, on) => or(below(age(person, on), 16), ofAnswer(person.truth('monthly_social_allowance'), Boolean))

/** Indicator 3: a child under 16, of exactly 16 no more, who is stunted or underweight. */
export const isMalnourishedChild: OfPerson = (person, on) =>
  and(below(age(person, on), 16), or(ofAnswer(person.truth('stunted'), Boolean), ofAnswer(person.truth('underweight'), Boolean)))

/** Indicator 4: aged 6 or over, without a health-insurance card. */
export const isUninsured: OfPerson = (person, on) => and(atLeast(age(person, on), 6), not(ofAnswer(person.truth('health_insurance'), Boolean)))

/** Levels that are lower secondary or presuppose it; elementary vocational training does not. */
const lowerSecondaryOrMore = ['lower_secondary', 'upper_secondary', 'intermediate_vocational', 'college', 'university', 'postgraduate']

/** Upper secondary, elementary, intermediate or college vocational level, and what presupposes one of them. */
const upperSecondaryOrVocational = ['upper_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'university', 'postgraduate']

const neitherInNorThrough = (person: Reader, levels: readonly string[]): Truth =>
  and(not(ofAnswer(person.text('studying'), isOneOf(levels))), not(ofAnswer(person.text('highest_completed'), isOneOf(levels))))

/**
 * Indicator 5: aged 16 to 30 completed years (so the fact book takes the open question of 30 and some months), neither in
 * nor through the level for the age – lower secondary before 18, upper secondary or vocational from 18 – and not
 * recruited, trained on the job and certified by an enterprise.
 */
export const isShortOfEducation: OfPerson = (person, on) =>
  and(
    atLeast(age(person, on), 16),
    atMost(age(person, on), 30),
    or(
      and(below(age(person, on), 18), neitherInNorThrough(person, lowerSecondaryOrMore)),
      and(atLeast(age(person, on), 18), neitherInNorThrough(person, upperSecondaryOrVocational)),
    ),
    not(ofAnswer(person.truth('on_the_job_certified'), Boolean)),
  )

/** Levels in their order; a child ahead of the level for the age is in the right one, which the text does not say. */
const schoolLevels = ['preschool', 'primary', 'lower_secondary', 'upper_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'university', 'postgraduate']

const studiesFrom = (person: Reader, level: string): Truth => ofAnswer(person.text('studying'), isOneOf(schoolLevels.slice(schoolLevels.indexOf(level))))

/** Indicator 6: aged 3 to under 16 and not in the level for the age: preschool before 6, primary from 6, lower secondary from 12. */
export const isChildOutOfLevel: OfPerson = (person, on) => {
  const years = age(person, on)
  const inRightLevel = or(
    and(below(years, 6), studiesFrom(person, 'preschool')),
    and(atLeast(years, 6), below(years, 12), studiesFrom(person, 'primary')),
    and(atLeast(years, 12), studiesFrom(person, 'lower_secondary')),
  )
  return and(atLeast(years, 3), below(years, 16), not(inRightLevel))
}

/** Indicator 11 asks whether anybody does. */
export const usesInternet: OfPerson = (person) => ofAnswer(person.truth('uses_internet'), Boolean)
