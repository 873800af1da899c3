import { tidyText } from '@tieuchi/designer/src/forms/tidy-text.ts'
import { describe, expect, test } from 'vitest'

describe('Texts as they are kept', () => {
  test.each([
    ['letters of two signs, as some keyboards write them', 'Nguyễn Thị Lạc'.normalize('NFD'), 'Nguyễn Thị Lạc'],
    ['blanks around and between', '  Nguyễn\u00A0 Văn\tAn ', 'Nguyễn Văn An'],
    ['a sign that turns around all that follows', '\u202ENguyễn Văn An', 'Nguyễn Văn An'],
    ['signs nobody sees', 'Nguyễn\u200B Văn\uFEFF An\u2069', 'Nguyễn Văn An'],
    ['an emoji of several parts stays whole', 'A 👩‍🌾', 'A 👩‍🌾'],
    ['nothing but blanks', ' \u200B ', ''],
  ])('%s', (_, typed, kept) => {
    expect(tidyText(typed)).toBe(kept)
  })

  test('lines stay where there are lines', () => {
    expect(tidyText(' một\nhai  ba\n', { lines: true })).toBe('một\nhai  ba')
  })
})
