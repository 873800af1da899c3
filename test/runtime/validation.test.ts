import type { Issue } from '@tieuchi/runtime'
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
