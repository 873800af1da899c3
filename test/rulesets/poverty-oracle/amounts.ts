import type { Household } from './household.ts'
import { and, ofAnswer, type Truth } from './three-valued.ts'

/** A value of each area. */
export interface ByArea {
  readonly rural: number
  readonly urban: number
}

/** At or below a line of the household's area; of both areas while nobody knows which. */
const isWithin = (amount: number | undefined, limit: ByArea, { unit }: Household): Truth => {
  if (amount === undefined) return 'unknown'
  const area = unit.text('area_type')
  const limits = area === 'rural' ? [limit.rural] : area === 'urban' ? [limit.urban] : [limit.rural, limit.urban]
  const truths = limits.map((each) => amount <= each)
  return truths.every(Boolean) ? true : truths.some(Boolean) ? 'unknown' : false
}

const judgedBy = (method: string) => ({ answers }: Household): Truth => ofAnswer(answers.text('income_method'), (answer) => answer === method)

export const bySurvey = judgedBy('survey')
export const byScore = judgedBy('score')

/** A limit of an amount, read of a household. */
export type Limit = (household: Household) => Truth

export const incomeWithin = (limit: ByArea): Limit => (household) => isWithin(household.answers.number('income_per_person'), limit, household)
export const pointsWithin = (limit: ByArea): Limit => (household) => isWithin(household.answers.number('income_points'), limit, household)

/** Income per person and month by the survey, or points by the score. An amount for the other way is not looked at. */
export const income = (limit: ByArea): Limit => (household) => and(bySurvey(household), incomeWithin(limit)(household))
export const points = (limit: ByArea): Limit => (household) => and(byScore(household), pointsWithin(limit)(household))

/** The law names a limit, but what it is was not established: nothing can be said of any household. */
export const notEstablished = (): Truth => 'unknown'
