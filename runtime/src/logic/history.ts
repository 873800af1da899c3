import type { FactReference } from '../documents/condition-document.ts'
import type { Layer } from '../documents/evaluation-document.ts'
import type { HistoryEntry, HouseholdInput } from '../documents/input-document.ts'
import type { Recorded } from '../documents/logic-document.ts'
import { addDays, endOfTime, type Day } from '../values/day.ts'
import { missing } from '../values/grounds.ts'
import { anything, dayBetween, known, notApplicable, type Value } from '../values/value.ts'
import { literalValue } from './literal-value.ts'
import type { EvaluationRequest, Scope, ScopedEntry } from './scope.ts'

/** Earlier decisions on one outcome, the latest first, and where others may stand that nobody listed. */
export interface RecordedEntries {
  readonly listed: readonly ScopedEntry[]
  readonly unlisted?: { readonly entry: ScopedEntry; readonly at: number }
}

/** The question that would list them. */
export const historyMissing = missing({ field: 'history' })

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isSameDecision = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.programme === b.programme && a.outcome === b.outcome && a.member === b.member && a.from === b.from && a.decided_on === b.decided_on

/** A decision says in a layer what it recorded there; one made where nothing local was in force says locally what it says nationally. */
export const saysIn = (layer: Layer, history: readonly HistoryEntry[]) => (entry: HistoryEntry): boolean =>
  entry.layer === layer || (layer === 'local' && !history.some((other) => other.layer === 'local' && isSameDecision(other, entry)))

/** Decisions on an outcome, of the household or of a member, whenever they begin; the latest first. */
export const decisionsOn = ({ history = [] }: HouseholdInput, { outcome, layer = 'national' }: Recorded, member: string | undefined): readonly HistoryEntry[] =>
  history
    .filter((entry) => `${entry.programme}.${entry.outcome}` === outcome && (entry.member === undefined || entry.member === member))
    .filter(saysIn(layer, history))
    .toSorted((a, b) => order(b.from, a.from) || order(b.decided_on ?? '', a.decided_on ?? ''))

/** Those that had begun on the day. */
const entriesOn = ({ input, moment }: EvaluationRequest, recorded: Recorded, { member }: Scope): readonly HistoryEntry[] =>
  decisionsOn(input, recorded, member?.id).filter((entry) => entry.from <= moment.facts_at)

const answerValue = ({ value }: HistoryEntry): Value => {
  if (value === undefined) return anything(historyMissing)
  return typeof value === 'object' ? known(value) : literalValue(value)
}

const scopedEntry = (entry: HistoryEntry, recorded: Recorded, index: number): ScopedEntry => ({
  key: `${recorded.layer ?? 'national'} ${recorded.outcome} ${index}`,
  recorded,
  values: {
    value: answerValue(entry),
    from: dayBetween(entry.from, entry.from, historyMissing),
    to: dayBetween(entry.to ?? endOfTime, entry.to ?? endOfTime, historyMissing),
    decided_on: dayBetween(entry.decided_on, entry.decided_on, historyMissing),
    standard: entry.standard === undefined ? anything(historyMissing) : known(entry.standard),
  },
})

/** What is certain of a decision that is not listed: that it had ended before the history becomes complete. */
const unlistedEntry = (recorded: Recorded, last: Day | undefined): ScopedEntry => ({
  key: `${recorded.layer ?? 'national'} ${recorded.outcome} unlisted`,
  recorded,
  values: {
    value: anything(historyMissing),
    from: dayBetween(undefined, last, historyMissing),
    to: dayBetween(undefined, last, historyMissing),
    decided_on: dayBetween(undefined, undefined, historyMissing),
    standard: anything(historyMissing),
  },
})

/** The earlier decisions an aggregate is over, as known at `facts_at`. */
export const recordedEntries = (request: EvaluationRequest, recorded: Recorded, scope: Scope): RecordedEntries => {
  const { history, history_from: since } = request.input
  if (history === undefined) return { listed: [], unlisted: { entry: unlistedEntry(recorded, undefined), at: 0 } }
  const entries = entriesOn(request, recorded, scope)
  const listed = entries.map((entry, index) => scopedEntry(entry, recorded, index))
  if (since === undefined) return { listed }
  const earlier = entries.findIndex((entry) => entry.from < since)
  return { listed, unlisted: { entry: unlistedEntry(recorded, addDays(since, -1)), at: earlier === -1 ? entries.length : earlier } }
}

/**
 * Another programme's outcome as the decision in force at `facts_at` recorded it. Where the history does not reach that
 * day it is unknown; where no decision was in force it is not applicable. Of several the one that began last decides,
 * then the one decided last.
 */
export const readRecorded = (request: EvaluationRequest, { fact, layer }: FactReference, scope: Scope): Value => {
  const { input: { history, history_from: since }, moment: { facts_at: day } } = request
  if (history === undefined || (since !== undefined && day < since)) return anything(historyMissing)
  const entry = entriesOn(request, { outcome: fact, ...(layer && { layer }) }, scope).find(({ to }) => to === undefined || day <= to)
  return entry ? answerValue(entry) : notApplicable()
}
