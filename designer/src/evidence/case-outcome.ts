import { runCase, type Assembly, type CaseDocument, type CaseResult, type OutcomeResult } from '@tieuchi/runtime'

/**
 * What became of a case by the rules as they are now. `undetermined`: what it expects cannot be concluded, and nothing else came out;
 * `unexpected`: nothing is expected of it.
 */
export type CaseState = 'passed' | 'failed' | 'undetermined' | 'unexpected'

export interface CaseOutcome {
  readonly state: CaseState
  /** What came out, the first of the release's results; absent where rows contradict each other. */
  readonly first?: Pick<OutcomeResult, 'id' | 'state' | 'value' | 'list' | 'unit'>
}

/** The state of a case by what was compared. */
export const stateOfCase = ({ passed, expectations, evaluation }: CaseResult): CaseState => {
  if (expectations.length === 0) return 'unexpected'
  if (passed) return 'passed'
  const unmet = expectations.filter((each) => !each.passed)
  return evaluation && unmet.every(({ got }) => got === 'undetermined') ? 'undetermined' : 'failed'
}

/** Runs a case; one that cannot be run at all has failed. */
export const outcomeOfCase = async (assembly: Assembly, document: CaseDocument): Promise<CaseOutcome> => {
  const result = await runCase(assembly, document)
  const [first] = result.evaluation?.result.outcomes ?? []
  return { state: stateOfCase(result), ...(first && { first: { id: first.id, state: first.state, ...(first.value !== undefined && { value: first.value }), ...(first.list !== undefined && { list: first.list }), ...(first.unit !== undefined && { unit: first.unit }) } }) }
}
