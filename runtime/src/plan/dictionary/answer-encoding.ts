import type { FieldSchema } from '../../documents/common-document.ts'
import { numberScaleOf, type NumberScale } from './number-scale.ts'

/** Codes of a list that one word holds, so that it stays a small whole number. */
export const codesOfWord = 30

/** Words that a question with several codes is given at most. */
export const mostWords = 8

/** How the answers to a question are kept for the plan; `domain` is the list that codes a text, absent of free text. */
export type AnswerEncoding =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'number'; readonly scale: NumberScale }
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly domain?: string }
  | { readonly kind: 'codes'; readonly domain: string; readonly words: number }
  | { readonly kind: 'personalNumber' }
  | { readonly kind: 'unsupported'; readonly reason: string }

/** How a field is kept; `sizes` are the numbers of codes of the lists. */
export const encodingOf = (schema: FieldSchema, sizes: (list: string) => number | undefined): AnswerEncoding => {
  const { type, format, 'x-list': list } = schema
  const size = list === undefined ? undefined : sizes(list)
  if (type === 'boolean') return { kind: 'yesNo' }
  if (type === 'integer' || type === 'number') {
    const scale = numberScaleOf(schema)
    return scale ? { kind: 'number', scale } : { kind: 'unsupported', reason: 'its limits are finer or greater than a plan keeps numbers' }
  }
  if (type === 'array') {
    if (list === undefined || size === undefined) return { kind: 'unsupported', reason: 'it takes several texts that are in no list' }
    const words = Math.ceil(size / codesOfWord)
    return words > mostWords ? { kind: 'unsupported', reason: `its list has more than ${codesOfWord * mostWords} codes` } : { kind: 'codes', domain: list, words }
  }
  if (format === 'date' || format === 'partial-date') return { kind: 'date' }
  if (format === 'personal-number') return { kind: 'personalNumber' }
  return { kind: 'text', ...(list !== undefined && size !== undefined && { domain: list }) }
}
