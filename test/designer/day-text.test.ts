import { formatDay, formatInstant, parseDay, parsePartialDay } from '@tieuchi/designer/src/ui/day-text.ts'
import { describe, expect, test } from 'vitest'

describe('Days as people type them', () => {
  test.each([
    ['31/12/2026', '2026-12-31'],
    ['5/3/1981', '1981-03-05'],
    ['05-03-1981', '1981-03-05'],
    ['5.3.1981', '1981-03-05'],
    ['05031981', '1981-03-05'],
    [' 29/2/2024 ', '2024-02-29'],
  ])('%s is the day %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
    expect(parsePartialDay(text)).toBe(day)
  })

  test.each(['', '29/2/2023', '31/04/2026', '12/03/81', '1/13/2026', '2026-12-31', 'hôm qua'])('“%s” is no day', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test.each([['1981', '1981'], ['3/1981', '1981-03'], ['031981', '1981-03']])('%s is as much of a day as is known: %s', (text, day) => {
    expect(parsePartialDay(text)).toBe(day)
    expect(parseDay(text)).toBeUndefined()
  })

  test.each([['1/2/59', '1959-02-01'], ['01-02-59', '1959-02-01'], ['010259', '1959-02-01'], ['101059', '1959-10-10'], ['3/4/03', '2003-04-03'], ['30/4/27', '1927-04-30']])('%s can in 2026 be one day of birth only: %s', (text, day) => {
    expect(parsePartialDay(text, 2026)).toBe(day)
    expect(parseDay(text)).toBeUndefined()
  })

  test.each(['1/2/25', '010219', '1/2/07', '31/2/59', '591201'])('“%s” could be several days of birth or is none: nothing is guessed', (text) => {
    expect(parsePartialDay(text, 2026)).toBeUndefined()
  })

  test('a month that does not exist is nothing', () => {
    expect(parsePartialDay('13/1981')).toBeUndefined()
  })

  test('days are written day first, as far as they are known', () => {
    expect(['2026-12-31', '1981-03', '1981'].map(formatDay)).toEqual(['31/12/2026', '03/1981', '1981'])
  })

  test('instants are those of Viet Nam', () => {
    expect(formatInstant('2026-12-31T17:05:00Z')).toBe('01/01/2027 00:05')
  })
})
