import { formSet, formState, momentAt } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)

const stateOn = (at: string, member: Readonly<Record<string, string>>) => {
  const rules = resolvePackRules(packs, { programme: 'poverty', at })
  if (isIssue(rules) || !rules.assemblies.national) throw new Error(`No rules on ${at}`)
  return formState(formSet(rules.assemblies.national, 'household_review'), { household: {}, members: [{ id: 'a', ...member }] }, momentAt(at))
}

describe.each(['2017-06-01', '2022-06-01', '2026-06-01', '2027-06-01'])('the form in force on %s', (at) => {
  it('demands name, relation and date of birth of each member, and nothing else', async () => {
    const { unanswered } = await stateOn(at, {})
    expect(unanswered.map(({ path }) => path.join('.')).toSorted()).toEqual(['members.0.birth_date', 'members.0.full_name', 'members.0.relation_to_head'])
  })

  it('asks for a reason where somebody would be more than 120 years old', async () => {
    const issuesOf = async (birth: string) => (await stateOn(at, { full_name: 'An', relation_to_head: 'head', birth_date: birth })).issues
    expect(await issuesOf('1880')).toMatchObject([{ severity: 'warning', params: { check: 'q4tz7mhw2c' } }])
    expect(await issuesOf('1920')).toEqual([])
  })
})
