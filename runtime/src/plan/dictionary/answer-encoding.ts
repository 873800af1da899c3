import type { FieldSchema } from '../../documents/common-document.ts'
import { numberScaleOf, type NumberScale } from './number-scale.ts'

/** How the answers to a question are kept for the plan; `domain` is the list that codes a text, with so many codes; absent of free text. */
export type AnswerEncoding =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'number'; readonly scale: NumberScale }
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly domain: string; readonly size: number }
  | { readonly kind: 'text'; readonly domain?: undefined }
  | { readonly kind: 'codes'; readonly domain: string; readonly size: number }
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
  if (type === 'array') return list === undefined || size === undefined ? { kind: 'unsupported', reason: 'it takes several texts that are in no list' } : { kind: 'codes', domain: list, size }
  if (format === 'date' || format === 'partial-date') return { kind: 'date' }
  if (format === 'personal-number') return { kind: 'personalNumber' }
  return list === undefined || size === undefined ? { kind: 'text' } : { kind: 'text', domain: list, size }
}
