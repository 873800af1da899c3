import { assemble, evaluate, whyNot, type CommonDocument, type Expression, type HouseholdInput, type LogicPiece, type WhyNotOptions } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeAnswers } from '../support/dictionary-households.ts'
import { completeInput, parameters, randomLogic } from './arbitraries.ts'
import { assemblyOf, at, commonDocument, leaf, releaseOf, text } from './fixture.ts'
import { outcomeUnder, problemsOf } from './why-not-check.ts'

const withFixed = (fixed: readonly string[]): CommonDocument => {
  const mark = (fields: CommonDocument['dictionary']['properties']['unit']['properties']) =>
    Object.fromEntries(Object.entries(fields).map(([id, schema]) => [id, fixed.includes(id) ? { ...schema, 'x-fixed': true } : schema]))
  const { household, members, unit } = commonDocument.dictionary.properties
  return {
    ...commonDocument,
    dictionary: {
      ...commonDocument.dictionary,
      properties: {
        household: { ...household, properties: mark(household.properties) },
        members: { ...members, items: { ...members.items, properties: mark(members.items.properties) } },
        unit,
      },
    },
  }
}

/** Fields a piece rests on, found in its JSON as text. */
const fieldsBehind = (logic: readonly LogicPiece[], id: string): readonly string[] => {
  const piece = logic.find((each) => each.id === id)
  if (!piece) return [id]
  const names = [...JSON.stringify(piece).matchAll(/"(?:fact|countEvents)":"([a-z_]+)"/g)].map(([, name = '']) => name)
  return names.flatMap((name) => fieldsBehind(logic, name))
}

const askable = ['rent', 'cargo', 'length', 'hull_sound', 'engine_sound', 'leased', 'gear', 'built_on', 'swims', 'voyages', 'born_on']

describe('on random logic', () => {
  it.each(['facts', 'answers'] as const)('every set of changed %s flips, no part of it does, nothing fixed is changed, and it stays within its bounds', async (by) => {
    let found = 0
    await fc.assert(fc.asyncProperty(randomLogic, completeInput, fc.subarray(askable), fc.boolean(), fc.subarray(askable, { maxLength: 3 }), async (logic, whole, fixed, asks, unanswered) => {
      const input = removeAnswers(whole, (question) => unanswered.includes(question.split(' ').at(-1) ?? ''))
      const assembly = assemble({ programme: 'boats', layer: 'national', common: withFixed(fixed), releases: { boats: releaseOf(logic, parameters) } })
      const request = { input, moment: at }
      const evaluation = await evaluate(assembly, request)
      const table = logic.find((piece) => piece.kind === 'table')
      const value = asks && table?.kind === 'table' && table.hit === 'first' ? 'both' : undefined
      const answer = await whyNot(evaluation, 'berth', { by, ...(value !== undefined && { value }) })
      expect(await problemsOf({ assembly, request, outcome: 'berth', value }, answer)).toEqual([])
      if (answer.kind !== 'found') return
      found += 1
      for (const { target } of answer.sets.flatMap(({ changes }) => changes)) {
        const id = target.kind === 'answer' ? target.field : target.kind === 'fact' ? target.fact : target.set
        expect(fieldsBehind(logic, id).some((field) => !fixed.includes(field) && field !== 'harbour')).toBe(true)
        if (by === 'answers') expect(target.kind).toBe('answer')
        else expect(['cargo', 'score', 'crew_count']).toContain(id)
      }
    }), { numRuns: 120 })
    expect(found).toBeGreaterThan(20)
  })
})

const domains = {
  cargo: Array.from({ length: 10 }, (_number, index) => index),
  hull_sound: [true, false],
  engine_sound: [true, false],
  gear: [[], ['net'], ['lamp'], ['net', 'lamp']],
}

const states = domains.cargo.flatMap((cargo) => domains.hull_sound.flatMap((hull_sound) => domains.engine_sound.flatMap((engine_sound) => domains.gear.map((gear) => ({ cargo, hull_sound, engine_sound, gear })))))

const cell = (values: fc.Arbitrary<object>) => fc.option(values, { freq: 2 })

