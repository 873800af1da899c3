import { evaluate, type HouseholdInput, type LogicPiece, type MemberAnswers, type Parameter, type TableRow } from '@tieuchi/runtime'
import { allNeeds, comparableResult, compilePlan, compileProgram, dayCode, dayOfCode, dependentsOf, Graph, PlanDictionary, RecordLayout, scaledNumber, type ObjectPlan } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, text } from '../fixture.ts'

const planOf = (logic: readonly LogicPiece[], parameters: Readonly<Record<string, Parameter>> = {}, dictionary = new PlanDictionary(commonDocument)): ObjectPlan => {
  const compiled = compilePlan(assemblyOf(logic, parameters), dictionary)
  if (compiled.kind === 'none') throw new Error(compiled.reason)
  return compiled.plan
}

const fact = (id: string, value: Extract<LogicPiece, { kind: 'fact' }>['value'], of: 'household' | 'members' = 'household'): LogicPiece => ({ kind: 'fact', id, of, title: text(id), value })

const sailors = (...ages: readonly number[]): readonly MemberAnswers[] => ages.map((age, index) => ({ id: `m${index}`, born_on: `${2026 - age}-06-01`, swims: age > 5 }))

const age = fact('age', { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] }, 'members')
const adults = fact('adults', { count: 'members', where: leaf('age', 'greaterThanInclusive', 18) })

/** What the plan finds, which the interpreter must find as well. */
const resultOf = async (logic: readonly LogicPiece[], input: HouseholdInput, parameters: Readonly<Record<string, Parameter>> = {}) => {
  const plan = planOf(logic, parameters)
  const bound = plan.at(at)
  const record = plan.layout.record(input)
  const judged = bound.judge(record)
  const expected = comparableResult((await evaluate(assemblyOf(logic, parameters), { input, moment: at })).result)
  if (judged) expect(bound.result(record)).toEqual(expected)
  return { judged, expected, mode: bound.program.mode, program: bound.program }
}

const complete: HouseholdInput = {
  household: { hull_sound: true, engine_sound: false, leased: false, length: 4.25, cargo: 3, gear: ['net'], built_on: '2020-06-15' },
  members: sailors(40, 4, 18), unit: { harbour: 'north' }, history: [],
}

