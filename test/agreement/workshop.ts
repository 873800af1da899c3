import type { CommonDocument, FieldSchema, Leaf, OperatorName, Overlay, Parameter, Release, Text } from '@tieuchi/runtime'

/** A made-up programme with a question of every kind, for rules made up at random. */
export const text = (words: string): Text => ({ vi: words, en: words })

const field = (schema: Omit<FieldSchema, 'x-label'>): FieldSchema => ({ ...schema, 'x-label': text('field') })

const list = (id: string, codes: readonly string[]) => ({ kind: 'list' as const, id, title: text(id), entries: codes.map((code) => ({ code, title: text(code) })) })

let leaves = 0

const letters = 'abcdefghij'

/** A leaf with an id of its own. */
export const leaf = (fact: string, operator: OperatorName, value: Leaf['value'], more: object = {}): Leaf => {
  leaves += 1
  return { id: `leaf${[...String(leaves)].map((digit) => letters.charAt(Number(digit))).join('').padStart(6, 'k')}`, fact, operator, value, ...more } as Leaf
}

export const lists = { colour: ['red', 'green', 'blue'], place: ['north', 'south'], tool: ['hammer', 'saw', 'lathe'] } as const

export const workshopCommon: CommonDocument = {
  format: 1,
  register: { head: { field: 'role', value: 'red' }, name: 'nick' },
  lists: Object.entries(lists).map(([id, codes]) => list(id, codes)),
  facts: [
    { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } },
    { kind: 'fact', id: 'member_count', title: text('members'), value: { count: 'members' } },
  ],
  dictionary: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: {
        type: 'object',
        properties: {
          insured: field({ type: 'boolean' }),
          leased: field({ type: 'boolean' }),
          rent: { ...field({ type: 'integer', minimum: 0, maximum: 9 }), applies: leaf('leased', 'equal', true) },
          cost: field({ type: 'integer', minimum: 0 }),
          debt: field({ type: 'integer' }),
          length: field({ type: 'number', minimum: 0, maximum: 9 }),
          mass: field({ type: 'number', minimum: 0 }),
          heat: field({ type: 'number' }),
          paint: field({ type: 'string', 'x-list': 'colour' }),
          trim: { ...field({ type: 'string', 'x-list': 'colour' }), applies: { not: leaf('insured', 'equal', false) } },
          origin: field({ type: 'string', 'x-list': 'place' }),
          remark: field({ type: 'string' }),
          tools: field({ type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'tool' }),
          built_on: field({ type: 'string', format: 'partial-date' }),
          opened_on: { ...field({ type: 'string', format: 'date' }), applies: leaf('cost', 'greaterThan', 4) },
        },
      },
      members: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            nick: field({ type: 'string' }),
            role: field({ type: 'string', 'x-list': 'colour' }),
            swims: field({ type: 'boolean' }),
            trained: { ...field({ type: 'boolean' }), applies: leaf('swims', 'equal', true) },
            hours: field({ type: 'integer', minimum: 0, maximum: 9 }),
            skill: field({ type: 'number', minimum: -2, maximum: 2 }),
            born_on: field({ type: 'string', format: 'partial-date' }),
            number: field({ type: 'string', format: 'personal-number' }),
          },
        },
      },
      unit: { type: 'object', properties: { harbour: field({ type: 'string', 'x-list': 'place' }), tier: field({ type: 'integer', minimum: 0 }) } },
    },
  },
}

const parameter = (value: Partial<Parameter>): Parameter => ({ title: text('parameter'), unit: 'count', certainty: 'seen', overridable: true, ...value })

/** One parameter of every kind; the open one has no value. */
export const workshopParameters: Readonly<Record<string, Parameter>> = {
  whole: parameter({ value: 4 }),
  part: parameter({ value: 0.25 }),
  none: parameter({ value: 0 }),
  below: parameter({ value: -3 }),
  by_harbour: parameter({ by: 'harbour', values: { north: 2, south: 6 } }),
  by_trim: parameter({ by: 'trim', values: { red: 0.5, green: 3, blue: 3 } }),
  by_role: parameter({ by: 'role', values: { red: 1, green: 2, blue: 2.5 } }),
  word: parameter({ value: 'red' }),
  words: parameter({ by: 'origin', values: { north: 'red', south: 'green' } }),
  day: parameter({ value: '2020-02-29' }),
  yes: parameter({ value: true }),
  open: parameter({ certainty: 'open' }),
}

export const releaseOf = (programme: string, logic: Release['logic'], parameters: Release['parameters']): Release => ({
  format: 1, programme, scope: 'national', title: text(programme), legal_basis: [], changelog: text('first'), parameters, logic, forms: [], cases: [],
})

/** A second programme whose outcomes the first reads, as recorded and as computed. */
export const guildRelease = releaseOf('guild', [
  {
    kind: 'table', id: 'ranks', title: text('ranks'), hit: 'first', inputs: ['cost', 'insured'], outputs: ['rank'],
    rows: [
      { id: 'aaaaaaaaaa', when: [{ lessThan: { parameter: 'limit' } }, { equal: true }], then: ['red'] },
      { id: 'aaaaaaaaab', when: [{ lessThan: 7 }, null], then: ['green'] },
    ],
  },
  { kind: 'outcome', id: 'rank', title: text('rank'), from: 'ranks', list: 'colour' },
  { kind: 'fact', id: 'dues_of', title: text('dues'), value: { if: leaf('insured', 'equal', true), then: { fact: 'cost' }, else: 3 } },
  { kind: 'outcome', id: 'dues', title: text('dues'), from: 'dues_of' },
  { kind: 'fact', id: 'grown', of: 'members', title: text('grown'), value: { if: leaf('age', 'greaterThanInclusive', 5), then: true, else: false } },
  { kind: 'outcome', id: 'full', of: 'members', title: text('full'), from: 'grown' },
  {
    kind: 'table', id: 'kits', title: text('kits'), hit: 'collect', inputs: ['insured', 'cost'], outputs: ['tool'],
    rows: [
      { id: 'aaaaaaaaac', when: [{ equal: true }, null], then: [lists.tool[0]] },
      { id: 'aaaaaaaaad', when: [null, { greaterThan: 5 }], then: [lists.tool[1]] },
    ],
  },
  { kind: 'outcome', id: 'kit', title: text('kit'), from: 'kits', list: 'tool' },
], { limit: parameter({ value: 5 }) })

/** What earlier decisions on those outcomes may have found. */
export const guildResults = { 'guild.rank': ['red', 'green', 'blue'], 'guild.dues': [0, 2, 3, 5, 7.5, -1], 'guild.full': [true, false], 'guild.kit': [[], [lists.tool[0]], [lists.tool[1], lists.tool[0]]] }

const overlayOf = (programme: string, parameters: Overlay['parameters']): Overlay => ({
  format: 1, programme, scope: { unit: '01' }, title: text(`local ${programme}`), legal_basis: [], changelog: text('local'), parameters, logic: [], cases: [],
})

/** Other values around the household: what is computed and read locally is not what it is nationally. */
export const localOverlays = {
  workshop: [overlayOf('workshop', { whole: { kind: 'changed', unit: 'count', value: 6, certainty: 'seen' }, by_harbour: { kind: 'changed', unit: 'count', by: 'harbour', values: { north: 3 }, certainty: 'seen' } })],
  guild: [overlayOf('guild', { limit: { kind: 'changed', unit: 'count', value: 9, certainty: 'seen' } })],
} as const
