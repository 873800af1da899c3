import { wordsEn } from '@tieuchi/designer/src/app/words-en.ts'
import { wordsVi } from '@tieuchi/designer/src/app/words-vi.ts'
import { describe, expect, test } from 'vitest'

const placeholders = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

describe('Words of the interface', () => {
  test('both languages fill in the same values', () => {
    const different = Object.entries(wordsVi).filter(([key, text]) => {
      const english = Object.entries(wordsEn).find(([other]) => other === key)?.[1] ?? ''
      return placeholders(text).join() !== placeholders(english).join()
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('no English technical word stands in the Vietnamese interface', () => {
    const technical = /\b(id|null|undefined|array|error|server|login|password|draft|json|ok|click)\b/i
    expect(Object.values(wordsVi).filter((text) => technical.test(text.replaceAll(/\{\{\w+\}\}/g, '')))).toEqual([])
  })
})
