import { assemble, formSet, generateForm, type FormDocument, type Issue } from '@tieuchi/runtime'
import { checkInput as checkInBrowser } from '@tieuchi/runtime/validation/browser'
import { checkInput as checkOnServer, validateDocument } from '@tieuchi/runtime/validation/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeInput } from './arbitraries.ts'
import { commonDocument, leaf, releaseOf, text } from './fixture.ts'

const inOrder = (issues: readonly Issue[]) => issues.map((issue) => JSON.stringify(issue)).toSorted()

const mistakes: readonly (readonly [string, unknown, string])[] = [
  ['text for a number', { household: { cargo: '3' } }, 'input_type'],
  ['null for no answer', { household: { cargo: null } }, 'input_type'],
  ['a number below the least', { household: { cargo: -1 } }, 'input_minimum'],
  ['a number above the most', { household: { cargo: 10 } }, 'input_maximum'],
  ['a fraction where whole numbers are asked', { household: { cargo: 1.5 } }, 'input_type'],
  ['a code that is not in the list', { household: { gear: ['anchor'] } }, 'input_enum'],
  ['a code twice', { household: { gear: ['net', 'net'] } }, 'input_uniqueItems'],
  ['a day that is not on the calendar', { household: { built_on: '2023-02-30' } }, 'input_calendar'],
  ['a date in another form', { household: { built_on: '30/02/2023' } }, 'input_pattern'],
  ['a number with more digits than stay exact', { household: { length: 0.1234567890123456 } }, 'input_digits'],
  ['a number too large to stay exact', { household: { length: 1e21 } }, 'input_maximum'],
  ['text that is no Unicode', { members: [{ id: 'a', sailor: '\ud800' }] }, 'input_characters'],
  ['more members than any household has', { members: Array.from({ length: 101 }, (_none, index) => ({ id: String(index) })) }, 'limit_members'],
  ['a name every object has', { constructor: 1 }, 'input_additionalProperties'],
  ['a history of a day that does not exist', { history: [{ programme: 'ships', layer: 'national', outcome: 'level', value: 1, from: '2025-99-99' }] }, 'input_calendar'],
  ['the year nought', { household: { built_on: '0000-01-01' } }, 'input_calendar'],
  ['a question nobody knows', { household: { keel: true } }, 'input_additionalProperties'],
  ['a member without id', { members: [{ swims: true }] }, 'input_required'],
  ['two members with one id', { members: [{ id: 'a' }, { id: 'a' }] }, 'input_duplicate'],
  ['a personal number too short', { members: [{ id: 'a', number: '12345' }] }, 'input_pattern'],
  ['no object at all', [], 'input_type'],
]

const formOf = (household: readonly string[], members: readonly string[]): FormDocument => ({
  kind: 'form', id: 'all', title: text('All'),
  sections: [{ id: 'aaaaaaaaaa', title: text('All'), items: [...household.map((field) => ({ kind: 'field' as const, field })), { kind: 'roster', id: 'bbbbbbbbbb', columns: [members[0] ?? ''], items: members.map((field) => ({ kind: 'field', field })) }] }],
})

/** The assertions of a schema, those of everything below it included; a choice is an enumeration to whoever checks. */
const keywordsOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own = Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === 'properties') return Object.values(value as object).flatMap(keywordsOf)
    if (keyword === 'items') return keywordsOf(value)
    if (keyword === 'maxItems') return []
    return keyword === '$schema' || keyword === 'title' ? [] : [keyword === 'oneOf' ? 'enum' : keyword]
  })
  return [...new Set(own)]
}

