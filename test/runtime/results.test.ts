import { assemble, checkRelease, evaluate, explain, type ExplanationNode, type LogicPiece, type Parameter } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, releaseOf, resultOf, text } from './fixture.ts'

const table: LogicPiece = {
  kind: 'table', id: 'berths', title: text('Berths'), hit: 'first', inputs: ['cargo', 'hull_sound'], outputs: ['berth'],
  rows: [
    { id: 'aaaaaaaaaa', when: [{ lessThanInclusive: { parameter: 'light' } }, { equal: true }], then: ['inner'], citation: { document: 'Harbour Act', article: '3' } },
    { id: 'bbbbbbbbbb', when: [{ lessThanInclusive: { parameter: 'light' } }, null], then: ['outer'] },
    { id: 'cccccccccc', when: [null, null], then: ['none'] },
  ],
}
const outcome: LogicPiece = { kind: 'outcome', id: 'berth', title: text('Berth'), from: 'berths' }
const light: Parameter = { title: text('Light cargo'), unit: 'count', value: 4, certainty: 'seen', citation: { document: 'Harbour Act', article: '2' } }
const berthOf = async (household: Record<string, number | boolean>, parameters: Record<string, Parameter> = { light }) =>
  (await resultOf(assemblyOf([table, outcome], parameters), { household })).outcomes[0]

describe('a first-match table', () => {
  it('gives the first row that holds, the limit included', async () => {
    expect(await berthOf({ cargo: 4, hull_sound: true })).toMatchObject({ state: 'determined', value: 'inner' })
    expect(await berthOf({ cargo: 4, hull_sound: false })).toMatchObject({ value: 'outer' })
    expect(await berthOf({ cargo: 5, hull_sound: true })).toMatchObject({ value: 'none' })
  })

  it('asks only what can still decide', async () => {
    expect(await berthOf({ cargo: 4 })).toMatchObject({ state: 'undetermined', possible: ['inner', 'outer'], missing: [{ field: 'hull_sound' }] })
    expect(await berthOf({ cargo: 5 })).toMatchObject({ state: 'determined', value: 'none', missing: [] })
  })

  it('reports an open parameter apart from missing answers', async () => {
    const { value: _value, ...rest } = light
    expect(await berthOf({ cargo: 4, hull_sound: true }, { light: { ...rest, certainty: 'open' } })).toMatchObject({ state: 'undetermined', missing: [], open: ['light'] })
  })

  it('says which assumed values it used', async () => {
    expect(await berthOf({ cargo: 4, hull_sound: true }, { light: { ...light, certainty: 'assumed' } })).toMatchObject({ state: 'determined', assumed: ['light'] })
  })

  it('gives nothing applicable where no row holds', async () => {
    const gap: LogicPiece = { ...table, rows: table.rows.slice(0, 1) }
    expect((await resultOf(assemblyOf([gap, outcome], { light }), { household: { cargo: 9 } })).outcomes[0]).toMatchObject({ state: 'not_applicable' })
  })
})

