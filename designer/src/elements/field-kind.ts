import type { FieldSchema } from '@tieuchi/runtime'

export type AnswerKind = 'boolean' | 'integer' | 'number' | 'choice' | 'choices' | 'date' | 'text'

/** What kind of answer a question takes. */
export const kindOfField = ({ type, format, 'x-list': list }: FieldSchema): AnswerKind => {
  if (type === 'boolean' || type === 'integer' || type === 'number') return type
  if (type === 'array') return 'choices'
  if (format === 'date' || format === 'partial-date') return 'date'
  return list === undefined ? 'text' : 'choice'
}