describe('input against the dictionary', () => {
  it.each(mistakes)('%s is named with place, value and what was expected, alike on server and in the browser', (_name, input, code) => {
    const issues = checkOnServer(commonDocument, input)
    expect(issues).toContainEqual(expect.objectContaining({ code }))
    expect(inOrder(checkInBrowser(commonDocument, input))).toEqual(inOrder(issues))
  })

  it('says it in both languages', () => {
    expect(checkOnServer(commonDocument, { members: [{ id: 'a' }, { id: 'b', voyages: 12 }] })[0]).toMatchObject({
      path: ['members', 1, 'voyages'],
      message: { vi: 'Thành viên 2, Voyages: giá trị 12 không hợp lệ; cần từ 9 trở xuống.', en: 'Member 2, Voyages: 12 is not valid; expected at most 9.' },
    })
  })

  it('tells everything in one run: what is of the wrong kind, what is on no calendar, and who is there twice', () => {
    const input = { household: { cargo: 'x', built_on: '2023-02-30', length: 0.1234567890123456 }, members: [{ id: 'a', voyages: '2' }, { id: 'a' }] }
    const codes = checkOnServer(commonDocument, input).map(({ code, path }) => `${code} ${path.join('.')}`)
    expect(codes.toSorted()).toEqual(['input_calendar household.built_on', 'input_digits household.length', 'input_duplicate members.1.id', 'input_type household.cargo', 'input_type members.0.voyages'])
  })

  it('tells a place that is of the wrong kind once, and nothing of what would stand in it', () => {
    expect(checkOnServer(commonDocument, { household: { built_on: 2023 }, members: 'none', history: [7] }).map(({ code }) => code)).toEqual(['input_type', 'input_type', 'input_type'])
  })

  it.each<[string, unknown, string]>([
    ['a day', { household: { built_on: '2023-02-30' } }, 'Built on: giá trị “30/02/2023” không hợp lệ; cần một ngày có trên lịch.'],
    ['a code with what may be chosen', { unit: { harbour: 'east' } }, 'Harbour: giá trị “east” không hợp lệ; cần một trong: North (north), South (south).'],
    ['a number with its decimal comma', { household: { length: 9.5 } }, 'Length: giá trị 9,5 không hợp lệ; cần từ 9 trở xuống.'],
    ['an entry of the history', { history: [{ programme: 'ships', layer: 'national', outcome: 'level', value: 1, from: '2025-02-30' }] }, 'Lịch sử, dòng 1, từ ngày: giá trị “2025-02-30” không hợp lệ; cần một ngày có trên lịch.'],
    ['what was left empty', { household: { cargo: null } }, 'Cargo: giá trị để trống (null) không hợp lệ; cần một số nguyên.'],
  ])('writes %s as people do', (_name, input, message) => {
    expect(checkOnServer(commonDocument, input).map((issue) => issue.message.vi)).toEqual([message])
  })

  it('has words of its own for every keyword that a question can break', () => {
    const { properties } = commonDocument.dictionary
    const named = { type: 'string' as const, minLength: 2, maxLength: 4, 'x-label': text('Name') }
    const common = { ...commonDocument, dictionary: { ...commonDocument.dictionary, properties: { ...properties, household: { type: 'object' as const, properties: { ...properties.household.properties, named } } } } }
    const release = assemble({ programme: 'boats', layer: 'national', common, releases: { boats: { ...releaseOf([]), forms: [formOf(Object.keys(common.dictionary.properties.household.properties), Object.keys(properties.members.items.properties))] } } })
    const asserted = keywordsOf(generateForm(formSet(release, 'all'), 'vi').schema)
    const issues = [...mistakes.map(([, input]) => input), { household: { named: 'a' } }, { household: { named: 'abcde' } }].flatMap((input) => checkOnServer(common, input))
    expect(asserted.filter((keyword) => !issues.some(({ code }) => code === `input_${keyword}`))).toEqual([])
    expect(issues.filter(({ message }) => /đúng quy định của từ điển|undefined/.test(message.vi) || /dictionary allows|undefined/.test(message.en))).toEqual([])
  })

  it('has the same verdict on both sides for whatever is sent', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), completeInput, completeInput.map((input) => ({ ...input, household: { ...input.household, cargo: 'x', keel: 1 } }))), (input) => {
      const json: unknown = JSON.parse(JSON.stringify(input) ?? 'null')
      expect(inOrder(checkInBrowser(commonDocument, json))).toEqual(inOrder(checkOnServer(commonDocument, json)))
    }))
  })

  it('accepts every complete household', () => {
    fc.assert(fc.property(completeInput, (input) => {
      expect(checkOnServer(commonDocument, input)).toEqual([])
    }))
  })
})

describe('a question of the dictionary', () => {
  const withField = (field: object) => {
    const { properties } = commonDocument.dictionary
    return { ...commonDocument, dictionary: { ...commonDocument.dictionary, properties: { ...properties, unit: { type: 'object', properties: { asked: { 'x-label': text('asked'), ...field } } } } } }
  }

  it.each<[string, object]>([
    ['a multiple choice without a list', { type: 'array', items: { type: 'string' } }],
    ['a multiple choice of anything', { type: 'array', 'x-list': 'gear' }],
    ['a day that is a number', { type: 'integer', format: 'date' }],
    ['yes or no as a day', { type: 'boolean', format: 'date' }],
    ['a day from a list', { type: 'string', format: 'date', 'x-list': 'gear' }],
    ['a day of so many letters', { type: 'string', format: 'date', maxLength: 3 }],
    ['a code of so many letters', { type: 'string', 'x-list': 'gear', minLength: 3 }],
    ['text of at most three', { type: 'string', maximum: 3 }],
    ['a number from a list', { type: 'number', 'x-list': 'gear' }],
    ['text in đồng', { type: 'string', 'x-unit': 'VND' }],
    ['fewer than no letters', { type: 'string', minLength: -1 }],
  ])('is refused as %s, for one keyword would be passed over', (_name, field) => {
    expect(validateDocument('common', withField(field)).length).toBeGreaterThan(0)
  })

  it('may have each keyword where it says something', () => {
    for (const field of [{ type: 'string', minLength: 1, maxLength: 5 }, { type: 'number', minimum: 0, maximum: 1, 'x-unit': 'share' }, { type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'gear' }]) expect(validateDocument('common', withField(field))).toEqual([])
  })
})

describe('documents against their schemas', () => {
  const release = releaseOf([{ kind: 'fact', id: 'crew', title: text('crew'), value: { count: 'members' } }])

  it('accepts what the types allow', () => {
    expect(validateDocument('common', commonDocument).map((issue) => issue.message.en)).toEqual([])
    expect(validateDocument('release', release)).toEqual([])
  })

  it.each([
    ['an empty group', { ...release, logic: [{ kind: 'condition', id: 'none', title: text('none'), conditions: { all: [] } }] }],
    ['an operator that does not exist', { ...release, logic: [{ kind: 'condition', id: 'none', title: text('none'), conditions: { ...leaf('cargo', 'equal', 1), operator: 'like' } }] }],
    ['an open parameter with a value', { ...release, parameters: { fee: { title: text('fee'), unit: 'count', certainty: 'open', value: 3 } } }],
    ['a parameter without a value that is not open', { ...release, parameters: { fee: { title: text('fee'), unit: 'count', certainty: 'seen' } } }],
    ['a title in one language', { ...release, title: { vi: 'Thuyền' } }],
  ])('refuses %s', (_name, document) => {
    expect(validateDocument('release', document)).not.toEqual([])
  })
})
