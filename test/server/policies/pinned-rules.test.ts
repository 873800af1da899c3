import { canonicalJson } from '@tieuchi/runtime'
import { canonicalTextOfRules, keyOfRules, rulesToJudge, sameRules, textOfRules } from '@tieuchi/server/policies/pinned-rules.ts'
import type { PinnedFormRules } from '@tieuchi/server/policies/policy-schema.ts'
import { expect, test } from 'vitest'

const pinned: PinnedFormRules = { common: 'c1', releases: { poverty: { national: 'p1', local: ['l1', 'l2'] }, common: { national: 'c1' } }, pages: { benefits: { benefits: { national: 'b1' } } } }

const alike: readonly PinnedFormRules[] = [
  structuredClone(pinned),
  { pages: { benefits: { benefits: { national: 'b1' } } }, releases: { common: { national: 'c1' }, poverty: { local: ['l1', 'l2'], national: 'p1' } }, common: 'c1' },
  { ...pinned, releases: { ...pinned.releases, absent: undefined as never } },
]

const others: readonly PinnedFormRules[] = [
  rulesToJudge(pinned),
  { ...pinned, common: 'c2' },
  { ...pinned, releases: { poverty: { national: 'p1', local: ['l2', 'l1'] }, common: { national: 'c1' } } },
  { ...pinned, releases: { poverty: { national: 'p1', local: ['l1'] }, common: { national: 'c1' } } },
  { ...pinned, releases: { poverty: { national: 'p1' }, common: { national: 'c1' } } },
  { ...pinned, releases: { ...pinned.releases, constructor: { national: 'x1' } } },
]

test('rules that pin the same are the same and have one key, in whatever order they stand', () => {
  for (const rules of alike) {
    expect([sameRules(pinned, rules), sameRules(rules, pinned)]).toEqual([true, true])
    expect(keyOfRules(rules)).toBe(keyOfRules(pinned))
  }
})

test('rules that pin anything else are others, from both sides', () => {
  for (const rules of others) {
    expect([sameRules(pinned, rules), sameRules(rules, pinned)]).toEqual([false, false])
    expect(keyOfRules(rules)).not.toBe(keyOfRules(pinned))
  }
})

test('the texts of rules are those of the rules asked for', () => {
  for (const rules of [pinned, ...others]) {
    expect(JSON.parse(textOfRules(rules))).toEqual(rules)
    expect(canonicalTextOfRules(rules)).toBe(canonicalJson(rules))
  }
  expect(JSON.parse(textOfRules(rulesToJudge(pinned)))).toEqual({ common: pinned.common, releases: pinned.releases })
})
