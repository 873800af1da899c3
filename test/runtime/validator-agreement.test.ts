import { assemble, formSet, generateForm, type CommonDocument, type FieldSchema, type FormDocument } from '@tieuchi/runtime'
import { checkInput as checkInBrowser, validate as validateInBrowser } from '@tieuchi/runtime/validation/browser'
import { checkInput as checkOnServer, validate as validateOnServer, validateDocument } from '@tieuchi/runtime/validation/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonDocument, releaseOf, text } from './fixture.ts'

type Verdict = ReturnType<typeof validateOnServer>

const placesOf = ({ violations }: Verdict): readonly string[] => [...new Set(violations.map(({ path, keyword }) => `${path.join('/')} ${keyword}`))].toSorted()

const demandSameVerdict = (schema: object, data: unknown): void => {
  const [server, browser] = [validateOnServer(schema, data), validateInBrowser(schema, data)]
  expect({ valid: browser.valid, places: placesOf(browser) }, JSON.stringify({ schema, data })).toEqual({ valid: server.valid, places: placesOf(server) })
}

/** Answers at the edges of what schemas say, and of what JSON can hold. */
const answers: readonly unknown[] = [
  null, true, false, 0, -0, 1, -1, 5, 9, 10, 0.5, 1.0000000000000002, 4.999999999999999, 1e21, 1e308, -1e308, 5e-324, 999_999_999_999_999, 9_007_199_254_740_992, '', ' ', 'a', 'ab', 'abc', 'north', 'North', 'ế', 'ế'.normalize('NFD'), '👍', '👍👍', '👨‍👩‍👧', '\ud800', '\0',
  '2026', '2026-06', '2026-06-01', '2026-6-1', '2026-02-30', ' 2026-06-01', '2026-06-01\n', '２０２６-06-01', '030074000123', '03007400012', '0300740001234', '０３００７４０００１２３', '__proto__', 'constructor', 'toString',
  [], ['north'], ['north', 'south'], ['north', 'north'], ['__proto__', '__proto__'], ['toString'], [1], [null], [['north']], [{}], [{}, {}], {}, { a: 1 }, { length: 1 },
]

const label = { 'x-label': text('question') }

/** Every kind of question the dictionary can hold, with its keywords at and beside their edges. */
const fields: readonly FieldSchema[] = [
  { type: 'boolean', ...label },
  ...(['integer', 'number'] as const).flatMap((type): readonly FieldSchema[] => [
    { type, ...label }, { type, minimum: 0, ...label }, { type, maximum: 9, ...label }, { type, minimum: 0.5, maximum: 5, ...label }, { type, minimum: -999_999_999_999_999, maximum: 999_999_999_999_999, ...label }, { type, minimum: 5, maximum: 5, ...label },
  ]),
  { type: 'string', ...label }, { type: 'string', minLength: 1, ...label }, { type: 'string', maxLength: 2, ...label }, { type: 'string', minLength: 2, maxLength: 2, ...label }, { type: 'string', minLength: 0, maxLength: 0, ...label },
  ...(['date', 'partial-date', 'personal-number'] as const).map((format): FieldSchema => ({ type: 'string', format, ...label })),
  { type: 'string', 'x-list': 'harbour', ...label }, { type: 'array', items: { type: 'string' }, 'x-list': 'harbour', ...label }, { type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'odd', ...label },
]

const odd = ['north', '__proto__', 'constructor', 'toString', '', '0', 'ế'].filter((code) => code !== '')

const dictionaryOf = (household: Readonly<Record<string, FieldSchema>>, members: Readonly<Record<string, FieldSchema>> = {}): CommonDocument => ({
  ...commonDocument,
  lists: [...commonDocument.lists, { kind: 'list', id: 'odd', title: text('odd'), entries: odd.map((code) => ({ code, title: text(code) })) }],
  dictionary: {
    ...commonDocument.dictionary,
    properties: { household: { type: 'object', properties: household }, members: { type: 'array', items: { type: 'object', properties: members } }, unit: { type: 'object', properties: {} } },
  },
})

