import { canonicalJson } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** As RFC 8785 says it, in the plainest way. */
const asDefined = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(asDefined).join(',')}]`
  return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => `${JSON.stringify(key)}:${asDefined(part)}`).join(',')}}`
}

/** Lists in lists, so many. */
const nested = (levels: number): unknown => {
  let value: unknown = 'innermost'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

describe('canonical JSON', () => {
  it('is for any JSON what the standard defines, names that are numbers and empty ones among it', () => {
    const named = fc.dictionary(fc.oneof(fc.constant('10'), fc.constant('9'), fc.constant(''), fc.string()), fc.jsonValue())
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), named), (value) => canonicalJson(value) === asDefined(value)))
  })

  it('is for any text and for however many names what the standard defines', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', '\\', '\u0000', '\u001f', '\u007f', '\u2028', 'ệ', '\u{1f600}', 'a') }))
    const many = fc.dictionary(anyText, anyText, { minKeys: 10, maxKeys: 40, size: 'max' })
    fc.assert(fc.property(fc.oneof(anyText, many, fc.jsonValue({ stringUnit: 'binary' })), (value) => canonicalJson(value) === asDefined(value)))
  })

  it('orders names by UTF-16, writes numbers as JavaScript does, and leaves out what is undefined', () => {
    expect(canonicalJson({ '\u20ac': 1e21, '\r': -0, '1': 0.1, '\u{1f600}': undefined, '\ufb33': [1, 2] })).toBe('{"\\r":0,"1":0.1,"\u20ac":1e+21,"\ufb33":[1,2]}')
  })

  it('is written however deep a document is nested', () => {
    expect(canonicalJson(nested(20_000))).toHaveLength(2 * 20_000 + '"innermost"'.length)
  })

  it('writes what says itself how it is written, and a gap in a list as nothing', () => {
    // oxlint-disable-next-line no-sparse-arrays -- that it is one is what is tested
    expect(canonicalJson({ on: new Date(0), list: [1, , undefined] })).toBe('{"list":[1,null,null],"on":"1970-01-01T00:00:00.000Z"}')
  })

  it.each([
    ['half a character', { word: '\ud800' }],
    ['half a character in a name', { '\ud800': 1 }],
    ['a number that is none', [Number.NaN]],
    ['a number without end', { sum: Number.POSITIVE_INFINITY }],
    ['nothing at all', undefined],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow()
  })

  it('refuses what contains itself', () => {
    const list: unknown[] = []
    list.push({ list })
    expect(() => canonicalJson(list)).toThrow('Circular')
  })
})
