import type { HouseholdInput } from '@tieuchi/runtime'
import { householdOf } from './household.ts'
import { movementsOf } from './movements.ts'
import type { Standard } from './standards.ts'
import { countTrue, type Span, type Truth } from './three-valued.ts'

/** What the law, read by hand, makes of a household. */
export interface Verdict {
  /** The classes that are possible; one alone is certain, unless no line of the law may be met at all. */
  readonly classes: readonly string[]
  readonly determined: boolean
  readonly indicators: Readonly<Record<string, Truth>>
  readonly deprived: Span
  /** The indicators it is deprived of, in the order of the alphabet, as they are told of a poor or near-poor household; of others nothing applies. */
  readonly told: string
  /** What else a household is, by outcome. */
  readonly statuses: Readonly<Record<string, Truth>>
  /** What may have become of it since the decision before. */
  readonly movements: readonly string[]
  /** Which members are low-income workers. */
  readonly workers: Readonly<Record<string, Truth>>
  /** How many they are; nothing where there is no such class. */
  readonly workerCount?: Span
}

const belowTheLines = ['poor', 'near_poor']
const aboveTheLines = ['average', 'above_average', 'not_poor']

/** Neither poor nor near-poor, whatever class it comes to; no class at all is none of them. */
const isAbove = (classes: readonly string[], certain: boolean): Truth => {
  if (!classes.some((each) => aboveTheLines.includes(each))) return false
  return certain && classes.every((each) => aboveTheLines.includes(each)) ? true : 'unknown'
}

/** Told of a household that is poor or near-poor, whichever of the two, once all indicators are known. */
const toldOf = (classes: readonly string[], certain: boolean, indicators: Readonly<Record<string, Truth>>): string => {
  if (!classes.some((each) => belowTheLines.includes(each))) return 'not_applicable'
  const open = !certain || !classes.every((each) => belowTheLines.includes(each)) || Object.values(indicators).includes('unknown')
  return open ? 'undetermined' : Object.keys(indicators).filter((each) => indicators[each] === true).toSorted().join(', ')
}

/** The first line that is met decides; a line that may be met leaves its class possible beside those below it. */
export const judge = ({ indicators, lines, statuses, worker }: Standard, input: HouseholdInput, on: string): Verdict => {
  const household = householdOf(input, on)
  const judged = Object.fromEntries(Object.entries(indicators).map(([indicator, isDeprived]) => [indicator, isDeprived(household)]))
  const deprived = countTrue(Object.values(judged))
  const met = lines.map(({ is, when }) => ({ is, truth: when(household, deprived) }))
  const certain = met.findIndex(({ truth }) => truth === true)
  const possible = met.filter(({ truth }, index) => truth !== false && (certain === -1 || index <= certain))
  const classes = [...new Set(possible.map(({ is }) => is))].toSorted()
  const determined = certain !== -1 && classes.length === 1
  const above = isAbove(classes, certain !== -1)
  const isClass = (name: string): Truth => (classes.includes(name) ? determined || 'unknown' : false)
  const workers = household.members.map((person) => worker?.(household, person, above) ?? false)
  const counted = countTrue(workers)
  return {
    classes, determined, indicators: judged, deprived,
    told: toldOf(classes, certain !== -1, judged),
    statuses: Object.fromEntries(Object.entries(statuses).map(([outcome, is]) => [outcome, is(household)])),
    movements: movementsOf(household, isClass, above),
    workers: Object.fromEntries(worker ? household.memberIds.map((id, index) => [id, workers[index] ?? false]) : []),
    ...(worker && { workerCount: household.complete ? counted : { ...counted, to: Infinity } }),
  }
}
