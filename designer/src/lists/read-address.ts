import type { SortText } from './list-column.ts'

/** A text in an address; one that reads as a number was written as a text too. */
export const textIn = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined => values.find((each) => each === value)

/** A sort in an address, by one of these keys. */
export const sortIn = <Key extends string>(keys: readonly Key[], value: unknown): SortText<Key> | undefined =>
  keys.flatMap((key): SortText<Key>[] => [key, `-${key}`]).find((each) => each === value)
