import type { Answer, EvaluationResult, OutcomeResult } from '@tieuchi/runtime'
import type { DecidedOutcomes } from '../known-households/recorded-history.ts'

/** What is kept beside a decision for lists and later decisions, as `decision_summary` of the database says it of the same results. */
export interface DecisionSummary {
  readonly outcomes: string
  readonly recorded: string
  readonly result: string | null
  readonly result_list: string | null
}

/** The outcomes that count are those of the local layer where there is one; `result` is the first of them that takes its value from a list. */
export function summarise(layers: Readonly<Partial<Record<string, EvaluationResult>>>): DecisionSummary {
  const outcomes = ((layers['local'] ?? layers['national'])?.outcomes ?? []).map(({ list, ...outcome }) => ({ ...decided(outcome), list }))
  const listed = outcomes.find(({ list }) => list !== undefined)
  return {
    outcomes: JSON.stringify(outcomes),
    recorded: JSON.stringify(mapped(layers, recordedOf)),
    result: listed === undefined ? null : resultOf(listed),
    result_list: listed?.list ?? null,
  }
}

type Decided = Pick<OutcomeResult, 'id' | 'state' | 'value'>

const decided = ({ id, state, value }: Decided): Decided => (value === undefined ? { id, state } : { id, state, value })

const recordedOf = ({ outcomes, member_outcomes: members }: EvaluationResult): DecidedOutcomes =>
  ({ outcomes: outcomes.map(decided), member_outcomes: mapped(members, (own) => own.map(decided)) })

const mapped = <From, To>(named: Readonly<Partial<Record<string, From>>>, change: (one: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(named).flatMap(([name, one]) => (one === undefined ? [] : [[name, change(one)]])))

const resultOf = ({ state, value }: Decided): string | null =>
  state !== 'determined' ? state : value === undefined ? null : textOf(value)

/** As the database writes a value that it takes out of a document: one of a list is a code, or several. */
const textOf = (value: Answer): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? `[${value.map((each) => JSON.stringify(each)).join(', ')}]` : JSON.stringify(value)
