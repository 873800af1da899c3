import type { CommonDocument, Condition, Expression, FieldSchema, FormDocument, Issue, LintOptions, LogicPiece, OperatorName, Parameter, Release, Text, WholeForm } from '@tieuchi/runtime'
import { lintRelease } from '@tieuchi/runtime'

/** Words that differ in the two languages and carry marks. */
export const say = (words: string): Text => ({ vi: `Nội dung ${words}`, en: words })

let born = 0

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

const base32 = (number: number): string => [3, 2, 1, 0].map((place) => letters[Math.floor(number / 32 ** place) % 32] ?? '').join('')

/** An id as parts get it at birth. */
export const newId = (): string => {
  born += 1
  return `lintid${base32(born)}`
}

/** A comparison with an id of its own. */
export const compare = (fact: string, operator: OperatorName, value: unknown): Condition => ({ id: newId(), fact, operator, value }) as Condition

export const citation = { document: '01/2026/NĐ-CP', article: '2' }

const field = (type: FieldSchema['type'], label: string, more: Partial<FieldSchema> = {}): FieldSchema => ({ type, 'x-label': say(label), ...more })

/** A made-up vocabulary in which nothing is to be found. */
export const soundCommon: CommonDocument = {
  format: 1,
  register: { head: { field: 'role', value: 'captain' }, name: 'sailor' },
  lists: [
    { kind: 'list', id: 'harbour', title: say('harbours'), entries: [{ code: 'north', title: say('North') }, { code: 'south', title: say('South') }] },
    { kind: 'list', id: 'role', title: say('roles'), entries: [{ code: 'captain', title: say('captain') }, { code: 'hand', title: say('hand') }] },
    { kind: 'list', id: 'port', title: say('ports'), entries: [{ code: 'north', title: say('North') }, { code: 'far', title: say('Far') }] },
    {
      kind: 'list', id: 'licence', title: say('licences'),
      entries: [{ code: 'granted', title: say('granted') }, { code: 'refused', title: say('refused') }, { code: 'former', title: say('former'), valid_to: '2020-12-31' }],
    },
  ],
  facts: [{ kind: 'fact', id: 'age', of: 'members', title: say('age'), unit: 'years', value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } }],
  dictionary: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: {
        type: 'object',
        properties: {
          length: field('number', 'length', { minimum: 0, maximum: 50, 'x-unit': 'metres' }),
          leased: field('boolean', 'leased'),
          rent: field('integer', 'rent', { minimum: 0, 'x-unit': 'VND/month', applies: { id: 'rentapply2', fact: 'leased', operator: 'equal', value: true } }),
          home_port: field('string', 'home port', { 'x-list': 'port' }),
          income: field('integer', 'income', { minimum: 0, 'x-unit': 'VND/person/month' }),
          spare: field('boolean', 'spare'),
        },
      },
      members: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            sailor: field('string', 'sailor'),
            role: field('string', 'role', { 'x-list': 'role' }),
            born_on: field('string', 'born on', { format: 'partial-date' }),
            swims: field('boolean', 'swims'),
            wage: field('integer', 'wage', { minimum: 0, 'x-unit': 'VND/month' }),
          },
        },
      },
      unit: { type: 'object', properties: { harbour: field('string', 'harbour', { 'x-list': 'harbour' }) } },
    },
  },
}

const soundForm: FormDocument = {
  kind: 'form', id: 'visit', title: say('visit'),
  sections: [
    { id: 'visitboat2', title: say('boat'), items: [{ kind: 'field', field: 'length' }, { kind: 'field', field: 'leased' }, { kind: 'field', field: 'rent' }] },
    {
      id: 'visitcrew2', title: say('crew'),
      items: [{
        kind: 'roster', id: 'visitlist2', columns: ['sailor'],
        items: [{ kind: 'field', field: 'sailor' }, { kind: 'field', field: 'role' }, { kind: 'field', field: 'born_on' }, { kind: 'field', field: 'swims' }],
      }],
    },
  ],
  checks: [{ id: 'visitcheck', severity: 'hard', field: 'sailor', conditions: { id: 'visitleaf2', fact: 'captains', operator: 'equal', value: 1 }, message: say('one captain') }],
}

