import { checkRelease, evaluate, assemble, limits, releaseIssueCodes, type CommonDocument, type Condition, type FieldSchema, type FormDocument, type Issue, type LogicPiece, type Parameter, type Release, type RosterItem } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeInput, parameters, randomLogic } from './arbitraries.ts'
import { installSample } from '../support/installed-sample.ts'
import { at, commonDocument, leaf, releaseOf, text } from './fixture.ts'

const fact = (id: string, value: Extract<LogicPiece, { kind: 'fact' }>['value'], more: object = {}): LogicPiece => ({ kind: 'fact', id, title: text(id), value, ...more })
const rules = (...conditions: Extract<LogicPiece, { kind: 'rules' }>['rules'][number]['conditions'][]): LogicPiece => ({
  kind: 'rules', id: 'checked', title: text('checked'), rules: conditions.map((each, index) => ({ id: `rule_${index}`, title: text('rule'), conditions: each, event: { type: 'holds' } })),
})
const table = (more: object): LogicPiece => ({
  kind: 'table', id: 'berths', title: text('berths'), hit: 'first', inputs: ['cargo'], outputs: ['berth'], rows: [{ id: 'aaaaaaaaaa', when: [null], then: ['inner'] }], ...more,
})
const roster = (id: string, field: string): RosterItem => ({ kind: 'roster', id, columns: [field], items: [{ kind: 'field', field }] })
const form = (...items: FormDocument['sections'][number]['items']): FormDocument => ({ kind: 'form', id: 'visit', title: text('visit'), sections: [{ id: 'aaaaaaaaaa', title: text('part'), items }] })

const byHarbour = (more: Partial<Parameter>): Parameter => ({ title: text('fee'), unit: 'count', by: 'harbour', values: { north: 2, south: 6 }, certainty: 'seen', ...more })

/** Named conditions each of which uses the one before. */
const doubled = (use: (named: Condition) => Condition, count: number): readonly LogicPiece[] =>
  Array.from({ length: count + 1 }, (_none, index) => ({ kind: 'condition', id: `named_${index}`, title: text('named'), conditions: index === 0 ? leaf('leased', 'equal', true) : use({ condition: `named_${index - 1}` }) }))

/** The fixture's dictionary with another cargo. */
const withCargo = (more: Partial<FieldSchema>): CommonDocument => {
  const { household } = commonDocument.dictionary.properties
  const cargo: FieldSchema = { type: 'integer', 'x-label': text('Cargo'), ...more }
  return { ...commonDocument, dictionary: { ...commonDocument.dictionary, properties: { ...commonDocument.dictionary.properties, household: { ...household, properties: { ...household.properties, cargo } } } } }
}

