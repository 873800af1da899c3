import { isDay } from './day.ts'

/** What kind of value a fact, field, parameter or literal has. */
export type ValueType = 'number' | 'date' | 'boolean' | 'text' | 'list'

/** Type of a value as a document writes it; a full ISO day is a date. */
export const typeOfLiteral = (value: unknown): ValueType => {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' && isDay(value) ? 'date' : 'text'
}