describe('other hit policies', () => {
  const points = (hit: 'unique' | 'sum' | 'max' | 'collect', then: readonly (number | string)[]): LogicPiece => ({
    kind: 'table', id: 'points', title: text('Points'), hit, inputs: ['hull_sound', 'engine_sound'], outputs: ['points'],
    rows: [{ id: 'aaaaaaaaaa', when: [{ equal: true }, null], then: [then[0] ?? 0] }, { id: 'bbbbbbbbbb', when: [null, { equal: true }], then: [then[1] ?? 0] }],
  })
  const resultFor = async (piece: LogicPiece, household: Record<string, boolean>) => (await resultOf(assemblyOf([piece, outcomeOf('points')]), { household })).outcomes[0]

  it('sum and max are intervals while a row is unknown', async () => {
    expect(await resultFor(points('sum', [3, 4]), { hull_sound: true, engine_sound: true })).toMatchObject({ value: 7 })
    expect(await resultFor(points('sum', [3, 4]), { hull_sound: true })).toMatchObject({ state: 'undetermined', missing: [{ field: 'engine_sound' }] })
    expect(await resultFor(points('max', [4, 4]), { hull_sound: true })).toMatchObject({ state: 'determined', value: 4 })
  })

  it('max is at least what a row that holds is certain to give', async () => {
    const ages: readonly LogicPiece[] = [
      { kind: 'fact', id: 'age_of_hull', title: text('age'), value: { ageInYears: [{ fact: 'built_on' }, { moment: 'facts_at' }] } },
      { kind: 'table', id: 'points', title: text('Points'), hit: 'max', inputs: ['hull_sound'], outputs: ['points'], rows: [{ id: 'aaaaaaaaaa', when: [null], then: [5] }, { id: 'bbbbbbbbbb', when: [null], then: [{ fact: 'age_of_hull' }] }] },
      { kind: 'rules', id: 'marks', title: text('marks'), rules: [{ id: 'many', title: text('Many'), conditions: leaf('points', 'greaterThanInclusive', 5), event: { type: 'mark' } }] },
    ]
    expect((await resultOf(assemblyOf(ages), {})).rules).toMatchObject([{ result: true }])
  })

  it('sum and max leave out what is not applicable', async () => {
    const dues = (hit: 'sum' | 'max'): LogicPiece => ({
      kind: 'table', id: 'dues', title: text('Dues'), hit, inputs: ['cargo'], outputs: ['due'],
      rows: [{ id: 'aaaaaaaaaa', when: [null], then: [{ fact: 'rent' }] }, { id: 'bbbbbbbbbb', when: [null], then: [4] }],
    })
    const dueOf = async (hit: 'sum' | 'max', household: Record<string, boolean | number>) => (await resultOf(assemblyOf([dues(hit), outcomeOf('dues')]), { household })).outcomes[0]
    expect(await dueOf('sum', { rent: 3 })).toMatchObject({ state: 'undetermined', missing: [{ field: 'leased' }] })
    expect(await dueOf('sum', { rent: 3, leased: false })).toMatchObject({ state: 'determined', value: 4 })
    expect(await dueOf('sum', { rent: 3, leased: true })).toMatchObject({ state: 'determined', value: 7 })
    expect(await dueOf('max', { leased: false })).toMatchObject({ state: 'determined', value: 4 })
  })

  it('collect gives every code that holds', async () => {
    expect(await resultFor(points('collect', ['a', 'b']), { hull_sound: true, engine_sound: true })).toMatchObject({ value: ['a', 'b'] })
  })

  it('unique refuses two rows at once', async () => {
    await expect(resultFor(points('unique', ['a', 'b']), { hull_sound: true, engine_sound: true })).rejects.toThrow('hold at once')
    expect(await resultFor(points('unique', ['a', 'b']), { hull_sound: true, engine_sound: false })).toMatchObject({ value: 'a' })
  })
})

describe('parameters', () => {
  const byHarbour: Parameter = { title: text('Fee'), unit: 'count', by: 'harbour', values: { north: 2, south: 6 }, certainty: 'seen' }
  const assembly = assemblyOf([{ kind: 'fact', id: 'due', title: text('due'), value: { parameter: 'fee' } }, { kind: 'fact', id: 'north_due', title: text('due'), value: { parameter: 'fee', at: { harbour: 'north' } } }], { fee: byHarbour })

  it('are looked up by a field, may be any of their values while it is unknown, and can be read at a fixed key', async () => {
    expect((await resultOf(assembly, { unit: { harbour: 'south' } })).facts).toMatchObject([{ value: 6 }, { value: 2 }])
    expect((await resultOf(assembly, {})).facts[0]).toMatchObject({ missing: [{ field: 'harbour' }] })
  })
})