/** A release that shows each problem, and the place where it must be found. */
const samples: Readonly<Record<(typeof releaseIssueCodes)[number], { readonly common?: CommonDocument; readonly logic?: readonly LogicPiece[]; readonly form?: FormDocument; readonly parameters?: Release['parameters']; readonly extensions?: Release['extensions']; readonly at: Issue['path'] }>> = {
  duplicate_id: { logic: [fact('cargo', 1)], at: ['logic', 0] },
  reserved_id: { logic: [fact('standard', 1)], at: ['logic', 0] },
  unknown_fact: { logic: [rules(leaf('keel', 'equal', true))], at: ['logic', 0, 'rules', 0, 'conditions', 'fact'] },
  unknown_parameter: { logic: [fact('due', { parameter: 'fee' })], at: ['logic', 0, 'value'] },
  unknown_condition: { logic: [rules({ condition: 'seaworthy' })], at: ['logic', 0, 'rules', 0, 'conditions'] },
  unknown_rules: { logic: [fact('count', { countEvents: 'defects' })], at: ['logic', 0, 'value'] },
  unknown_list: { logic: [fact('place', { fact: 'cargo' }, { list: 'oceans' })], at: ['logic', 0] },
  unknown_code: { logic: [fact('found', { any: 'members', where: leaf('role', 'equal', 'cook') })], at: ['logic', 0, 'value', 'where', 'value'] },
  unknown_output: { logic: [table({}), fact('place', { fact: 'berths', output: 'pier' })], at: ['logic', 1, 'value'] },
  member_read_of_household: { logic: [rules(leaf('swims', 'equal', true))], at: ['logic', 0, 'rules', 0, 'conditions', 'fact'] },
  cycle: { logic: [fact('first', { add: [{ fact: 'second' }, 1] }), fact('second', { fact: 'first' })], at: ['logic', 0] },
  chain_too_long: { logic: Array.from({ length: limits.chain + 2 }, (_none, index) => fact(`fact_${index}`, index === 0 ? 1 : { fact: `fact_${index - 1}` })), at: ['logic', limits.chain] },
  condition_too_large: { logic: doubled((named) => ({ all: [named, named] }), 14), at: ['logic', 14, 'conditions'] },
  condition_too_deep: { logic: doubled((named) => ({ not: named }), limits.condition_depth + 1), at: ['logic', limits.condition_depth + 1, 'conditions'] },
  row_length: { logic: [table({ inputs: ['cargo', 'length'] })], at: ['logic', 0, 'rows', 0, 'when'] },
  is_known_of_fact: { logic: [rules({ id: 'aaaaaaaaaa', fact: 'cargo', operator: 'isKnown', value: true })], at: ['logic', 0, 'rules', 0, 'conditions', 'fact'] },
  operator_type: { logic: [rules(leaf('hull_sound', 'lessThan', 3))], at: ['logic', 0, 'rules', 0, 'conditions'] },
  value_type: { logic: [rules(leaf('cargo', 'lessThan', '10'))], at: ['logic', 0, 'rules', 0, 'conditions', 'value'] },
  result_type: { logic: [table({ hit: 'collect', rows: [{ id: 'aaaaaaaaaa', when: [null], then: [3] }] })], at: ['logic', 0, 'rows', 0, 'then', 0] },
  parameter_by: { parameters: { fee: byHarbour({ by: 'cargo' }) }, at: ['parameters', 'fee'] },
  parameter_value_missing: { parameters: { fee: byHarbour({ values: { north: 2 } }) }, at: ['parameters', 'fee', 'values'] },
  parameter_key: { parameters: { fee: byHarbour({}) }, logic: [fact('due', { parameter: 'fee', at: { harbour: 'east' } })], at: ['logic', 0, 'value'] },
  parameter_overridable: { parameters: { fee: byHarbour({ values: { north: 2, south: 'much' }, overridable: 'raise' }) }, at: ['parameters', 'fee', 'overridable'] },
  field_limits: { common: withCargo({ minimum: 10, maximum: 9 }), at: ['common', 'dictionary', 'household', 'cargo'] },
  field_place: { form: form({ kind: 'field', field: 'swims' }), at: ['forms', 0, 'sections', 0, 'items', 0] },
  field_twice: { form: form({ kind: 'field', field: 'cargo' }, { kind: 'field', field: 'cargo' }), at: ['forms', 0, 'sections', 0, 'items', 1] },
  extension_missing: { logic: [rules(leaf('built_on', 'other.near', '2026-01-01'))], at: ['logic', 0, 'rules', 0, 'conditions', 'operator'] },
  extension_name: { logic: [rules(leaf('built_on', 'sample.near', '2026-01-01'))], extensions: { sample: '1.0.0' }, at: ['logic', 0, 'rules', 0, 'conditions', 'operator'] },
  extension_version: { logic: [rules(leaf('built_on', 'sample.withinMonths', ['2026-01-01', 3]))], extensions: { sample: '2.0.0' }, at: ['extensions', 'sample'] },
  extension_unsaid: { logic: [rules(leaf('built_on', 'sample.withinMonths', ['2026-01-01', 3]))], at: ['extensions'] },
  kind_type: { common: withCargo({ 'x-kind': { name: 'sample.parcel', version: '1.2.0' } }), at: ['common', 'dictionary', 'household', 'cargo', 'x-kind'] },
  kind_option: { common: withCargo({ type: 'string', 'x-kind': { name: 'sample.parcel', version: '1.2.0', options: { sheet_optional: 'perhaps' } } }), at: ['common', 'dictionary', 'household', 'cargo', 'x-kind', 'options', 'sheet_optional'] },
  aggregate_parts: { logic: [{ kind: 'fact', id: 'second', title: text('second'), value: { aggregate: 'sample.secondGreatest', over: 'members' } }], extensions: { sample: '1.2.0' }, at: ['logic', 0, 'value'] },
  roster_twice: { form: form(roster('rosterone2', 'swims'), roster('rostertwo2', 'sailor')), at: ['forms', 0, 'sections', 0, 'items', 1] },
}

