import { lintCodes, lintRelease, type Condition, type LintCodeName } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { compare, documentsOf, fact, lintOf, rules, say, soundCommon, soundRelease, type Change } from './lint-fixture.ts'
import { installSample } from '../support/installed-sample.ts'
import { lintSamples } from './lint-samples.ts'

installSample()

const entries = Object.entries(lintSamples) as readonly (readonly [LintCodeName, (typeof lintSamples)[LintCodeName]])[]

const schemaIssues = (change: Change) => {
  const { common, release } = documentsOf(change)
  return [...validateDocument('common', JSON.parse(JSON.stringify(common))), ...validateDocument('release', JSON.parse(JSON.stringify(release)))]
}

describe('the lint of a release', () => {
  it('says nothing about a sound one', () => {
    expect(lintRelease(soundCommon, soundRelease, {}, { today: '2026-06-01', period: { valid_from: '2026-01-01' }, depends_on: [] })).toEqual([])
  })

  it.each(entries)('finds %s where it is and nowhere beside', (code, { bad, at, good, draft }) => {
    if (!draft) expect(schemaIssues(bad)).toEqual([])
    expect(schemaIssues(good)).toEqual([])
    const found = lintOf(bad).filter((issue) => issue.code === code)
    expect(found.map(({ path }) => path.join('/'))).toContain(at)
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set([lintCodes[code].severity]))
    expect(lintOf(good).filter((issue) => issue.code === code)).toEqual([])
  })

  it.each(entries)('says for %s in both languages where it is and what to do', (code, { bad }) => {
    for (const { message } of lintOf(bad).filter((issue) => issue.code === code)) {
      expect(message.vi).toMatch(/[Hh]ãy /)
      expect(message.vi).not.toMatch(/undefined|\bnull\b|\[object/)
      expect(message.en).not.toMatch(/undefined|\bnull\b|\[object/)
      expect(message.en.length).toBeGreaterThan(20)
    }
  })
})

describe('a release read with others', () => {
  const crew = { ...soundRelease, programme: 'crews', forms: [], cases: [], logic: [...soundRelease.logic, { kind: 'outcome', id: 'rating', of: 'members', title: say('rating'), from: 'role', list: 'role' } as const] }
  const readings = (of: 'household' | 'members', ...more: readonly Condition[]) => lintOf({ logic: [{ ...rules(compare('crews.rating', 'equal', 'captain'), ...more), of }], others: { crews: crew } })

  it('may not read of the household what the other decides for each member', () => {
    expect(readings('household')).toContainEqual(expect.objectContaining({ code: 'member_read_of_household', path: ['logic', 4, 'rules', 0, 'conditions', 'fact'] }))
    expect(readings('members').filter(({ code }) => code === 'member_read_of_household')).toEqual([])
  })

  it('is held against the codes of the other’s outcome', () => {
    expect(readings('members', compare('crews.rating', 'equal', 'cook'))).toContainEqual(expect.objectContaining({ severity: 'error', path: ['logic', 4, 'rules', 1, 'conditions', 'value'] }))
  })

  it('says nothing about others where nobody said which there are', () => {
    const { common, release } = documentsOf({ logic: [rules(compare('ships.rating', 'equal', 'good'))] })
    expect(lintRelease(common, release).map(({ code }) => code)).not.toContain('unknown_programme')
    expect(lintRelease(common, release, {}).map(({ code }) => code)).toContain('unknown_programme')
  })

  it('may keep its own earlier outcome without being looked into for ever', () => {
    const keeps = [fact('before', { last: 'history', outcome: 'boats.kept', value: { fact: 'value' } }, { list: 'port' }), { kind: 'outcome', id: 'kept', title: say('kept'), from: 'before', list: 'port' } as const]
    expect(lintOf({ logic: keeps, others: {} }).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('a release that cannot be evaluated', () => {
  it('is told so first, and what needs no sound release is told with it', () => {
    const codes = lintOf({ logic: [rules(compare('keel', 'equal', true))], release: { legal_basis: [], forms: [], logic: [rules(compare('keel', 'equal', true))] } }).map(({ code }) => code)
    expect(codes).toEqual(['unknown_fact', 'release_without_outcome', 'legal_basis_missing'])
  })
})
