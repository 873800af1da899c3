import type { Household } from './household.ts'
import { and, type Truth } from './three-valued.ts'

/** Whether a household is of a class, as far as that can be told. */
export type IsClass = (name: string) => Truth

/** What is known of the classes a household had before the day. */
interface Before {
  readonly was: (name: string) => Truth
  readonly ever: (name: string) => Truth
}

const unknownBefore: Before = { was: () => 'unknown', ever: () => 'unknown' }

/** By the latest decision that began before the day; where earlier ones may not be listed, one of them could be later than those begun before then. */
const beforeOf = ({ decisions, decisionsSince: since, on }: Household): Before => {
  if (!decisions) return unknownBefore
  const earlier = decisions.filter(({ from }) => from < on).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const [last] = earlier
  const certain = since === undefined || (last !== undefined && last.from >= since)
  const listed = (name: string) => earlier.some(({ value }) => value === name)
  return {
    was: (name) => (certain ? last?.value === name : 'unknown'),
    ever: (name) => listed(name) || (since === undefined ? false : 'unknown'),
  }
}

/** What became of a household, in the order it is tried: from where it was to where it is. */
const linesOf = ({ was, ever }: Before, is: IsClass, above: Truth): readonly (readonly [string, Truth])[] => [
  ['unchanged', and(was('poor'), is('poor'))],
  ['unchanged', and(was('near_poor'), is('near_poor'))],
  ['escaped_to_near_poor', and(was('poor'), is('near_poor'))],
  ['escaped_poverty', and(was('poor'), above)],
  ['escaped_near_poverty', and(was('near_poor'), above)],
  ['worsened', and(was('near_poor'), is('poor'))],
  ['relapsed_poor', and(is('poor'), ever('poor'))],
  ['relapsed_near_poor', and(is('near_poor'), ever('near_poor'))],
  // Formerly on the other list alone is not told by any text; it counts as newly arising.
  ['new_poor', is('poor')],
  ['new_near_poor', is('near_poor')],
  ['unchanged', true],
]

/** The movements that are possible. Between two reviews nobody can say more. */
export const movementsOf = (household: Household, is: IsClass, above: Truth): readonly string[] => {
  const lines = linesOf(beforeOf(household), is, above)
  const certain = lines.findIndex(([, truth]) => truth === true)
  const possible = lines.filter(([, truth], index) => truth !== false && index <= certain)
  return [...new Set(possible.map(([name]) => name))].toSorted()
}