installSample()

describe('a release that cannot be evaluated', () => {
  it.each(Object.entries(samples))('is refused for %s, with the place and what to do in both languages', (code, { common = commonDocument, logic = [], form: visit, parameters: given = {}, extensions, at: path }) => {
    const issues = checkRelease(common, { ...releaseOf(logic, given), forms: visit ? [visit] : [], ...(extensions && { extensions }) })
    expect(issues).toContainEqual(expect.objectContaining({ code, severity: 'error', path }))
    for (const { message } of issues) {
      expect(message.vi).toMatch(/hãy|không/)
      expect(message.en.length).toBeGreaterThan(20)
    }
  })

  it('is refused for outcomes taken from one another, without following them round', () => {
    const taken = (id: string, from: string): LogicPiece => ({ kind: 'outcome', id, title: text(id), from })
    const logic = [taken('first', 'second'), taken('second', 'first'), rules(leaf('first', 'equal', 3))]
    expect(checkRelease(commonDocument, releaseOf(logic)).map(({ code }) => code)).toEqual(['cycle'])
  })

  it('is refused for a list that is there twice', () => {
    const [list] = commonDocument.lists
    if (!list) throw new Error('The fixture has no list')
    expect(checkRelease({ ...commonDocument, lists: [...commonDocument.lists, list] }, releaseOf([]))).toMatchObject([{ code: 'duplicate_id', path: ['common', 'lists', 3] }])
  })

  it.each<[string, readonly LogicPiece[]]>([
    ['a rule set of members counted for the household', [{ ...rules(leaf('swims', 'equal', true)), of: 'members' }, fact('count', { countEvents: 'checked' })]],
    ['a named condition of members read of the household', [{ kind: 'condition', id: 'swimmer', title: text('swimmer'), of: 'members', conditions: leaf('swims', 'equal', true) }, rules({ condition: 'swimmer' })]],
  ])('is refused for %s', (_name, logic) => {
    expect(checkRelease(commonDocument, releaseOf(logic))).toContainEqual(expect.objectContaining({ code: 'member_read_of_household' }))
  })

  it('is refused where logic asks whether another programme is known, or compares a number with text', () => {
    expect(checkRelease(commonDocument, releaseOf([rules({ id: 'aaaaaaaaaa', fact: 'ships.level', operator: 'isKnown', value: true })]))).toMatchObject([{ code: 'is_known_of_fact' }])
    expect(checkRelease(commonDocument, releaseOf([rules(leaf('cargo', 'lessThan', { fact: 'hull_sound' }))]))).toMatchObject([{ code: 'operator_type' }])
  })

  it('has a sample for every code', () => {
    expect(Object.keys(samples).toSorted()).toEqual(releaseIssueCodes.toSorted())
  })
})

describe('a release without problems', () => {
  it('never throws when it is evaluated', async () => {
    await fc.assert(
      fc.asyncProperty(randomLogic, completeInput, async (logic, input) => {
        const release = releaseOf(logic, parameters)
        expect(checkRelease(commonDocument, release)).toEqual([])
        await evaluate(assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: release } }), { input, moment: at })
      }),
      { numRuns: 100 },
    )
  })
})
