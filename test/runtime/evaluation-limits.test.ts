import { analyseTable, boundaryCases, checkRelease, coverageOf, EvaluationLimit, evaluate, evaluateFurther, explain, formSet, formState, limits, Reading, runCase, whyNot, type Assembly, type CaseDocument, type Expression, type HouseholdInput, type LogicPiece } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, releaseOf, resultOf, text } from './fixture.ts'

const fact = (id: string, value: Expression): LogicPiece => ({ kind: 'fact', id, title: text(`The ${id}`), value })

/** Facts each of which is made of the one before, twice. */
const doubling = (count: number, use: (before: Expression) => Expression): readonly LogicPiece[] =>
  Array.from({ length: count }, (_none, index) => fact(`fact_${index}`, index === 0 ? { fact: 'cargo' } : use({ fact: `fact_${index - 1}` })))

const household: HouseholdInput = { household: { cargo: 7 } }

const crew: HouseholdInput = { members: Array.from({ length: limits.members }, (_none, index) => ({ id: `m${index}`, voyages: index % 9 })) }

const limitOf = async (run: () => Promise<unknown>): Promise<EvaluationLimit> => {
  const error: unknown = await run().then(() => undefined, (thrown: unknown) => thrown)
  if (!(error instanceof EvaluationLimit)) throw new Error(`No limit was met but ${String(error)}`)
  return error
}

/** Sums over the members within sums over the members. */
const sums = (depth: number): Expression => (depth === 0 ? { fact: 'voyages' } : { sum: 'members', value: sums(depth - 1), where: leaf('voyages', 'lessThan', 9) })

const sound = (logic: readonly LogicPiece[]): Assembly => {
  expect(checkRelease(commonDocument, releaseOf(logic))).toEqual([])
  return assemblyOf(logic)
}

describe('an evaluation', () => {
  it('that takes too many steps ends with the name of programme and piece, in both languages', async () => {
    const assembly = sound([fact('voyage_sum', sums(3)), outcomeOf('voyage_sum')])
    const error = await limitOf(() => evaluate(assembly, { input: crew, moment: at }))
    expect(error).toMatchObject({ limit: 'steps', place: { programme: 'boats', piece: 'voyage_sum' } })
    expect(error.text.vi).toMatch(/The voyage_sum.*boats\.voyage_sum.*250\.000 bước tính/)
    expect(error.text.en).toMatch(/The voyage_sum.*boats\.voyage_sum.*250,000 steps/)
  })

  it('after so much else was asked of the household that few steps are left comes to the end it has by itself', async () => {
    const assembly = sound([fact('voyage_sum', sums(2)), outcomeOf('voyage_sum')])
    const request = { input: crew, moment: at }
    const reading = new Reading(request)
    const { step } = reading.interpreterOf(assembly).expressionReader({})
    for (let left = limits.steps; left > 10; left -= 1) step()
    expect((await evaluateFurther(assembly, reading)).result).toEqual((await evaluate(assembly, request)).result)
  })

  it('that takes many steps and not too many comes to its end', async () => {
    const { outcomes } = await resultOf(sound([fact('voyage_sum', sums(2)), outcomeOf('voyage_sum')]), crew)
    expect(outcomes).toMatchObject([{ state: 'determined', value: 100 * Array.from({ length: 100 }, (_none, index) => index % 9).reduce((a, b) => a + b, 0) }])
  })

  it.each<[string, (before: Expression) => Expression]>([
    ['multiplied', (before) => ({ multiply: [before, before] })],
    ['divided', (before) => ({ divide: [1, { multiply: [before, before] }] })],
    ['multiplied and rounded', (before) => ({ round: { multiply: [before, before] }, mode: 'up', unit: 0.000000000000001 })],
  ])('whose numbers are %s by themselves again and again ends before they fill the memory', async (_name, use) => {
    const assembly = sound([...doubling(40, use), outcomeOf('fact_39')])
    expect(await limitOf(() => evaluate(assembly, { input: household, moment: at }))).toMatchObject({ limit: 'computed_digits', place: { programme: 'boats' } })
  })

  it('adds and shares as exactly as ever', async () => {
    const thirds = fact('thirds', { multiply: [{ add: Array.from({ length: 60 }, (_none, index) => ({ divide: [1, index + 1] })) }, 0] })
    expect((await resultOf(sound([thirds, outcomeOf('thirds')]), household)).outcomes).toMatchObject([{ value: 0 }])
  })

  it('reads pieces one through another as far as the check allows', async () => {
    const logic = [...doubling(limits.chain - 2, (before) => ({ if: { all: [{ not: leaf('leased', 'equal', true) }] }, then: before, else: 0 })), outcomeOf(`fact_${limits.chain - 3}`)]
    expect((await resultOf(sound(logic), { household: { cargo: 7, leased: false } })).outcomes).toMatchObject([{ value: 7 }])
  })

  it('judges conditions inside one another as far as the check allows', async () => {
    const named = (index: number): LogicPiece => ({ kind: 'condition', id: `named_${index}`, title: text('named'), conditions: index === 0 ? leaf('leased', 'equal', true) : { not: { condition: `named_${index - 1}` } } })
    const logic = [...Array.from({ length: limits.condition_depth + 1 }, (_none, index) => named(index)), outcomeOf(`named_${limits.condition_depth}`)]
    const assembly = sound(logic)
    const evaluation = await evaluate(assembly, { input: { household: { leased: true } }, moment: at })
    expect(evaluation.result.outcomes).toMatchObject([{ value: limits.condition_depth % 2 === 0 }])
    expect((await explain(evaluation, `named_${limits.condition_depth}_outcome`)).children).toHaveLength(1)
  })
})

