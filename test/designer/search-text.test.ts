import { matchesSearch } from '@tieuchi/designer/src/ui/search-text.ts'
import { describe, expect, test } from 'vitest'

describe('Search in lists', () => {
  test.each([
    ['Nguyễn Văn Á', 'nguyen van a'],
    ['Phạm Văn Đức', 'duc pham'],
    ['Khơ-me', 'kho'],
    ['Thôn Đông', 'ĐÔNG'],
  ])('finds %s by “%s”', (text, query) => {
    expect(matchesSearch(text, query)).toBe(true)
  })

  test('does not find what has not every word', () => {
    expect(matchesSearch('Nguyễn Văn Á', 'nguyen thi')).toBe(false)
  })
})
