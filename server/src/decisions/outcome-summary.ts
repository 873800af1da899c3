import type { EvaluationResult } from '@tieuchi/runtime'
import type { OutcomeSummary } from '../submissions/submission-schema.ts'

/** The outcomes of the household as lists show them: of the local layer where there is one. */
export function summarise(layers: Readonly<Record<string, EvaluationResult>> | null): OutcomeSummary[] {
  const result = layers?.['local'] ?? layers?.['national']
  return (result?.outcomes ?? []).map(({ id, state, value, list }) => ({
    id,
    state,
    ...(value === undefined ? {} : { value }),
    ...(list === undefined ? {} : { list }),
  }))
}
