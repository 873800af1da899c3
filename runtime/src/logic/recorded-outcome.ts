import type { FactReference } from '../documents/condition-document.ts'
import type { HistoryEntry } from '../documents/input-document.ts'
import { missing } from '../values/grounds.ts'
import { anything, known, notApplicable, type Value } from '../values/value.ts'
import { literalValue } from './literal-value.ts'
import type { EvaluationRequest } from './scope.ts'

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inForce = (entry: HistoryEntry, day: string): boolean => entry.from <= day && (entry.to === undefined || day <= entry.to)

/**
 * Another programme's outcome as the decision in force at `facts_at` recorded it. Without a history it is unknown;
 * where no decision was in force it is not applicable. Of several the one that began last decides, then the one decided last.
 */
export const readRecorded = ({ input, moment }: EvaluationRequest, { layer = 'national' }: FactReference, programme: string, outcome: string): Value => {
  if (input.history === undefined) return anything(missing({ field: 'history' }))
  const entries = input.history
    .filter((entry) => entry.programme === programme && entry.outcome === outcome && entry.layer === layer && inForce(entry, moment.facts_at))
    .toSorted((a, b) => order(b.from, a.from) || order(b.decided_on ?? '', a.decided_on ?? ''))
  const [entry] = entries
  if (!entry) return notApplicable()
  return typeof entry.value === 'object' ? known(entry.value) : literalValue(entry.value)
}