const smallTable = fc.array(fc.tuple(
  cell(fc.tuple(fc.constantFrom('lessThan', 'greaterThanInclusive', 'equal', 'notEqual', 'lessThanInclusive', 'greaterThan'), fc.integer({ min: 0, max: 9 })).map(([operator, value]) => ({ [operator]: value }))),
  cell(fc.boolean().map((equal) => ({ equal }))),
  cell(fc.boolean().map((equal) => ({ equal }))),
  cell(fc.constantFrom('net', 'lamp').map((contains) => ({ contains }))),
  fc.constantFrom('north', 'south', 'both'),
), { minLength: 1, maxLength: 4 }).map((rows): readonly LogicPiece[] => [
  {
    kind: 'table', id: 'berths', title: text('berths'), hit: 'first', inputs: ['cargo', 'hull_sound', 'engine_sound', 'gear'], outputs: ['berth'],
    rows: rows.map(([a, b, c, d, code], index) => ({ id: 'abcd'.charAt(index).repeat(10), when: [a, b, c, d], then: [code] })),
  },
  { kind: 'outcome', id: 'berth', title: text('berth'), from: 'berths' },
])

describe('on small tables', () => {
  it('the sets are as small as the smallest change a brute force over all answers finds, and there are none where it finds none', async () => {
    const sizes = new Set<number>()
    await fc.assert(fc.asyncProperty(smallTable, fc.constantFrom(...states), async (logic, household) => {
      const assembly = assemblyOf(logic)
      const resultFor = async (input: HouseholdInput) => {
        const { state, value } = await outcomeUnder({ assembly, request: { input, moment: at }, outcome: 'berth' }, [])
        return `${state} ${String(value)}`
      }
      const present = await resultFor({ household })
      const distances = await Promise.all(states.map(async (state) => {
        const changed = (Object.keys(domains) as (keyof typeof domains)[]).filter((name) => String(state[name]) !== String(household[name])).length
        return (await resultFor({ household: state })) === present ? Infinity : changed
      }))
      const smallest = Math.min(...distances)
      const answer = await whyNot(await evaluate(assembly, { input: { household }, moment: at }), 'berth')
      sizes.add(smallest)
      if (answer.kind === 'none') expect(smallest > 3 || !answer.complete).toBe(true)
      else expect(answer.kind === 'found' && answer.sets.every(({ changes }) => changes.length === smallest)).toBe(true)
      if (smallest === 1) expect(answer.kind).toBe('found')
    }), { numRuns: 80 })
    expect(sizes.has(1) && sizes.has(2)).toBe(true)
  })
})

/** Arithmetic that only rises or only falls with the cargo. */
const monotone = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof({ maxDepth: 2 }, fc.constant<Expression>({ fact: 'cargo' }), fc.tuple(tie('node'), fc.integer({ min: 1, max: 5 })).chain(([part, constant]) => fc.constantFrom<Expression>(
    { add: [part, constant] }, { add: [constant, part] }, { subtract: [part, constant] }, { subtract: [constant, part] }, { multiply: [part, constant] },
    { divide: [part, constant] }, { min: [part, constant] }, { max: [constant, part] }, { floor: part }, { round: part, mode: 'half_up', unit: constant },
    { sum: 'members', value: { add: [{ fact: 'voyages' }, part] } }, { if: leaf('hull_sound', 'equal', true), then: part, else: constant },
  ))),
})).node

describe('through arithmetic', () => {
  it('an answer that would do is found exactly where trying every answer finds one', async () => {
    const found = { yes: 0, no: 0 }
    await fc.assert(fc.asyncProperty(monotone, fc.integer({ min: -3, max: 12 }), fc.integer({ min: 0, max: 9 }), async (value, limit, cargo) => {
      const fixed = withFixed(['hull_sound', 'voyages'])
      const pieces: readonly LogicPiece[] = [
        { kind: 'fact', id: 'score', title: text('Score'), value },
        { kind: 'rules', id: 'checks', title: text('Checks'), rules: [{ id: 'check', title: text('Check'), conditions: leaf('score', 'lessThanInclusive', limit), event: { type: 'check' } }] },
        { kind: 'outcome', id: 'berth', title: text('Berth'), from: 'checks' },
      ]
      const assembly = assemble({ programme: 'boats', layer: 'national', common: fixed, releases: { boats: releaseOf(pieces) } })
      const inputWith = (number: number): HouseholdInput => ({ household: { cargo: number, hull_sound: true }, members: [{ id: 'm1', voyages: 2 }] })
      const results = await Promise.all(domains.cargo.map(async (number) => (await outcomeUnder({ assembly, request: { input: inputWith(number), moment: at }, outcome: 'berth' }, [])).value))
      const answer = await whyNot(await evaluate(assembly, { input: inputWith(cargo), moment: at }), 'berth', { by: 'answers' })
      const possible = new Set(results).size > 1
      found[possible ? 'yes' : 'no'] += 1
      expect(answer.kind).toBe(possible ? 'found' : 'none')
    }), { numRuns: 200 })
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(15)
  })
})

