import { fileURLToPath } from 'node:url'
import { evaluate, momentAt, type Evaluation, type HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'

export const repository = fileURLToPath(new URL('../..', import.meta.url))
export const rulesets = fileURLToPath(new URL('../../rulesets', import.meta.url))

/** Evaluates by the packs of this repository on a day. */
export function evaluateAt(at: string, input: HouseholdInput): Promise<Evaluation> {
  const rules = resolvePackRules(readPacks(rulesets), { programme: 'poverty', at })
  if (isIssue(rules) || !rules.assemblies.national) throw new Error(`No rules on ${at}`)
  return evaluate(rules.assemblies.national, { input, moment: momentAt(at) })
}
