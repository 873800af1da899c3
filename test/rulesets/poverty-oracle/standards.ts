import { byScore, bySurvey, income, incomeWithin, notEstablished, points, pointsWithin } from './amounts.ts'
import type { Household } from './household.ts'
import { indicatorsOf2016, indicatorsOf2022, indicatorsOf2027, type Indicators } from './indicators.ts'
import { lowIncomeWorker, statusesOf, type OfWorker, type Statuses } from './statuses.ts'
import { and, atLeast, type Span, type Truth } from './three-valued.ts'

/** A class with what puts a household into it, unless a line above already did. */
export interface Line {
  readonly is: string
  readonly when: (household: Household, deprived: Span) => Truth
}

/** A standard: how deprivation is judged, and the classes in the order they are tried. */
export interface Standard {
  readonly indicators: Indicators
  readonly lines: readonly Line[]
  /** What else a household may be. */
  readonly statuses: Statuses
  /** Which members are low-income workers, since there is such a class. */
  readonly worker?: OfWorker
}

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
  statuses: statusesOf({
    above: { income: incomeWithin({ rural: 1_000_000, urban: 1_300_000 }), points: pointsWithin({ rural: 150, urban: 175 }) },
    upTo: { income: incomeWithin({ rural: 1_500_000, urban: 1_950_000 }), points: notEstablished },
  }),
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

const lineOf2022 = incomeWithin({ rural: 1_500_000, urban: 2_000_000 })

/** The average band of Decree 07/2021/NĐ-CP. No points tell its upper end; from 2026 none tell its lower end either. */
const bandOf2022 = {
  above: { income: lineOf2022, points: pointsWithin({ rural: 140, urban: 175 }) },
  upTo: { income: incomeWithin({ rural: 2_250_000, urban: 3_000_000 }), points: notEstablished },
}
const bandOf2026 = { ...bandOf2022, above: { income: lineOf2022, points: notEstablished } }
const bandOf2027 = {
  above: { income: incomeWithin({ rural: 2_200_000, urban: 2_800_000 }), points: notEstablished },
  upTo: { income: notEstablished, points: notEstablished },
}

const of2022: Standard = { indicators: indicatorsOf2022, lines: [...byIncomeOf2022, ...byScoreOf2022], statuses: statusesOf(bandOf2022) }

const workerOf2025 = lowIncomeWorker(incomeWithin({ rural: 2_250_000, urban: 3_000_000 }))

/** The standards by the folder of their release. Whether the low-income worker lives on after 2025 is not known: assumed for 2026, open from 2027. */
export const standards = {
  '2016': of2016,
  '2022': of2022,
  '2025-04': { ...of2022, worker: workerOf2025 },
  '2026': { indicators: indicatorsOf2022, lines: [...byIncomeOf2022, ...byScoreFrom2026], statuses: statusesOf(bandOf2026), worker: workerOf2025 },
  '2027': { indicators: indicatorsOf2027, lines: [...byIncomeOf2027, ...byScoreFrom2026], statuses: statusesOf(bandOf2027), worker: lowIncomeWorker(notEstablished) },
} satisfies Readonly<Record<string, Standard>>