const table: LogicPiece = {
  kind: 'table', id: 'berths', title: text('Berths'), hit: 'first', inputs: ['loading', 'crew', 'faults'], outputs: ['berth'],
  rows: [
    { id: 'aaaaaaaaaa', when: [{ lessThanInclusive: 2 }, { greaterThanInclusive: 2 }, { lessThan: 1 }], then: ['north'] },
    { id: 'bbbbbbbbbb', when: [null, null, null], then: ['south'] },
  ],
}
const logic: readonly LogicPiece[] = [
  { kind: 'fact', id: 'loading', title: { vi: 'Hàng mỗi mét', en: 'Cargo per metre' }, value: { divide: [{ fact: 'cargo' }, { fact: 'length' }] } },
  { kind: 'fact', id: 'crew', title: { vi: 'Số người biết bơi', en: 'Sailors who swim' }, unit: 'persons', value: { count: 'members', where: leaf('swims', 'equal', true) } },
  { kind: 'rules', id: 'defects', title: { vi: 'Các khiếm khuyết', en: 'Defects' }, rules: [
    { id: 'hull', title: { vi: 'Vỏ hỏng', en: 'Hull broken' }, conditions: leaf('hull_sound', 'equal', false), event: { type: 'defect' } },
    { id: 'engine', title: { vi: 'Máy hỏng', en: 'Engine broken' }, conditions: leaf('engine_sound', 'equal', false), event: { type: 'defect' } },
  ] },
  { kind: 'fact', id: 'faults', title: { vi: 'Số khiếm khuyết', en: 'Number of defects' }, unit: 'count', value: { countEvents: 'defects' } },
  table,
  { kind: 'outcome', id: 'berth', title: { vi: 'Bến', en: 'Berth' }, from: 'berths', list: 'harbour' },
]
const sound: HouseholdInput = {
  household: { cargo: 8, length: 4, hull_sound: true, engine_sound: true },
  members: [{ id: 'm1', sailor: 'An', swims: true }, { id: 'm2', sailor: 'Bình', swims: true }],
}
const ask = async (input: HouseholdInput, options?: WhyNotOptions, pieces = logic) => whyNot(await evaluate(assemblyOf(pieces), { input, moment: at }), 'berth', options)

