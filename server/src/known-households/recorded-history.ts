import { addDays, type DecisionsRead, type EvaluationResult, type HistoryEntry, type HouseholdInput, type OutcomeResult } from '@tieuchi/runtime'
import { dayOf } from '../plugins/clock.ts'

/** What a decision came to in one layer, of the household and of each member. */
export type DecidedOutcomes = Readonly<{ outcomes: readonly DecidedOutcome[]; member_outcomes: Readonly<Record<string, readonly DecidedOutcome[]>> }>

type DecidedOutcome = Pick<OutcomeResult, 'id' | 'state' | 'value'>

export type RecordedLayers = Readonly<Partial<Record<EvaluationResult['layer'], DecidedOutcomes>>>

/** A stored decision as others read it later: from which day it holds, and what it came to. */
export interface RecordedDecision {
  readonly programme: string
  /** Its reference date. */
  readonly from: string
  readonly decided_at: Date
  readonly layers: RecordedLayers
  /** Nothing had been decided on the household before the first decision stored here. Absent: that is not known. */
  readonly nothing_before?: boolean
}

/** One outcome of one decision, in one layer. */
interface Saying {
  readonly layer: HistoryEntry['layer']
  readonly member?: string
  readonly outcome: DecidedOutcome
}

const byDay = (a: RecordedDecision, b: RecordedDecision): number => a.from.localeCompare(b.from) || a.decided_at.getTime() - b.decided_at.getTime()

/** Decisions from the earliest day on; of several of a programme for one day the one made last alone, for it corrects the others. */
export const standingDecisions = (decisions: readonly RecordedDecision[]): readonly RecordedDecision[] =>
  decisions.toSorted(byDay).filter((decision, index, sorted) => !sorted.slice(index + 1).some(({ programme, from }) => programme === decision.programme && from === decision.from))

/** What had been decided before a programme decides as of a day: by itself on earlier days, by others until that day. */
export const decidedBefore = (standing: readonly RecordedDecision[], programme: string, day: string): readonly RecordedDecision[] =>
  standing.filter((decision) => (decision.programme === programme ? decision.from < day : decision.from <= day))

/** What rules read of decisions that stand: each holds from its day until a later one says something of the same outcome, of the same member. */
export const historyOf = (standing: readonly RecordedDecision[]): readonly HistoryEntry[] =>
  standing.flatMap((decision, index) => {
    const later = standing.slice(index + 1).filter(({ programme }) => programme === decision.programme)
    return sayingsOf(decision).filter(({ outcome }) => outcome.state !== 'not_applicable').map((saying) => entryOf(decision, saying, later.find((other) => speaksOf(other, saying))))
  })

const layerNames = ['national', 'local'] as const

const sayingsOf = ({ layers }: RecordedDecision): readonly Saying[] =>
  layerNames.flatMap((layer) => {
    const { outcomes = [], member_outcomes: ofMembers = {} } = layers[layer] ?? {}
    return [...outcomes.map((outcome) => ({ layer, outcome })), ...Object.entries(ofMembers).flatMap(([member, own]) => own.map((outcome) => ({ layer, member, outcome })))]
  })

const speaksOf = (decision: RecordedDecision, { member, outcome }: Saying): boolean => sayingsOf(decision).some((other) => other.member === member && other.outcome.id === outcome.id)

const entryOf = ({ programme, from, decided_at: decided }: RecordedDecision, { layer, member, outcome: { id, state, value } }: Saying, next: RecordedDecision | undefined): HistoryEntry => ({
  programme, layer, outcome: id,
  ...(member !== undefined && { member }),
  ...(state === 'determined' && value !== undefined && { value }),
  from,
  ...(next && { to: addDays(next.from, -1) }),
  decided_on: dayOf(decided),
})

/** The history as far as it is known; nothing where nothing is known. */
export type RecordedHistory = Pick<HouseholdInput, 'history' | 'history_from'>

/**
 * The history for rules, of what they read alone. What was decided before the first decision stored here is not known, so the history is
 * complete from that day on, unless the register says that there was nothing; where there is none of one of the programmes, nothing is known.
 */
export function recordedHistory(standing: readonly RecordedDecision[], { outcomes, programmes }: DecisionsRead): RecordedHistory {
  const first = [...programmes].map((programme) => standing.find((decision) => decision.programme === programme)?.from)
  const known = first.filter((day) => day !== undefined).toSorted()
  const since = known.at(-1)
  if (since === undefined || known.length < first.length) return {}
  const history = historyOf(standing).filter(({ programme, outcome }) => outcomes.has(`${programme}.${outcome}`))
  return standing.some(({ nothing_before: nothing }) => nothing) ? { history } : { history, history_from: since }
}