/** A made-up release in which nothing is to be found either; samples add to it. */
export const soundRelease: Release = {
  format: 1,
  programme: 'boats',
  scope: 'national',
  title: say('boats'),
  legal_basis: [{ document: '01/2026/NĐ-CP' }],
  changelog: say('first'),
  parameters: {
    longest: { title: say('longest'), unit: 'metres', by: 'harbour', values: { north: 12, south: 9 }, citation, certainty: 'seen', confirmed: '2026-01-01' },
    dearest: { title: say('dearest'), unit: 'VND/month', value: 900_000, citation, certainty: 'known' },
    swims_from: { title: say('swims from'), unit: 'years', value: 16, citation, certainty: 'known' },
  },
  logic: [
    { kind: 'fact', id: 'captains', title: say('captains'), unit: 'persons', value: { count: 'members', where: { id: 'captainsl2', fact: 'role', operator: 'equal', value: 'captain' } } },
    {
      kind: 'fact', id: 'non_swimmers', title: say('non-swimmers'), unit: 'persons',
      value: {
        count: 'members',
        where: { all: [{ id: 'swimmersl2', fact: 'age', operator: 'greaterThanInclusive', value: { parameter: 'swims_from' } }, { id: 'swimmersl3', fact: 'swims', operator: 'equal', value: false }] },
      },
    },
    {
      kind: 'table', id: 'verdict', title: say('verdict'), hit: 'first', inputs: ['length', 'rent', 'non_swimmers'], outputs: ['licence'],
      rows: [
        { id: 'verdictaa2', when: [{ greaterThan: { parameter: 'longest' } }, null, null], then: ['refused'], citation },
        { id: 'verdictaa3', when: [null, { greaterThan: { parameter: 'dearest' } }, null], then: ['refused'], citation },
        { id: 'verdictaa4', when: [null, null, { greaterThan: 0 }], then: ['refused'], citation },
        { id: 'verdictaa5', when: [null, null, null], then: ['granted'], citation },
      ],
    },
    { kind: 'outcome', id: 'licence', title: say('licence'), from: 'verdict', list: 'licence' },
  ],
  forms: [soundForm],
  cases: [{ id: 'casesound2', title: say('a long boat'), at: '2026-06-01', given: { household: { length: 20 }, unit: { harbour: 'north' } }, expect: { licence: 'refused' } }],
}

/** What a sample adds to the sound documents, or puts in their place. */
export interface Change {
  readonly logic?: readonly LogicPiece[]
  readonly parameters?: Release['parameters']
  readonly form?: Partial<WholeForm>
  readonly cases?: Release['cases']
  readonly release?: Partial<Release>
  readonly common?: Partial<CommonDocument>
  readonly others?: Readonly<Record<string, Release>>
  readonly options?: LintOptions
}

export const documentsOf = ({ logic = [], parameters = {}, form, cases = [], release = {}, common = {} }: Change): { readonly common: CommonDocument; readonly release: Release } => ({
  common: { ...soundCommon, ...common },
  release: {
    ...soundRelease,
    logic: [...soundRelease.logic, ...logic],
    parameters: { ...soundRelease.parameters, ...parameters },
    forms: form ? [...soundRelease.forms, { kind: 'form', id: 'second', title: say('second'), sections: [], ...form }] : soundRelease.forms,
    cases: [...soundRelease.cases, ...cases],
    ...release,
  },
})

export const lintOf = (change: Change): readonly Issue[] => {
  const { common, release } = documentsOf(change)
  return lintRelease(common, release, change.others, change.options)
}

/** A code, the smallest change that shows it and where, and one beside it that does not. */
export interface Sample {
  readonly bad: Change
  readonly at: string
  readonly good: Change
  /** Documents that do not fit their schema: drafts on the way. */
  readonly draft?: true
}

export const fact = (id: string, value: Expression, more: object = {}): LogicPiece => ({ kind: 'fact', id, title: say(id), value, ...more })

export const rules = (...conditions: readonly Condition[]): LogicPiece => ({
  kind: 'rules', id: 'checked', title: say('checked'),
  rules: conditions.map((each, index) => ({ id: `rule_${index}`, title: say(`rule ${index}`), conditions: each, event: { type: 'holds' }, citation })),
})

export const table = (more: object): LogicPiece => ({
  kind: 'table', id: 'berths', title: say('berths'), hit: 'first', inputs: ['length'], outputs: ['berth'], rows: [row([null], ['inner'])], ...more,
}) as LogicPiece

export const grant = (more: object = {}): LogicPiece => ({ kind: 'entitlement', id: 'mooring', title: say('mooring'), conditions: compare('spare', 'equal', true), citation, ...more }) as LogicPiece

export const row = (when: readonly unknown[], then: readonly unknown[], more: object = {}): object => ({ id: newId(), when, then, citation, ...more })

export const parameter = (value: unknown, more: object = {}): Parameter => ({ title: say('limit'), unit: 'count', ...(value !== undefined && { value }), citation, certainty: 'known', ...more }) as Parameter

export const byHarbour = (north: unknown, south: unknown, more: object = {}): Parameter => parameter(undefined, { by: 'harbour', values: { north, south }, ...more })

export const section = (...items: FormDocument['sections'][number]['items']): FormDocument['sections'][number] => ({ id: newId(), title: say('part'), items })