const formOf = (household: readonly string[], members: readonly string[]): FormDocument => ({
  kind: 'form', id: 'visit', title: text('visit'),
  sections: [{ id: 'aaaaaaaaaa', title: text('part'), items: [...household.map((field) => ({ kind: 'field', field }) as const), { kind: 'roster', id: 'bbbbbbbbbb', columns: [], items: members.map((field) => ({ kind: 'field', field })) }] }],
})

const formSchemaOf = (common: CommonDocument): object => {
  const { household, members } = common.dictionary.properties
  const release = { ...releaseOf([]), forms: [formOf(Object.keys(household.properties), Object.keys(members.items.properties))] }
  return generateForm(formSet(assemble({ programme: 'boats', layer: 'national', common, releases: { boats: release } }), 'visit'), 'vi').schema
}

const named = (each: readonly FieldSchema[]): Readonly<Record<string, FieldSchema>> => Object.fromEntries(each.map((schema, index) => [`question_${index}`, schema]))

const inputs = fc.oneof(
  fc.record({
    household: fc.oneof(fc.constantFrom(...answers), fc.dictionary(fc.oneof(fc.nat({ max: 8 }).map((index) => `question_${index}`), fc.constantFrom('constructor', 'toString', 'x')), fc.constantFrom(...answers), { maxKeys: 6 })),
    members: fc.oneof(fc.constantFrom(...answers), fc.array(fc.dictionary(fc.oneof(fc.constant('id'), fc.nat({ max: 4 }).map((index) => `question_${index}`)), fc.constantFrom(...answers), { maxKeys: 4 }), { maxLength: 3 })),
    members_complete: fc.constantFrom(...answers), history_from: fc.constantFrom(...answers),
    history: fc.array(fc.record({ programme: fc.constantFrom(...answers), layer: fc.constantFrom('national', 'local', 'x'), outcome: fc.constant('class'), value: fc.constantFrom(...answers), from: fc.constantFrom('2026-01-01', '2026', 1), to: fc.constantFrom(...answers), extra: fc.boolean() }, { requiredKeys: [] }), { maxLength: 3 }),
    [fc.sample(fc.constantFrom('unit', 'extra'), 1)[0] ?? 'unit']: fc.constantFrom(...answers),
  }, { requiredKeys: [] }),
  fc.jsonValue(),
  fc.constantFrom(...answers),
)

const dictionaries = fc.tuple(fc.subarray([...fields], { minLength: 1, maxLength: 9 }), fc.subarray([...fields], { maxLength: 5 })).map(([household, members]) => dictionaryOf(named(household), Object.fromEntries(members.map((schema, index) => [`question_${index + 20}`, schema]))))

describe('the validators of server and browser', () => {
  it('give one verdict, at the same places, for every keyword of the dictionary and every kind of answer', () => {
    for (const field of fields) {
      const common = dictionaryOf({ question_0: field })
      expect(validateDocument('common', common)).toEqual([])
      const schema = formSchemaOf(common)
      for (const answer of answers) {
        demandSameVerdict(schema, { household: { question_0: answer } })
        const input = { household: { question_0: answer } }
        expect(checkInBrowser(common, input).map(({ message }) => message), JSON.stringify({ field, answer })).toEqual(checkOnServer(common, input).map(({ message }) => message))
      }
    }
  })

  it('give one verdict, at the same places, for random dictionaries, forms and inputs', () => {
    fc.assert(fc.property(dictionaries, fc.array(inputs, { minLength: 8, maxLength: 8 }), (common, several) => {
      const schema = formSchemaOf(common)
      for (const input of several) {
        const json: unknown = JSON.parse(JSON.stringify(input) ?? 'null')
        demandSameVerdict(schema, json)
        const byText = (issues: ReturnType<typeof checkOnServer>) => issues.map((issue) => JSON.stringify(issue)).toSorted()
        expect(byText(checkInBrowser(common, json)), JSON.stringify(json)).toEqual(byText(checkOnServer(common, json)))
      }
    }), { numRuns: 60 })
  })
})