describe('a plan', () => {
  it('judges by the code for complete answers where nothing that applies is missing', async () => {
    expect(await resultOf([age, adults, outcomeOf('adults')], complete)).toMatchObject({ judged: true, mode: 'complete' })
    const rent = fact('cost', { add: [{ fact: 'rent' }, 1] })
    expect(await resultOf([rent], complete)).toMatchObject({ judged: true, mode: 'complete' })
    expect(await resultOf([rent], { ...complete, household: { ...complete.household, leased: true } })).toMatchObject({ judged: true, mode: 'partial', expected: { facts: [{ id: 'cost', from: 1, to: 10 }] } })
    expect(await resultOf([age, adults], { ...complete, members: [...sailors(40, 4, 18), { id: 'x', born_on: '2008' }] })).toMatchObject({ mode: 'partial', expected: { facts: [{ id: 'adults', from: 2, to: 3 }] } })
  })

  it('leaves to the interpreter what a record or a double cannot hold exactly', async () => {
    const twice = fact('twice', { multiply: [{ fact: 'length' }, { fact: 'length' }] })
    expect(await resultOf([twice], { household: { length: 4.25 } })).toMatchObject({ judged: true, expected: { facts: [{ id: 'twice', value: 18.0625 }] } })
    expect(await resultOf([twice], { household: { length: 4.251_234 } })).toMatchObject({ judged: false })
    const power = fact('power', { multiply: Array.from({ length: 18 }, () => ({ fact: 'cargo' })) })
    expect(await resultOf([power], { household: { cargo: 3 } })).toMatchObject({ judged: true, expected: { facts: [{ id: 'power', value: 387_420_489 }] } })
    expect(await resultOf([power], { household: { cargo: 9 } })).toMatchObject({ judged: false })
  })

  it('divides never, and rounds what is exactly half', async () => {
    const third = fact('third', { divide: [{ fact: 'cargo' }, { count: 'members' }] })
    const rounded = fact('rounded', { round: { divide: [{ fact: 'length' }, { count: 'members' }] }, mode: 'half_even', unit: 0.5 })
    const { expected } = await resultOf([third, rounded], { household: { cargo: 1, length: 2.25 }, members: sailors(1, 2, 3) })
    expect(expected.facts).toEqual([{ id: 'third', value: 1 / 3 }, { id: 'rounded', value: 1 }])
    expect(await resultOf([third], { household: { cargo: 1 }, members: [] })).toMatchObject({ expected: { facts: [{ id: 'third', not_applicable: true }] } })
  })

  it('sums nothing where what each is divided by is not applicable', async () => {
    const nobody: HouseholdInput = { ...complete, members: [] }
    const halfKnown: HouseholdInput = { ...complete, members: [...sailors(40), { id: 'x', born_on: '1990' }] }
    for (const extreme of ['min', 'max'] as const) {
      const old = { value: { fact: 'age' }, where: leaf('age', 'greaterThan', 90) }
      const end = fact('end', extreme === 'min' ? { min: 'members', ...old } : { max: 'members', ...old })
      const parts = (divided: number) => fact('parts', { sum: 'members', value: { divide: [divided, { fact: 'end' }] } })
      for (const input of [complete, nobody, halfKnown]) {
        for (const divided of [0, 1]) expect(await resultOf([age, end, parts(divided)], input)).toMatchObject({ judged: true, expected: { facts: expect.arrayContaining([{ id: 'parts', value: 0 }]) } })
      }
      expect(await resultOf([age, end, parts(19)], { ...complete, members: sailors(40, 95) })).toMatchObject({ judged: true, expected: { facts: expect.arrayContaining([{ id: 'parts', value: 0.4 }]) } })
    }
  })

  it('says why it cannot be made, and then there is none', () => {
    const logic = [fact('part', { divide: [{ fact: 'voyages' }, { fact: 'voyages' }] }, 'members'), fact('parts', { sum: 'members', value: { fact: 'part' } })]
    expect(compilePlan(assemblyOf(logic), new PlanDictionary(commonDocument))).toEqual({ kind: 'none', reason: expect.stringContaining('quotients') })
  })

  it('finds only the parts it is asked for', () => {
    const plan = compilePlan(assemblyOf([age, adults, fact('other', { add: [{ fact: 'cargo' }, 1] }), outcomeOf('adults')]), new PlanDictionary(commonDocument), { facts: ['adults'], outcomes: false })
    if (plan.kind === 'none') throw new Error(plan.reason)
    const bound = plan.plan.at(at)
    const record = plan.plan.layout.record(complete)
    bound.judge(record)
    expect(bound.result(record)).toMatchObject({ facts: [{ id: 'adults', value: 2 }], outcomes: [], rules: [] })
    expect([...plan.plan.layout.needs.fields]).toEqual(['born_on'])
  })
})

describe('a table of many rows', () => {
  const id = (index: number): string => `row${[...String(index)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('').padStart(7, 'k')}`
  const rows = (count: number, output: (index: number) => string | number): readonly TableRow[] =>
    Array.from({ length: count }, (_row, index) => ({ id: id(index), when: [{ equal: index % 10 }, index % 3 === 0 ? { greaterThan: index % 7 } : null], then: [output(index)] }))

  it('is judged in several functions, and by each hit policy as the interpreter does', async () => {
    for (const hit of ['sum', 'max', 'first', 'collect'] as const) {
      const table: LogicPiece = { kind: 'table', id: 'points', title: text('points'), hit, inputs: ['cargo', 'length'], outputs: ['points'], rows: rows(400, (index) => (hit === 'collect' || hit === 'first' ? `code_${index % 5}` : index % 11)) }
      for (const household of [{ cargo: 3, length: 4 }, { cargo: 7 }, { length: 9 }, {}]) expect(await resultOf([table, outcomeOf('points')], { household })).toMatchObject({ judged: true })
    }
  })
})