describe('the answer to why not', () => {
  it('is one change of a fact with its claim beyond, and the rules that would do', async () => {
    const answer = await ask({ ...sound, household: { ...sound.household, hull_sound: false } })
    expect(answer).toMatchObject({ kind: 'found', complete: true, sets: [{ value: 'north', changes: [{ target: { kind: 'fact', name: 'boats.faults' }, from: 1, to: 0, rules: ['hull'] }] }] })
    expect(answer.sentence).toEqual({
      vi: 'Số khiếm khuyết: 1 → 0 (nếu bớt 1 khiếm khuyết: “Vỏ hỏng”) → North',
      en: 'Number of defects: 1 → 0 (with one fewer: “Hull broken”) → North',
    })
  })

  it('names answers with the member they are about, each solved through the arithmetic above it', async () => {
    const answer = await ask(sound, { by: 'answers', value: 'south' })
    expect(answer.kind === 'found' && answer.sets.map(({ sentence }) => sentence.vi)).toEqual([
      'Length: 4 → 3,99 → South', 'Cargo: 8 → 9 → South', 'An – Swims: có → không → South', 'Bình – Swims: có → không → South',
      'Hull sound: có → không → South', 'Engine sound: có → không → South',
    ])
  })

  it('puts two changes together where one does not do', async () => {
    const answer = await ask({ ...sound, household: { ...sound.household, hull_sound: false, cargo: 9 } }, { by: 'answers' })
    expect(answer.kind === 'found' && answer.sets.map(({ sentence }) => sentence.en)).toEqual([
      'Cargo: 9 → 8 or lower; Hull sound: no → yes → North', 'Length: 4 → 4.5; Hull sound: no → yes → North',
    ])
  })

  it('says that nothing was found, within which bounds, in both languages', async () => {
    expect(await ask(sound, { value: 'nowhere' })).toMatchObject({
      kind: 'none',
      sentence: { vi: expect.stringMatching(/^Không tìm thấy thay đổi nhỏ nào làm cho “Bến” là “nowhere” \(đã xét tối đa 3 thay đổi cùng lúc, \d+ phương án\)\.$/), en: expect.stringContaining('No small change found') },
    })
  })

  it('says so where the outcome is what was asked for already', async () => {
    expect(await ask(sound, { value: 'north' })).toEqual({ kind: 'already', sentence: { vi: '“Bến” đã là “North”.', en: '“Berth” is “North” already.' } })
  })

  it('names the missing questions of an undetermined outcome', async () => {
    expect(await ask({ ...sound, household: { cargo: 8, length: 4, hull_sound: true } })).toMatchObject({
      kind: 'undetermined', missing: [{ field: 'engine_sound' }], sentence: { vi: '“Bến” chưa kết luận được; cần hỏi thêm “Engine sound”.', en: '“Berth” is undetermined; still to be asked: “Engine sound”.' },
    })
  })

  it('is about one member where the outcome is of members', async () => {
    const ofMembers: readonly LogicPiece[] = [
      { kind: 'table', id: 'duties', of: 'members', title: text('Duties'), hit: 'first', inputs: ['swims', 'voyages'], outputs: ['duty'], rows: [
        { id: 'aaaaaaaaaa', when: [{ equal: true }, { greaterThan: 3 }], then: ['captain'] }, { id: 'bbbbbbbbbb', when: [null, null], then: ['hand'] }] },
      { kind: 'outcome', id: 'duty', of: 'members', title: text('Duty'), from: 'duties', list: 'role' },
    ]
    const evaluation = await evaluate(assemblyOf(ofMembers), { input: { members: [{ id: 'm1', swims: true, voyages: 9 }, { id: 'm2', sailor: 'Bình', swims: true, voyages: 1 }] }, moment: at })
    const answer = await whyNot(evaluation, 'duty', { member: 'm2' })
    expect(answer.sentence.en).toBe('Bình – Voyages: 1 → 4 or higher → captain')
    await expect(whyNot(evaluation, 'duty')).rejects.toThrow('a member')
  })

  it('refuses what is no outcome', async () => {
    await expect(whyNot(await evaluate(assemblyOf(logic), { input: sound, moment: at }), 'crew')).rejects.toThrow('No outcome')
  })

  it('turns single rules where the count of a rule set decides', async () => {
    const counted: readonly LogicPiece[] = [...logic.filter(({ id }) => id !== 'berth'), { kind: 'outcome', id: 'berth', title: text('Faults'), from: 'faults' }]
    const answer = await ask({ ...sound, household: { ...sound.household, hull_sound: false } }, { value: 0 }, counted)
    expect(answer).toMatchObject({ kind: 'found', sets: [{ value: 0, changes: [{ target: { kind: 'rule', name: 'boats.defects.hull' }, from: true, to: false, sentence: { vi: 'Vỏ hỏng: có → không' } }] }] })
  })

  it('keeps to its bound on re-evaluations while it tries which rules would do', async () => {
    const loads = Array.from({ length: 60 }, (_load, index): LogicPiece => ({ kind: 'fact', id: `load_${index}`, title: text('load'), value: { add: [{ fact: 'cargo' }, index] } }))
    const columns = loads.map(({ id }) => id)
    const many: readonly LogicPiece[] = [
      { kind: 'rules', id: 'defects', title: text('defects'), rules: Array.from({ length: 30 }, (_rule, index) => ({ id: `rule_${index}`, title: text('Rule'), conditions: leaf('hull_sound', 'equal', false), event: { type: 'defect' } })) },
      { kind: 'fact', id: 'faults', title: text('faults'), value: { countEvents: 'defects' } },
      ...loads,
      {
        kind: 'table', id: 'berths', title: text('berths'), hit: 'first', inputs: ['faults', ...columns], outputs: ['berth'],
        rows: [
          { id: 'aaaaaaaaaa', when: [{ greaterThanInclusive: 1 }, ...columns.map(() => null)], then: ['north'] },
          ...columns.map((_column, row) => ({ id: `bbbbbbbb${String.fromCodePoint(97 + Math.floor(row / 26), 97 + (row % 26))}`, when: [null, ...columns.map((_other, index) => (index === row ? { equal: index + 3 } : null))], then: ['south'] })),
          { id: 'cccccccccc', when: [null, ...columns.map(() => null)], then: ['south'] },
        ],
      },
      { kind: 'outcome', id: 'berth', title: text('Berth'), from: 'berths', list: 'harbour' },
    ]
    const answer = await ask(sound, { value: 'north' }, many)
    expect(answer).toMatchObject({ kind: 'found', trials: 200, sets: [{ changes: [{ from: 0, to: 1, rules: expect.arrayContaining(['rule_0']) }] }] })
  })

  it('moves days by one around the day they are compared with, and days of birth by the age that counts', async () => {
    const dated: readonly LogicPiece[] = [
      { kind: 'fact', id: 'of_age', title: text('Of age'), value: { count: 'members', where: leaf('age', 'greaterThanInclusive', 6) } },
      { kind: 'fact', id: 'age', of: 'members', title: text('Age'), unit: 'years', value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } },
      { kind: 'table', id: 'berths', title: text('Berths'), hit: 'first', inputs: ['built_on', 'of_age'], outputs: ['berth'], rows: [
        { id: 'aaaaaaaaaa', when: [{ lessThan: '2020-06-15' }, { greaterThan: 0 }], then: ['north'] }, { id: 'bbbbbbbbbb', when: [null, null], then: ['south'] }] },
      { kind: 'outcome', id: 'berth', title: text('Berth'), from: 'berths', list: 'harbour' },
    ]
    const old = { id: 'm1', born_on: '2019-01-01' }
    expect((await ask({ household: { built_on: '2021-01-01' }, members: [old] }, { by: 'answers' }, dated)).sentence.vi).toBe('Built on: 01/01/2021 → 14/06/2020 → North')
    expect((await ask({ household: { built_on: '2020-01-01' }, members: [{ ...old, born_on: '2020-07-01' }] }, { by: 'answers' }, dated)).sentence.vi).toBe('Thành viên 1 – Born on: 01/07/2020 → 01/06/2020 → North')
  })

  it('puts another decision in force in place by its full name, and leaves the unit as it is', async () => {
    const benefit: readonly LogicPiece[] = [
      { kind: 'rules', id: 'grants', title: text('Grants'), rules: [{ id: 'grant', title: text('Grant'), conditions: { all: [leaf('fleet.standing', 'equal', 'good'), leaf('harbour', 'equal', 'north')] }, event: { type: 'grant' } }] },
      { kind: 'outcome', id: 'berth', title: text('Granted'), from: 'grants' },
    ]
    const history = [{ programme: 'fleet', layer: 'national' as const, outcome: 'standing', value: 'poor', from: '2026-01-01' }]
    expect(await ask({ unit: { harbour: 'north' }, history }, {}, benefit)).toMatchObject({ kind: 'found', sets: [{ value: 1, changes: [{ target: { kind: 'fact', name: 'fleet.standing' }, from: 'poor', to: 'good' }] }] })
    expect(await ask({ unit: { harbour: 'south' }, history }, {}, benefit)).toMatchObject({ kind: 'none', complete: true })
  })

  it('reaches the next step of what is rounded', async () => {
    const rounded: readonly LogicPiece[] = [
      { kind: 'fact', id: 'due', title: text('Due'), value: { round: { fact: 'cargo' }, mode: 'half_up', unit: 5 } },
      { kind: 'rules', id: 'checks', title: text('Checks'), rules: [{ id: 'check', title: text('Check'), conditions: leaf('due', 'lessThanInclusive', 5), event: { type: 'check' } }] },
      { kind: 'outcome', id: 'berth', title: text('Passed'), from: 'checks' },
    ]
    expect((await ask({ household: { cargo: 2 } }, { by: 'answers' }, rounded)).sentence.en).toBe('Cargo: 2 → 8 or higher → 0')
  })

  it('leaves what was assumed as it is', async () => {
    const request = { input: sound, moment: at, assume: { 'boats.faults': 1 } }
    const answer = await whyNot(await evaluate(assemblyOf(logic), request), 'berth')
    expect(answer.kind).toBe('none')
  })
})
