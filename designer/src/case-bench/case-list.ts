import type { CaseDocument, CodeList } from '@tieuchi/runtime'
import type { CaseOutcome, CaseState } from '../evidence/case-outcome.ts'
import type { ResultFacet } from '../lists/ResultChips.tsx'
import { matchesSearch } from '../ui/search-text.ts'

/** What became of each case, by its id; of those that were not run yet, nothing. */
export type CaseOutcomes = Readonly<Record<string, CaseOutcome>>

/** The states a list of cases can be narrowed to. */
export const narrowing = ['failed', 'undetermined', 'unexpected'] as const satisfies readonly CaseState[]
export type Narrowing = (typeof narrowing)[number]

const resultPrefix = 'result.'

/** What a list is narrowed to, as the address says it: a state, or the result that came out first. */
export interface CaseFilter {
  readonly state?: Narrowing | undefined
  readonly result?: string | undefined
}

export const readFilter = (only: string | undefined): CaseFilter => ({
  state: narrowing.find((each) => each === only),
  result: only?.startsWith(resultPrefix) ? only.slice(resultPrefix.length) : undefined,
})

export const writeResultFilter = (result: string | undefined): string | undefined => (result === undefined ? undefined : resultPrefix + result)

/** The state of a case; one of which nothing is expected need not be run for it. */
export const stateOf = ({ id, expect }: CaseDocument, outcomes: CaseOutcomes): CaseState | undefined =>
  Object.keys(expect).length === 0 ? 'unexpected' : outcomes[id]?.state

/** Code of what came out first, or the state there is in its place. */
const resultOf = ({ first }: CaseOutcome): string | undefined => {
  if (!first) return undefined
  return first.state === 'determined' ? first.value === undefined ? 'undetermined' : String(first.value) : first.state
}

/** The cases that a search and a filter leave, in the order of the release. */
export const findCases = (cases: readonly CaseDocument[], outcomes: CaseOutcomes, search: string, { state, result }: CaseFilter): readonly CaseDocument[] =>
  cases.filter((each) => {
    const outcome = outcomes[each.id]
    return matchesSearch(`${each.title.vi} ${each.title.en}`, search) && (state === undefined || stateOf(each, outcomes) === state) && (result === undefined || (outcome && resultOf(outcome)) === result)
  })

export const countState = (cases: readonly CaseDocument[], outcomes: CaseOutcomes, state: CaseState): number => cases.filter((each) => stateOf(each, outcomes) === state).length

/** The results that came out first and how many cases each has, where they come from a code list. */
export const resultFacets = (cases: readonly CaseDocument[], outcomes: CaseOutcomes, lists: ReadonlyMap<string, CodeList>): readonly ResultFacet[] => {
  const found = cases.flatMap(({ id }) => {
    const outcome = outcomes[id]
    const result = outcome && resultOf(outcome)
    const list = outcome?.first?.list
    return result !== undefined && list !== undefined && lists.has(list) ? [{ result, list }] : []
  })
  return [...Map.groupBy(found, ({ result }) => result)].flatMap(([, same]) => (same[0] ? [{ ...same[0], count: same.length }] : []))
}