describe('other programmes', () => {
  const reads = (as?: 'computed'): LogicPiece => ({ kind: 'outcome', id: 'seen', title: text('seen'), from: { fact: 'harbour-master.permit', ...(as && { as }) } })
  const history = [{ programme: 'harbour-master', layer: 'national' as const, outcome: 'permit', value: 'full', from: '2026-01-01', to: '2026-12-31' }]

  it('are read as recorded at the day of the facts: unknown without history, not applicable without a decision', async () => {
    const assembly = assemblyOf([reads()])
    expect((await resultOf(assembly, { history })).outcomes[0]).toMatchObject({ value: 'full' })
    expect((await resultOf(assembly, {})).outcomes[0]).toMatchObject({ state: 'undetermined', missing: [{ field: 'history' }] })
    expect((await resultOf(assembly, { history: [] })).outcomes[0]).toMatchObject({ state: 'not_applicable' })
    expect((await resultOf(assembly, { history }, { moment: { ...at, facts_at: '2027-01-01' } })).outcomes[0]).toMatchObject({ state: 'not_applicable' })
  })

  it('are compared as dates where they are dates, and the one decided last counts', async () => {
    const since = (value: string, decided: string) => ({ programme: 'harbour-master', layer: 'national' as const, outcome: 'permit', value, from: '2026-01-01', decided_on: decided })
    const early: LogicPiece = { kind: 'fact', id: 'early', title: text('early'), value: { if: leaf('harbour-master.permit', 'lessThan', '2026-01-01'), then: true, else: false } }
    const earlyOf = async (values: readonly ReturnType<typeof since>[]) => (await resultOf(assemblyOf([early]), { history: values })).facts[0]
    expect(await earlyOf([since('2025-05-01', '2025-12-01')])).toMatchObject({ value: true })
    expect(await earlyOf([since('2026-02-01', '2026-03-01'), since('2025-05-01', '2025-12-01')])).toMatchObject({ value: false })
  })

  it('are computed from the same household where the rules say so, and replaced where assumed', async () => {
    const permit = { ...releaseOf([{ kind: 'fact', id: 'permitted', title: text('permitted'), value: { fact: 'hull_sound' } }, { kind: 'outcome', id: 'permit', title: text('permit'), from: 'permitted' }]), programme: 'harbour-master' }
    const assembly = assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: releaseOf([reads('computed')]), 'harbour-master': permit } })
    expect((await resultOf(assembly, { household: { hull_sound: true } })).outcomes[0]).toMatchObject({ value: true })
    expect((await resultOf(assembly, {}, { assume: { 'harbour-master.permit': false } })).outcomes[0]).toMatchObject({ value: false, replaced: ['harbour-master.permit'] })
  })
})