describe('a graph', () => {
  const limit: Parameter = { title: text('limit'), unit: 'years', value: 18, certainty: 'seen' }
  const other: Parameter = { ...limit, value: 2 }
  const logic = [age, fact('grown', { count: 'members', where: leaf('age', 'greaterThanInclusive', { parameter: 'limit' }) }), fact('rest', { subtract: [{ count: 'members', where: leaf('swims', 'equal', true) }, { parameter: 'other' }] })]

  it('knows what another value of a parameter would change', () => {
    const { graph, outputs } = compileProgram(assemblyOf(logic, { limit, other }), new PlanDictionary(commonDocument), 'partial')
    const changed = dependentsOf(graph, new Set([graph.parameters.findIndex(({ name }) => name === 'limit')]))
    const [grown, rest] = outputs.facts.map(({ value }) => (value.kind === 'number' ? value.from.number : undefined))
    expect(grown && rest && [changed.has(grown), changed.has(rest)]).toEqual([true, false])
  })

  it('shares with a second release every node that means the same', () => {
    const dictionary = new PlanDictionary(commonDocument)
    const graph = new Graph(dictionary)
    const before = compileProgram(assemblyOf(logic, { limit, other }), dictionary, 'partial', {}, graph)
    const added = graph.nodes.length
    const same = compileProgram(assemblyOf(logic, { limit, other }), dictionary, 'partial', {}, graph)
    expect(graph.nodes.length).toBe(added)
    const raised = compileProgram(assemblyOf(logic, { limit: { ...limit, value: 21 }, other }), dictionary, 'partial', {}, graph)
    expect([same.outputs.facts[1], raised.outputs.facts[1]]).toEqual([before.outputs.facts[1], before.outputs.facts[1]])
    expect(raised.outputs.facts[0]).not.toEqual(before.outputs.facts[0])
    expect(graph.nodes.length - added).toBeLessThan(added / 2)
  })

  it('has every input before what reads it', () => {
    const { graph } = compileProgram(assemblyOf(logic, { limit, other }), new PlanDictionary(commonDocument), 'partial')
    for (const [index, node] of graph.nodes.entries()) {
      expect(node.id).toBe(index)
      expect(node.inputs.every((input) => input.id < node.id)).toBe(true)
    }
  })
})

describe('records', () => {
  it('serve every plan whose needs their layout covers', () => {
    const dictionary = new PlanDictionary(commonDocument)
    const past: LogicPiece = fact('past', { count: 'history', outcome: 'harbours.berth', where: leaf('value', 'equal', 'north') })
    const local: LogicPiece = fact('local', { count: 'history', outcome: 'harbours.berth', layer: 'local', where: leaf('value', 'equal', 'north') })
    const plans = [planOf([age, adults], {}, dictionary), planOf([past], {}, dictionary), planOf([local, past, fact('more', { add: [{ fact: 'cargo' }, 1] })], {}, dictionary)]
    const layout = new RecordLayout(dictionary, allNeeds(plans.map(({ needs }) => needs)))
    const decision = { programme: 'harbours', outcome: 'berth', value: 'north', from: '2025-01-01' } as const
    const record = layout.record({ ...complete, history: [{ ...decision, layer: 'national' }, { ...decision, layer: 'national', from: '2024-01-01' }] })
    const found = plans.map((plan) => {
      const bound = plan.at(at)
      return bound.judge(record) && bound.result(record).facts
    })
    expect(found).toEqual([[{ id: 'adults', value: 2 }], [{ id: 'past', value: 2 }], [{ id: 'local', value: 2 }, { id: 'past', value: 2 }, { id: 'more', value: 4 }]])
  })

  it('have one shape, whatever is answered', () => {
    const plan = planOf([age, adults, fact('cost', { add: [{ fact: 'rent' }, { fact: 'length' }] }), outcomeOf('adults')])
    const shapes = [complete, {}, { members: [] }, { household: { rent: 3 }, members: [{ id: 'a' }], members_complete: false }].map((input) => plan.layout.record(input))
    expect(new Set(shapes.map((record) => Object.keys(record).join())).size).toBe(1)
    expect(new Set(shapes.flatMap(({ members }) => members.map((member) => Object.keys(member).join()))).size).toBe(1)
  })

  it('keep the decimals they keep exactly, and refuse the others', () => {
    const scale = { scale: 10_000, from: 0, to: 1_000_000_000_000 }
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (whole) => {
      expect(scaledNumber(Number(`${whole}e-4`), scale)).toBe(whole)
    }))
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 1, max: 9 }), (whole, digit) => {
      expect(scaledNumber(Number(`${whole}.0000${digit}`), scale)).toBeUndefined()
    }))
  })

  it('keep days as numbers in the order of days', () => {
    fc.assert(fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }), fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }), (a, b) => {
      const [x, y] = [a, b].map((date) => date.toISOString().slice(0, 10))
      if (x === undefined || y === undefined) return
      expect(dayOfCode(dayCode(x))).toBe(x)
      expect(Math.sign(dayCode(x) - dayCode(y))).toBe(x < y ? -1 : x > y ? 1 : 0)
    }))
  })
})