/** Schemas of every keyword that both validators assert, beyond those forms use today. */
const schemas = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({
      type: fc.oneof(fc.constantFrom('boolean', 'integer', 'number', 'string', 'array', 'object', 'null'), fc.subarray(['boolean', 'integer', 'string', 'array'], { minLength: 1 })),
      minimum: fc.constantFrom(0, 0.5, 5), maximum: fc.constantFrom(5, 9), exclusiveMinimum: fc.constantFrom(0, 1), exclusiveMaximum: fc.constantFrom(5, 10), multipleOf: fc.constantFrom(1, 0.1, 0.0001, 1e-15),
      minLength: fc.nat({ max: 2 }), maxLength: fc.nat({ max: 3 }), pattern: fc.constantFrom('^\\d{12}$', '^\\d{4}(-\\d{2}(-\\d{2})?)?$', '^\\p{L}+$', 'a'),
      minItems: fc.nat({ max: 2 }), maxItems: fc.nat({ max: 2 }), uniqueItems: fc.boolean(), enum: fc.subarray([...answers], { minLength: 1, maxLength: 6 }), const: fc.constantFrom(...answers),
      format: fc.constantFrom('date', 'email', 'nonsense'), title: fc.constant('title'), default: fc.constantFrom(...answers), 'x-unit': fc.constant('VND'), nullable: fc.constant(true),
    }, { requiredKeys: [] }),
    fc.record({
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'constructor', 'toString'), tie('schema'), { maxKeys: 3 }), required: fc.subarray(['a', 'toString', 'length']), additionalProperties: fc.oneof(fc.boolean(), tie('schema')), propertyNames: tie('schema'),
      minProperties: fc.nat({ max: 2 }), maxProperties: fc.nat({ max: 2 }), dependentRequired: fc.constantFrom({ a: ['b'] }, { toString: ['a'] }), patternProperties: fc.dictionary(fc.constantFrom('^a', 'o'), tie('schema'), { maxKeys: 2 }), dependentSchemas: fc.dictionary(fc.constantFrom('a', 'constructor'), tie('schema'), { maxKeys: 1 }),
    }, { requiredKeys: [] }),
    fc.record({ items: tie('schema'), prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), contains: tie('schema'), minContains: fc.nat({ max: 2 }), maxContains: fc.nat({ max: 2 }) }, { requiredKeys: [] }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), not: tie('schema'), if: tie('schema'), then: tie('schema'), else: tie('schema') }, { requiredKeys: [] }),
  ),
})).schema

describe('any schema of 2020-12', () => {
  it('that asks what a list contains is not met by an empty one, whatever its first entries must be', () => {
    const schema = { prefixItems: [{ const: null }], contains: {}, maxContains: 2 }
    for (const validate of [validateInBrowser, validateOnServer]) {
      expect([[], [null], [null, 1], [null, 1, 2]].map((data) => [validate(schema, data).valid, validate({ not: schema }, data).valid])).toEqual([[false, true], [true, false], [true, false], [false, true]])
    }
  })

  it('is read alike by both validators', () => {
    fc.assert(fc.property(schemas, fc.array(fc.oneof(fc.constantFrom(...answers), fc.jsonValue({ maxDepth: 2 })), { minLength: 6, maxLength: 6 }), (schema, several) => {
      const plain: object = JSON.parse(JSON.stringify(schema))
      for (const data of [...several, { a: 1 }, { a: 'a', b: 2 }, { toString: 1 }]) {
        const json: unknown = JSON.parse(JSON.stringify(data))
        expect(validateInBrowser(plain, json).valid, JSON.stringify({ plain, json })).toBe(validateOnServer(plain, json).valid)
      }
    }), { numRuns: 250 })
  })
})
