import { readFileSync } from 'node:fs'
import { checkDocumentLimits, checkInputLimits, commonSchema, limits, overlaySchema, programmeSchema, releaseSchema, sentenceOfPiece, unitsSchema, type CommonDocument, type Issue, type LogicPiece, type Release } from '@tieuchi/runtime'
import { checkInput as checkInBrowser } from '@tieuchi/runtime/validation/browser'
import { checkInput, validateDocument } from '@tieuchi/runtime/validation/server'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { assemblyOf, commonDocument, leaf, releaseOf, text } from './fixture.ts'

const times = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_none, index) => make(index))

/** `count` random ids. */
const randomId = (index: number): string => [...String(index).padStart(10, '0')].map((digit) => 'abcdefghij'[Number(digit)] ?? 'a').join('')

const nested = (depth: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown => {
  let value = inner
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

const table = (count: number): LogicPiece => ({
  kind: 'table', id: 'berths', title: text('berths'), hit: 'first', inputs: ['cargo'], outputs: ['berth'], rows: times(count, (index) => ({ id: randomId(index), when: [{ equal: index }], then: ['north'] })),
})

const rules = (count: number): LogicPiece => ({
  kind: 'rules', id: 'defects', title: text('defects'), rules: times(count, (index) => ({ id: `rule_${index}`, title: text('rule'), conditions: leaf('cargo', 'lessThan', index), event: { type: 'defect' } })),
})

const fact = (value: unknown): LogicPiece => ({ kind: 'fact', id: 'computed', title: text('computed'), value } as LogicPiece)

const withList = (count: number): CommonDocument => ({
  ...commonDocument,
  lists: [...commonDocument.lists, { kind: 'list', id: 'commune', title: text('commune'), entries: times(count, (index) => ({ code: String(index), title: text(`Commune ${index}`) })) }],
})

const released = (more: Partial<Release>): Release => ({ ...releaseOf([]), ...more })

const unit = (index: number) => ({ id: `unit-${index}`, spells: [{ code: String(index), name: 'Xã', kind: 'commune' }], attributes: {} })

/** The largest of each kind that is allowed, and one more. */
const sizes: readonly (readonly [string, 'release' | 'common' | 'units', (count: number) => unknown, keyof typeof limits, Issue['path']])[] = [
  ['rows of a table', 'release', (count) => released({ logic: [table(count)] }), 'rows', ['logic', 0, 'rows']],
  ['rules of a set', 'release', (count) => released({ logic: [rules(count)] }), 'rules', ['logic', 0, 'rules']],
  ['pieces', 'release', (count) => released({ logic: times(count, (index) => ({ ...fact(1), id: `fact_${index}` })) }), 'pieces', ['logic']],
  ['parts of a sum', 'release', (count) => released({ logic: [fact({ add: times(count, () => 1) })] }), 'list', ['logic', 0, 'value', 'add']],
  ['cases', 'release', (count) => released({ cases: times(count, (index) => ({ id: randomId(index), title: text('case'), at: '2026-01-01', given: {}, expect: { x: 1 } })) }), 'cases', ['cases']],
  ['characters of a title', 'release', (count) => released({ title: text('x'.repeat(count)) }), 'text', ['title', 'vi']],
  ['codes of a list', 'common', withList, 'codes', ['lists', 3, 'entries']],
  ['units', 'units', (count) => ({ format: 1, source: '', units: times(count, unit) }), 'units', ['units']],
]

describe('the limits of documents', () => {
  it.each(sizes)('allow the greatest number of %s and tell of one more, with place, number, limit and remedy', (_name, kind, make, limit, path) => {
    const most = limits[limit]
    expect(validateDocument(kind, make(most))).toEqual([])
    const [issue] = validateDocument(kind, make(most + 1))
    expect(issue).toMatchObject({ code: `limit_${limit}`, severity: 'error', path, params: { value: most + 1, limit: most } })
    expect(issue?.message.vi).toContain((most + 1).toLocaleString('vi'))
    expect(issue?.message.en).toContain(most.toLocaleString('en'))
    expect(issue?.message.vi).toMatch(/hãy/)
  })

  it.each([
    ['lists', (inner: unknown) => [inner]], ['groups', (inner: unknown) => ({ not: inner })], ['sums', (inner: unknown) => ({ add: [inner] })],
  ])('tell of %s nested a hundred thousand deep, and never enter them', (_name, wrap) => {
    const deep = nested(100_000, wrap, 1)
    for (const issues of [
      validateDocument('release', released({ logic: [fact(deep)] })), validateDocument('common', deep), checkInput(commonDocument, { household: { cargo: deep } }), checkInBrowser(commonDocument, { household: { cargo: deep } }), checkDocumentLimits(deep),
    ]) expect(issues).toMatchObject([{ code: 'limit_depth', params: { value: limits.depth + 1 } }])
  })

  it('tell of too many values, whatever holds them', () => {
    const wide = times(1_000, () => times(1_001, () => 1))
    expect(checkDocumentLimits(wide)).toMatchObject([{ code: 'limit_values', path: [] }])
    expect(checkInputLimits(wide)).toMatchObject([{ code: 'limit_values' }])
  })

  it.each([1e308, 1e-300, 5e-324, Infinity, 0.1234567890123456, 1_234_567_890_123_456])('tell of %s, which would not stay exact', (number) => {
    expect(validateDocument('release', released({ logic: [fact({ add: [number, 1] })] }))).toMatchObject([{ code: 'limit_digits', path: ['logic', 0, 'value', 'add', 0] }])
  })

  it.each([0.045, 999_999_999_999_999, 0.000000000000001, -0.5])('allow %s', (number) => {
    expect(validateDocument('release', released({ logic: [fact(number)] }))).toEqual([])
  })

  it('tell of names and letters that cannot be used', () => {
    const proto: unknown = JSON.parse('{"__proto__": 1}')
    expect(checkDocumentLimits({ parameters: proto })).toMatchObject([{ code: 'limit_reserved_name', path: ['parameters', '__proto__'] }])
    expect(checkDocumentLimits({ title: 'a\0' })).toMatchObject([{ code: 'limit_characters', path: ['title'] }])
    expect(checkDocumentLimits({ title: '\ud800' })).toMatchObject([{ code: 'limit_characters' }])
    expect(checkDocumentLimits({ ['x'.repeat(limits.name + 1)]: 1 })).toMatchObject([{ code: 'limit_name' }])
  })

  it('tell of a hundred problems at most', () => {
    expect(checkDocumentLimits(times(500, () => '\0'))).toHaveLength(100)
  })
})

describe('checking a document', () => {
  it('takes one look at what could be read in several ways, however deep it is', () => {
    const everything = nested(50, (inner) => ({ sum: 'members', min: 'members', max: 'members', last: 'history', share: 'members', value: inner }), 1)
    expect(validateDocument('release', released({ logic: [fact(everything)] }))[0]?.code).toMatch(/^document_/)
    const sums = nested(50, (inner) => ({ sum: 'members', value: inner }), 1)
    expect(validateDocument('release', released({ logic: [fact(sums)] }))).toEqual([])
  })

  it('tells what is wrong at the innermost place, and other places too', () => {
    const issues = validateDocument('release', released({ logic: [fact({ add: [{ subtract: [1] }] }), { ...table(1), hit: 'last' } as unknown as LogicPiece] }))
    expect(issues.map(({ code, path }) => [code, path.join('/')])).toEqual([['document_minItems', 'logic/0/value/add/0/subtract'], ['document_enum', 'logic/1/hit']])
  })
})

describe('what is real', () => {
  it('lies within the limits: 2.000 rows, 500 rules, 300 questions, 54 peoples, 12.000 units', () => {
    const questions = Object.fromEntries(times(300, (index) => [`question_${index}`, { type: 'boolean', 'x-label': text('question') }]))
    const common = { ...withList(12_000), dictionary: { ...commonDocument.dictionary, properties: { ...commonDocument.dictionary.properties, household: { type: 'object', properties: questions } } } }
    const wide: LogicPiece = { kind: 'table', id: 'wide', title: text('wide'), hit: 'sum', inputs: times(12, () => 'cargo'), outputs: ['points'], rows: times(2_000, (index) => ({ id: randomId(index), when: times(12, () => ({ lessThan: index })), then: [1], citation: { document: '1/2026', article: '2' } })) }
    expect(validateDocument('common', common)).toEqual([])
    expect(validateDocument('release', released({ logic: [wide, rules(500)] }))).toEqual([])
    expect(validateDocument('units', { format: 1, source: '', units: times(12_000, unit) })).toEqual([])
  })
})

describe('sentences', () => {
  it('are cut where titles used many times over add up to what nobody reads', () => {
    const long = 'x'.repeat(limits.text)
    const many: LogicPiece = { kind: 'condition', id: 'many', title: text('many'), conditions: { all: times(1_000, () => ({ any: times(20, () => leaf('titled', 'equal', 1)) })) } }
    const assembly = assemblyOf([{ kind: 'fact', id: 'titled', title: text(long), value: 1 }, many])
    const { vi, en } = sentenceOfPiece(assembly, 'many')
    for (const words of [vi, en]) {
      expect(words.length).toBeLessThan(2 * limits.sentence)
      expect(words).toContain('…')
    }
  })
})

describe('the schemas', () => {
  const schemas = { release: releaseSchema, overlay: overlaySchema, common: commonSchema, units: unitsSchema, programme: programmeSchema }

  const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
    if (Array.isArray(value)) return value.flatMap(objectsIn)
    return typeof value === 'object' && value !== null ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)] : []
  }

  it.each(Object.entries(schemas))('of %s are sound in the strictest reading', (_name, schema) => {
    expect(() => new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }).compile(schema)).not.toThrow()
  })

  it.each(Object.entries(schemas))('of %s bound every list and every text', (_name, schema) => {
    const open = objectsIn(schema).filter(({ type, pattern, maxItems, maxLength, items }) => (type === 'array' && items !== undefined && maxItems === undefined) || (type === 'string' && pattern === undefined && maxLength === undefined))
    expect(open).toEqual([])
  })

  it.each(Object.entries(schemas))('of %s match no pattern against a text without end, and repeat no repetition that can begin alike', (_name, schema) => {
    for (const { pattern, maxLength } of objectsIn(schema).filter((each) => typeof each['pattern'] === 'string')) {
      if (/[*+]/.test(String(pattern))) expect(maxLength, String(pattern)).toBe(limits.name)
      for (const [group] of String(pattern).matchAll(/\([^()]*[*+][^()]*\)[*+]/g)) expect(group, String(pattern)).toMatch(/^\(-/)
    }
  })
})

describe('the page on limits', () => {
  it('says the same numbers as the table', () => {
    const page = readFileSync(new URL('../../runtime/src/limits/limits.md', import.meta.url), 'utf8')
    const told = [...page.matchAll(/^\| `(\w+)` \| ([\d.]+) \|/gm)].map(([, name = '', most = '']) => [name, Number(most.replaceAll('.', ''))])
    expect(Object.fromEntries(told)).toEqual(limits)
  })
})
