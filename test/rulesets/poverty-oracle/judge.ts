import type { HouseholdInput } from '@tieuchi/runtime'
import { householdOf } from './household.ts'
import type { Standard } from './standards.ts'
import { countTrue, type Span, type Truth } from './three-valued.ts'

/** What the law, read by hand, makes of a household. */
export interface Verdict {
  /** The classes that are possible; one alone is certain, unless no line of the law may be met at all. */
  readonly classes: readonly string[]
  readonly determined: boolean
  readonly indicators: Readonly<Record<string, Truth>>
  readonly deprived: Span
}

/** The first line that is met decides; a line that may be met leaves its class possible beside those below it. */
export const judge = ({ indicators, lines }: Standard, input: HouseholdInput, on: string): Verdict => {
  const household = householdOf(input, on)
  const judged = Object.fromEntries(Object.entries(indicators).map(([indicator, isDeprived]) => [indicator, isDeprived(household)]))
  const deprived = countTrue(Object.values(judged))
  const met = lines.map(({ is, when }) => ({ is, truth: when(household, deprived) }))
  const certain = met.findIndex(({ truth }) => truth === true)
  const possible = met.filter(({ truth }, index) => truth !== false && (certain === -1 || index <= certain))
  const classes = [...new Set(possible.map(({ is }) => is))].toSorted()
  return { classes, determined: certain !== -1 && classes.length === 1, indicators: judged, deprived }
}
