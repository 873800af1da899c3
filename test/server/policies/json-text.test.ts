import { parseJson, positionIn } from '@tieuchi/server/policies/json-text.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const mistakeIn = (text: string) => {
  const parsed = parseJson(text)
  return 'mistake' in parsed ? parsed.mistake : undefined
}

describe('a text of JSON', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toMatchObject({ value: JSON.parse(text) })
    }))
  })

  it('is refused exactly where JSON.parse refuses it', () => {
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\t', '\u0001', '\uFEFF', '//', "'", '01', '\\')).map(([text, at, piece]) => `${text.slice(0, at % (text.length + 1))}${piece}${text.slice((at % (text.length + 1)) + 1)}`)
    fc.assert(fc.property(damaged, (text) => {
      let refused = false
      try {
        JSON.parse(text)
      } catch {
        refused = true
      }
      expect([text, mistakeIn(text) !== undefined]).toEqual([text, refused])
    }), { numRuns: 1000 })
  })

  it('tells line and column of a mistake', () => {
    expect(mistakeIn('{\n  "a": 1,\n}')).toEqual({ line: 3, column: 1 })
    expect(mistakeIn('{\n  "a": 1')).toEqual({ line: 2, column: 9 })
    expect(mistakeIn('')).toEqual({ line: 1, column: 1 })
  })

  it('names what stands twice in one object, however deep', () => {
    expect(parseJson('{"a": [{"b": 1, "c": 2, "b": 3}], "a": 1, "d": {"a": 1}}')).toMatchObject({ repeated: [['a'], ['a', 0, 'b']] })
  })
})

describe('the position of a value', () => {
  const text = '{\n  "rows": [\n    { "when": [null, 3] },\n    7\n  ]\n}'

  it('is its line and column, a property at its name', () => {
    expect(positionIn(text, ['rows', 0, 'when', 1])).toEqual({ line: 3, column: 22 })
    expect(positionIn(text, ['rows', '0', 'when', '1'])).toEqual({ line: 3, column: 22 })
    expect(positionIn(text, ['rows', 1])).toEqual({ line: 4, column: 5 })
    expect(positionIn(text, ['rows', 0, 'when'])).toEqual({ line: 3, column: 7 })
    expect(positionIn(text, [])).toEqual({ line: 1, column: 1 })
  })

  it('is that of the nearest value around it where it is missing', () => {
    expect(positionIn(text, ['rows', 0, 'then', 2])).toEqual({ line: 3, column: 5 })
    expect(positionIn(text, ['nothing'])).toEqual({ line: 1, column: 1 })
  })
})
