import { boundOfLevel, evaluate, momentAt, type EntitlementResult, type HouseholdInput } from '@tieuchi/runtime'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import type { Packs } from '@tieuchi/server/policies/pack.ts'

/** What every programme in force makes of a household, by `programme.result` or `programme.result of member`. */
export type Results = ReadonlyMap<string, string>

const told = (result: EntitlementResult): string => {
  const { state, level, amount, bound, period } = result
  const levelBound = boundOfLevel(result)
  return [state, ...(level === undefined ? [] : [`level ${levelBound === 'exact' ? '' : `${levelBound} `}${String(level)}`]), ...(amount === undefined ? [] : [`${bound} ${amount}`]), ...(period?.at_most === undefined ? [] : [`× ${period.at_most}`])].join(', ')
}

const value = ({ state, value: known }: { readonly state: string; readonly value?: unknown }): string => (state === 'determined' ? String(known) : state)

/** Evaluates by every programme whose rules are in force on the day: the local ones of a place where it has any, else the national ones. */
export async function resultsOn(packs: Packs, at: string, input: HouseholdInput, place?: string): Promise<Results> {
  const results = new Map<string, string>()
  for (const { document: { id: programme } } of packs.programmes) {
    const rules = programme === 'common' ? undefined : resolvePackRules(packs, { programme, at, ...(place !== undefined && { unit: place }) })
    if (rules === undefined || isIssue(rules)) continue
    const { result } = await evaluate((place === undefined ? undefined : rules.assemblies.local) ?? rules.assemblies.national, { input, moment: momentAt(at) })
    for (const outcome of result.outcomes) results.set(`${programme}.${outcome.id}`, value(outcome))
    for (const [member, outcomes] of Object.entries(result.member_outcomes)) for (const outcome of outcomes) results.set(`${programme}.${outcome.id} of ${member}`, value(outcome))
    for (const each of result.entitlements) results.set(`${programme}.${each.id}${each.member === undefined ? '' : ` of ${each.member}`}`, told(each))
  }
  return results
}

/** The names of results that differ, each with before and after. */
export const changesBetween = (before: Results, after: Results): Readonly<Record<string, readonly [string, string]>> =>
  Object.fromEntries([...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((name) => {
    const [was, is] = [before.get(name) ?? 'no rules', after.get(name) ?? 'no rules']
    return was === is ? [] : [[name, [was, is] as const]]
  }))
