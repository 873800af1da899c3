import type { FactReference } from '../documents/condition-document.ts'
import type { HistoryEntry } from '../documents/input-document.ts'
import { missing, noGrounds } from '../values/grounds.ts'
import { exact } from '../values/number.ts'
import { anything, known, notApplicable, type Value } from '../values/value.ts'
import type { EvaluationRequest } from './scope.ts'

const inForce = (entry: HistoryEntry, day: string): boolean => entry.from <= day && (entry.to === undefined || day <= entry.to)

/**
 * Another programme's outcome as the decision in force at `facts_at` recorded it. Without a history it is unknown;
 * where no decision was in force it is not applicable.
 */
export const readRecorded = ({ input, moment }: EvaluationRequest, { layer = 'national' }: FactReference, programme: string, outcome: string): Value => {
  if (input.history === undefined) return anything(missing({ field: 'history' }))
  const entries = input.history
    .filter((entry) => entry.programme === programme && entry.outcome === outcome && entry.layer === layer && inForce(entry, moment.facts_at))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const [entry] = entries
  if (!entry) return notApplicable()
  return known(typeof entry.value === 'number' ? exact(entry.value) : entry.value, noGrounds)
}