describe('codes that events carry', () => {
  const rule = (id: string, field: string, params?: Readonly<Record<string, string>>) => ({ id, title: text(id), conditions: leaf(field, 'equal', false), event: { type: 'defect', ...(params && { params }) } })
  const rules: LogicPiece = { kind: 'rules', id: 'defects', title: text('Defects'), rules: [rule('hull', 'hull_sound', { part: 'hull' }), rule('lease', 'leased', { part: 'papers' }), rule('hull_again', 'hull_sound', { part: 'hull' }), rule('silent', 'hull_sound')] }
  const found: LogicPiece = { kind: 'outcome', id: 'defective', title: text('Defective'), from: { fact: 'defects', output: 'part' } }
  const defective = async (household: Readonly<Record<string, boolean>>) => (await resultOf(assemblyOf([rules, found]), { household })).outcomes[0]

  it('are listed once each where their rules hold, and the list waits for what can still add to it', async () => {
    expect(await defective({ hull_sound: false, leased: true })).toMatchObject({ state: 'determined', value: ['hull'], missing: [] })
    expect(await defective({ hull_sound: false, leased: false })).toMatchObject({ state: 'determined', value: ['hull', 'papers'] })
    expect(await defective({ hull_sound: true, leased: true })).toMatchObject({ state: 'determined', value: [] })
    expect(await defective({ hull_sound: false })).toMatchObject({ state: 'undetermined', missing: [{ field: 'leased' }] })
  })

  it('do not apply where a table passes them on in some cases alone and says that this is meant', async () => {
    const some: LogicPiece = { kind: 'table', id: 'of_leased', title: text('Leased'), hit: 'first', otherwise: 'not_applicable', inputs: ['leased'], outputs: ['parts'], rows: [{ id: 'aaaaaaaaaa', when: [{ equal: true }], then: [{ fact: 'defects', output: 'part' }] }] }
    const passed = async (household: Readonly<Record<string, boolean>>) => (await resultOf(assemblyOf([rules, some, { ...found, from: 'of_leased' }]), { household })).outcomes[0]
    expect(await passed({ leased: true, hull_sound: false })).toMatchObject({ state: 'determined', value: ['hull'] })
    expect(await passed({ leased: false })).toMatchObject({ state: 'not_applicable', missing: [] })
    expect(await passed({ hull_sound: false })).toMatchObject({ state: 'undetermined', missing: [{ field: 'leased' }] })
  })

  it('of a property that no event has are a mistake', () => {
    const wrong = releaseOf([rules, { ...found, from: { fact: 'defects', output: 'deck' } }])
    expect(checkRelease(commonDocument, wrong).map(({ code }) => code)).toEqual(['unknown_output'])
    expect(checkRelease(commonDocument, releaseOf([rules, found]))).toEqual([])
  })
})

describe('assumed pieces', () => {
  const rules: LogicPiece = { kind: 'rules', id: 'defects', title: text('Defects'), rules: [{ id: 'hull', title: text('hull'), conditions: leaf('hull_sound', 'equal', false), event: { type: 'defect' } }] }
  const swimmer: LogicPiece = { kind: 'fact', id: 'swimmer', of: 'members', title: text('swimmer'), value: { fact: 'swims' } }
  const swimmers: LogicPiece = { kind: 'fact', id: 'swimmers', title: text('swimmers'), value: { count: 'members', where: leaf('swimmer', 'equal', true) } }
  const defectCount: LogicPiece = { kind: 'fact', id: 'defect_count', title: text('count'), value: { countEvents: 'defects' } }

  it('are not computed, and results that used them say so', async () => {
    const result = await resultOf(assemblyOf([rules, defectCount]), { household: { hull_sound: true } }, { assume: { 'boats.defects.hull': true } })
    expect(result.rules).toMatchObject([{ result: true, replaced: ['boats.defects.hull'] }])
    expect(result.facts).toMatchObject([{ value: 1, replaced: ['boats.defects.hull'] }])
  })

  it('of members are given per member', async () => {
    const result = await resultOf(assemblyOf([swimmer, swimmers]), { members: [{ id: 'a' }, { id: 'b', swims: false }] }, { assume: { 'boats.swimmer': { a: true } } })
    expect(result.facts).toMatchObject([{ id: 'swimmers', value: 1, replaced: ['boats.swimmer'] }])
  })
})

