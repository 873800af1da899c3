import { byScore, bySurvey, notEstablished, type Limit } from './amounts.ts'
import type { Household, Reader } from './household.ts'
import { and, not, ofAnswer, or, type Truth } from './three-valued.ts'

/** Whether a household is what the law names beside its class. */
export type Statuses = Readonly<Record<string, (household: Household) => Truth>>

/** The limits between which the living standard is average, by income and by points. */
interface Band {
  readonly above: { readonly income: Limit; readonly points: Limit }
  readonly upTo: { readonly income: Limit; readonly points: Limit }
}

/** Art. 6 of Decision 24/2021/QĐ-TTg: the main income from the land, the forest or the sea, and in the average band. Deprivations do not count. */
const agriAverage = ({ above, upTo }: Band) => (household: Household): Truth => {
  const surveyed = and(bySurvey(household), not(above.income(household)), upTo.income(household))
  const scored = and(byScore(household), not(above.points(household)), upTo.points(household))
  return and(ofAnswer(household.answers.truth('agri_livelihood'), Boolean), or(surveyed, scored))
}

const mostYears = 3

/** The same day years later. 29 February stands before 1 March in every year. */
const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

const onList = (value: unknown): boolean => value === 'poor' || value === 'near_poor'

/**
 * Whether at most three years have gone since the decision that took the household off the list last. Where decisions
 * that ended before a day may not be listed, only those since then are sure to follow the last spell on the list.
 */
const leftWithinTime = ({ decisions, decisionsSince: since, on }: Household): Truth => {
  if (!decisions) return 'unknown'
  const begun = decisions.filter(({ from }) => from <= on)
  const listed = begun.filter(({ value }) => onList(value)).map(({ from }) => from).toSorted().at(-1)
  const certain = since === undefined || (listed !== undefined && listed >= since)
  const leaving = begun.filter(({ value, from }) => listed !== undefined && from > listed && !onList(value) && (certain || from >= since))
  const inTime = leaving.map(({ decided_on: day }): Truth => ofAnswer(day, (decided) => on <= yearsLater(decided, mostYears)))
  if (!certain) return inTime.includes(false) ? false : 'unknown'
  return leaving.length === 0 ? false : and(...inTime)
}

/** Decision 28/2015/QĐ-TTg: off the list for at most three years and confirmed by the commune. What counts is the status that was decided, not this evaluation's. */
const newlyEscaped = (household: Household): Truth =>
  and(ofAnswer(household.answers.truth('escape_confirmed'), Boolean), leftWithinTime(household))

export const statusesOf = (band: Band): Statuses => ({ agri_average: agriAverage(band), newly_escaped: newlyEscaped })

/** Of each member; `above` as for the household. */
export type OfWorker = (household: Household, person: Reader, above: Truth) => Truth

/** Decree 30/2025/NĐ-CP: a worker of a household above the near-poor level with an income up to a limit. Points do not tell the income. */
export const lowIncomeWorker = (limit: Limit): OfWorker => (household, person, above) => {
  const works = and(ofAnswer(person.truth('working_age'), Boolean), ofAnswer(person.truth('able_and_willing_to_work'), Boolean))
  const withinLimit = or(and(bySurvey(household), limit(household)), and(byScore(household), notEstablished()))
  return and(works, above, withinLimit)
}