describe('an explanation', () => {
  it('that would repeat itself without end ends with the name of what was asked', async () => {
    const assembly = sound([...doubling(30, (before) => ({ add: [before, before] })), outcomeOf('fact_29')])
    const evaluation = await evaluate(assembly, { input: household, moment: at })
    expect(evaluation.result.outcomes).toMatchObject([{ value: 7 * 2 ** 29 }])
    expect(await limitOf(() => explain(evaluation, 'fact_29_outcome'))).toMatchObject({ limit: 'explanation_lines', place: { piece: 'fact_29_outcome' } })
  })
})

describe('facts that read one another many times over', () => {
  const few = 30
  const logic = [
    ...doubling(few, (before) => ({ subtract: [{ add: [before, before] }, { fact: 'cargo' }] })),
    { kind: 'table', id: 'berths', title: text('berths'), hit: 'first', inputs: [`fact_${few - 1}`], outputs: ['berth'], rows: [{ id: 'aaaaaaaaaa', when: [{ lessThan: 5 }], then: ['north'] }, { id: 'bbbbbbbbbb', when: [null], then: ['south'] }] },
    outcomeOf('berths'),
  ] as const

  it('are looked at once each by whatever analyses a release', async () => {
    const assembly = sound(logic)
    expect(analyseTable(assembly, 'berths').complete).toBe(true)
    expect((await coverageOf(assembly, [{ id: 'aaaaaaaaaa', title: text('case'), at: '2026-06-01', given: household }])).rows).toHaveLength(2)
    const evaluation = await evaluate(assembly, { input: household, moment: at })
    expect(['found', 'none']).toContain((await whyNot(evaluation, 'berths_outcome', { by: 'answers' })).kind)
    expect((await boundaryCases(assembly, '2026-06-01', [])).cases.length).toBeGreaterThan(0)
  })
})

describe('rules that are too large to evaluate', () => {
  const logic = [...doubling(40, (before) => ({ multiply: [before, before] })), { kind: 'rules', id: 'defects', title: text('defects'), rules: [{ id: 'large', title: text('large'), conditions: leaf('fact_39', 'greaterThan', 1), event: { type: 'defect' } }] }, outcomeOf('fact_39')] as const

  it('fail a case with what happened, and are not covered by it', async () => {
    const each: CaseDocument = { id: 'aaaaaaaaaa', title: text('case'), at: '2026-06-01', given: household, expect: { fact_39_outcome: 1 } }
    const result = await runCase(sound(logic), each)
    expect(result).toMatchObject({ passed: false, issues: [{ code: 'case-limit', params: { limit: 'computed_digits' } }] })
    expect((await coverageOf(sound(logic), [each])).rules).toMatchObject([{ path: 'defects/large', true: [], false: [], unknown: [] }])
  })

  it('are told by a form whose question shows by them', async () => {
    const form = { kind: 'form', id: 'visit', title: text('visit'), sections: [{ id: 'aaaaaaaaaa', title: text('part'), items: [{ kind: 'field', field: 'rent', visible: leaf('fact_39', 'greaterThan', 1) }] }] } as const
    const assembly = sound(logic)
    expect(await limitOf(() => formState(formSet({ ...assembly, release: { ...assembly.release, forms: [form] } }, 'visit'), household, at))).toMatchObject({ limit: 'computed_digits' })
  })

  it('give no answer to why not', async () => {
    const small = sound([...doubling(3, (before) => ({ multiply: [before, before] })), outcomeOf('fact_2')])
    expect(['found', 'none']).toContain((await whyNot(await evaluate(small, { input: household, moment: at }), 'fact_2_outcome')).kind)
  })
})