describe('an explanation', () => {
  const linesOf = (node: ExplanationNode): readonly ExplanationNode[] => [node, ...node.children.flatMap(linesOf)]

  it('leads from the outcome over rows to the answers read, with values, limits and articles', async () => {
    const evaluation = await evaluate(assemblyOf([table, outcome], { light }), { input: { household: { cargo: 4, hull_sound: false } }, moment: at })
    const tree = await explain(evaluation, 'berth')
    expect(tree).toMatchObject({ kind: 'outcome', sentence: { en: 'Berth: outer' } })
    expect(tree.children.map(({ id, result }) => [id, result])).toEqual([['aaaaaaaaaa', false], ['bbbbbbbbbb', true]])
    expect(linesOf(tree)).toContainEqual(expect.objectContaining({ kind: 'leaf', sentence: { vi: 'Cargo ≤ Light cargo', en: 'Cargo ≤ Light cargo' }, read: { vi: '4', en: '4' }, parameter: 'light', citation: { document: 'Harbour Act', article: '2' }, question: { field: 'cargo' } }))
  })

  it('names what is not known', async () => {
    const evaluation = await evaluate(assemblyOf([table, outcome], { light }), { input: { household: { cargo: 4 } }, moment: at })
    const tree = await explain(evaluation, 'berth')
    expect(tree.sentence).toEqual({ vi: 'Berth: chưa kết luận', en: 'Berth: undetermined' })
    expect(linesOf(tree)).toContainEqual(expect.objectContaining({ result: 'unknown', read: { vi: 'chưa có thông tin', en: 'not known' }, question: { field: 'hull_sound' } }))
  })

  it('tells a value the law has not established from an answer nobody gave', async () => {
    const { value: _value, ...rest } = light
    const evaluation = await evaluate(assemblyOf([table, outcome], { light: { ...rest, certainty: 'open' } }), { input: { household: { cargo: 4, hull_sound: true } }, moment: at })
    expect(linesOf(await explain(evaluation, 'berth'))).toContainEqual(expect.objectContaining({ parameter: 'light', compared: expect.objectContaining({ en: 'Light cargo: not established in the law' }) }))
  })

  it('follows a sum to the value of each member', async () => {
    const sum: LogicPiece = { kind: 'fact', id: 'voyage_sum', title: text('Voyages'), value: { sum: 'members', value: { fact: 'voyages' } } }
    const evaluation = await evaluate(assemblyOf([sum, outcomeOf('voyage_sum')]), { input: { members: [{ id: 'a', sailor: 'Ann', voyages: 3 }] }, moment: at })
    expect((await explain(evaluation, 'voyage_sum_outcome')).children).toMatchObject([{ sentence: { en: 'Ann' }, children: [{ sentence: { en: 'Voyages: 3' } }] }])
  })

  it('shows the members that break a condition for all', async () => {
    const every: LogicPiece = { kind: 'fact', id: 'all_swim', title: text('All swim'), value: { all: 'members', where: leaf('swims', 'equal', true) } }
    const evaluation = await evaluate(assemblyOf([every, outcomeOf('all_swim')]), { input: { members: [{ id: 'a', sailor: 'Ann', swims: false }, { id: 'b', sailor: 'Ben', swims: true }] }, moment: at })
    expect((await explain(evaluation, 'all_swim_outcome')).children).toMatchObject([{ sentence: { en: 'Ann' }, result: false }])
  })

  it('writes a parameter at the key it was read', async () => {
    const fee: Parameter = { title: text('Fee'), unit: 'count', by: 'harbour', values: { north: 1, south: 2 }, certainty: 'seen' }
    const due: LogicPiece = { kind: 'fact', id: 'due', title: text('Due'), value: { add: [{ parameter: 'fee', at: { harbour: 'south' } }, 0] } }
    const evaluation = await evaluate(assemblyOf([due, outcomeOf('due')], { fee }), { input: { unit: { harbour: 'north' } }, moment: at })
    expect((await explain(evaluation, 'due_outcome')).children).toMatchObject([{ sentence: { en: 'Fee: 2' } }])
  })

  it('names the members that count, by their names', async () => {
    const count: LogicPiece = { kind: 'fact', id: 'swimmers', title: text('Swimmers'), value: { count: 'members', where: leaf('swims', 'equal', true) } }
    const evaluation = await evaluate(assemblyOf([count, outcomeOf('swimmers')]), { input: { members: [{ id: 'a', sailor: 'Ann', swims: true }, { id: 'b', sailor: 'Ben', swims: false }, { id: 'c', sailor: 'Cam' }] }, moment: at })
    const tree = await explain(evaluation, 'swimmers_outcome')
    expect(tree.children.map(({ sentence, result }) => [sentence.en, result])).toEqual([['Ann', true], ['Cam', 'unknown']])
  })
})
