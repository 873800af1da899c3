import type { Household } from './household.ts'
import { indicatorsOf2016, indicatorsOf2022, indicatorsOf2027, type Indicators } from './indicators.ts'
import { and, atLeast, ofAnswer, type Span, type Truth } from './three-valued.ts'

/** A value of each area. */
interface ByArea {
  readonly rural: number
  readonly urban: number
}

/** A class with what puts a household into it, unless a line above already did. */
export interface Line {
  readonly is: string
  readonly when: (household: Household, deprived: Span) => Truth
}

/** A standard: how deprivation is judged, and the classes in the order they are tried. */
export interface Standard {
  readonly indicators: Indicators
  readonly lines: readonly Line[]
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

const bySurvey = judgedBy('survey')
const byScore = judgedBy('score')

/** Income per person and month by the survey, or points by the score. An amount for the other way is not looked at. */
const income = (limit: ByArea) => (household: Household): Truth => and(bySurvey(household), isWithin(household.answers.number('income_per_person'), limit, household))
const points = (limit: ByArea) => (household: Household): Truth => and(byScore(household), isWithin(household.answers.number('income_points'), limit, household))

/** The law names a limit, but what it is was not established: nothing can be said of any household. */
const notEstablished = (): Truth => 'unknown'

/** "từ 03 chỉ số trở lên", for poor households of every standard. */
const deprivedOfThree = (deprived: Span): Truth => atLeast(deprived, 3)

/**
 * Decision 59/2015/QĐ-TTg, for 2016–2020 and, by Art. 2 of Decree 07/2021/NĐ-CP, 2021. Score limits of Circular
 * 17/2016/TT-BLĐTBXH: 120 and 150 rural, 140 and 175 urban; how many points B2 an indicator gives was not obtained.
 */
const of2016: Standard = {
  indicators: indicatorsOf2016,
  lines: [
    { is: 'poor', when: income({ rural: 700_000, urban: 900_000 }) },
    { is: 'poor', when: (household, deprived) => and(income({ rural: 1_000_000, urban: 1_300_000 })(household), deprivedOfThree(deprived)) },
    { is: 'near_poor', when: income({ rural: 1_000_000, urban: 1_300_000 }) },
    { is: 'average', when: income({ rural: 1_500_000, urban: 1_950_000 }) },
    { is: 'above_average', when: bySurvey },
    { is: 'poor', when: points({ rural: 120, urban: 140 }) },
    { is: 'poor', when: (household) => and(points({ rural: 150, urban: 175 })(household), notEstablished()) },
    { is: 'near_poor', when: points({ rural: 150, urban: 175 }) },
    { is: 'not_poor', when: byScore },
  ],
}

/** Ten points B for each deprived indicator, and 30 or more for a poor household (Circular 07/2021/TT-BLĐTBXH). */
const thirtyPointsB = ({ from, to }: Span): Truth => atLeast({ from: from * 10, to: to * 10 }, 30)

/** Art. 3 of Decree 07/2021/NĐ-CP, by income; the same for 2026 by Decree 351/2025/NĐ-CP. */
const byIncomeOf2022: readonly Line[] = [
  { is: 'poor', when: (household, deprived) => and(income({ rural: 1_500_000, urban: 2_000_000 })(household), deprivedOfThree(deprived)) },
  { is: 'near_poor', when: income({ rural: 1_500_000, urban: 2_000_000 }) },
  { is: 'average', when: income({ rural: 2_250_000, urban: 3_000_000 }) },
  { is: 'above_average', when: bySurvey },
]

/** Circular 07/2021/TT-BLĐTBXH: points A up to 140 rural, 175 urban. Above them no band is told. */
const byScoreOf2022: readonly Line[] = [
  { is: 'poor', when: (household, deprived) => and(points({ rural: 140, urban: 175 })(household), thirtyPointsB(deprived)) },
  { is: 'near_poor', when: points({ rural: 140, urban: 175 }) },
  { is: 'not_poor', when: byScore },
]

/** No successor of the circular, in use to the end of 2025, was found. */
const byScoreFrom2026: readonly Line[] = [
  { is: 'poor', when: (household) => and(byScore(household), notEstablished(), notEstablished()) },
  { is: 'near_poor', when: (household) => and(byScore(household), notEstablished()) },
  { is: 'not_poor', when: byScore },
]

/** Decree 351/2025/NĐ-CP from 2027. Its average-living band was not found: above the line a household is just not poor. */
const byIncomeOf2027: readonly Line[] = [
  { is: 'poor', when: (household, deprived) => and(income({ rural: 2_200_000, urban: 2_800_000 })(household), deprivedOfThree(deprived)) },
  { is: 'near_poor', when: income({ rural: 2_200_000, urban: 2_800_000 }) },
  { is: 'not_poor', when: bySurvey },
]

/** The standards by the first year of their release. */
export const standards = {
  2016: of2016,
  2022: { indicators: indicatorsOf2022, lines: [...byIncomeOf2022, ...byScoreOf2022] },
  2026: { indicators: indicatorsOf2022, lines: [...byIncomeOf2022, ...byScoreFrom2026] },
  2027: { indicators: indicatorsOf2027, lines: [...byIncomeOf2027, ...byScoreFrom2026] },
} satisfies Readonly<Record<string, Standard>>
