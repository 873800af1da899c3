import type { Condition, HouseholdInput, Truth } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemblyOf, leaf, resultOf, text } from './fixture.ts'

const truthOf = async (conditions: Condition, input: HouseholdInput): Promise<Truth | undefined> => {
  const assembly = assemblyOf([{ kind: 'rules', id: 'checked', title: text('checked'), rules: [{ id: 'rule', title: text('rule'), conditions, event: { type: 'holds' } }] }])
  return (await resultOf(assembly, input)).rules[0]?.result
}

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

/** Strong Kleene, written down independently. */
const kleene = (condition: Condition, leafTruth: (fact: string) => Truth): Truth => {
  if ('not' in condition) return opposite(kleene(condition.not, leafTruth))
  if ('fact' in condition) return leafTruth(condition.fact)
  if (!('all' in condition) && !('any' in condition)) throw new Error('not generated')
  const truths = ('all' in condition ? condition.all : condition.any).map((child) => kleene(child, leafTruth))
  const deciding = !('all' in condition)
  if (truths.includes(deciding)) return deciding
  return truths.includes('unknown') ? 'unknown' : !deciding
}

const booleans = ['hull_sound', 'engine_sound', 'leased']

const tree = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...booleans).map((fact) => leaf(fact, 'equal', true)),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node

const someAnswers = fc.record(Object.fromEntries(booleans.map((name) => [name, fc.boolean()])), { requiredKeys: [] })

describe('a condition', () => {
  it('has the truth of strong Kleene logic, however deep and negated', async () => {
    await fc.assert(
      fc.asyncProperty(tree, someAnswers, async (condition, answers) => {
        const household = Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])))
        expect(await truthOf(condition, { household })).toBe(kleene(condition, (fact) => household[fact] ?? 'unknown'))
      }),
      { numRuns: 500 },
    )
  })

  it('is judged for many households at once as for one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.array(someAnswers, { minLength: 2, maxLength: 12 }), async (condition, all) => {
        const households = all.map((answers) => Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]]))))
        const assembly = assemblyOf([{ kind: 'rules', id: 'checked', title: text('checked'), rules: [{ id: 'rule', title: text('rule'), conditions: condition, event: { type: 'holds' } }] }])
        const results = await Promise.all(households.map((household) => resultOf(assembly, { household })))
        expect(results.map(({ rules }) => rules[0]?.result)).toEqual(households.map((household) => kleene(condition, (fact) => household[fact] ?? 'unknown')))
      }),
      { numRuns: 200 },
    )
  })

  it('is false of what does not apply, and its negation is true', async () => {
    const household = { leased: false }
    expect(await truthOf(leaf('rent', 'equal', 3), { household })).toBe(false)
    expect(await truthOf(leaf('rent', 'notEqual', 3), { household })).toBe(false)
    expect(await truthOf({ not: leaf('rent', 'equal', 3) }, { household })).toBe(true)
  })

  it('does not fire on a missing answer, whatever the operator', async () => {
    expect(await truthOf(leaf('cargo', 'notIn', [1, 2]), {})).toBe('unknown')
    expect(await truthOf(leaf('cargo', 'notEqual', 1), {})).toBe('unknown')
    expect(await truthOf(leaf('gear', 'contains', 'net'), {})).toBe('unknown')
  })

  it('is certain where the bounds of a question already decide', async () => {
    expect(await truthOf(leaf('cargo', 'greaterThanInclusive', 0), {})).toBe(true)
    expect(await truthOf(leaf('cargo', 'between', [12, 20]), {})).toBe(false)
  })

  it('compares decimals as written and lists by their codes', async () => {
    expect(await truthOf(leaf('length', 'equal', 0.3), { household: { length: 0.3 } })).toBe(true)
    expect(await truthOf(leaf('gear', 'contains', 'net'), { household: { gear: [] } })).toBe(false)
    expect(await truthOf(leaf('gear', 'contains', 'net'), { household: { gear: ['lamp', 'net'] } })).toBe(true)
  })

  it('reads a date of which only the year is known as any day of it', async () => {
    expect(await truthOf(leaf('built_on', 'lessThan', '2020-01-01'), { household: { built_on: '2019' } })).toBe(true)
    expect(await truthOf(leaf('built_on', 'lessThan', '2019-07-01'), { household: { built_on: '2019' } })).toBe('unknown')
    expect(await truthOf(leaf('built_on', 'equal', '2018-07-01'), { household: { built_on: '2019' } })).toBe(false)
  })
})

describe('text that looks like a date', () => {
  it('is compared as text', async () => {
    const assembly = assemblyOf([{ kind: 'fact', id: 'found', title: text('found'), value: { any: 'members', where: leaf('sailor', 'equal', '2026-01-01') } }])
    expect((await resultOf(assembly, { members: [{ id: 'a', sailor: '2026-01-01' }] })).facts[0]).toMatchObject({ value: true })
  })
})

describe('a member condition', () => {
  it('holds of one and the same member', async () => {
    const where = { all: [leaf('swims', 'equal', true), leaf('voyages', 'greaterThan', 4)] }
    const assembly = assemblyOf([{ kind: 'fact', id: 'found', title: text('found'), value: { any: 'members', where } }])
    const found = async (members: HouseholdInput['members']) => (await resultOf(assembly, { members: members ?? [] })).facts[0]
    expect(await found([{ id: 'a', swims: true, voyages: 1 }, { id: 'b', swims: false, voyages: 9 }])).toMatchObject({ value: false })
    expect(await found([{ id: 'a', swims: true, voyages: 9 }, { id: 'b' }])).toMatchObject({ value: true })
  })
})
