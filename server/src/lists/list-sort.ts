import { Type, type TUnion, type TLiteral } from 'typebox'

/** What a list is sorted by. */
export interface ListSort<Key extends string> {
  readonly by: Key
  readonly descending: boolean
}

/** A sort as it stands in an address: the key, behind `-` for the other way round. */
export const sortParameter = <Key extends string>(keys: readonly Key[]): TUnion<TLiteral<Key | `-${Key}`>[]> =>
  Type.Union(keys.flatMap((key) => [Type.Literal<Key | `-${Key}`>(key), Type.Literal<Key | `-${Key}`>(`-${key}`)]))

/** Reads what `sortParameter` let through. */
export function readSort<Key extends string>(keys: readonly Key[], text: string | undefined): ListSort<Key> | undefined {
  if (text === undefined) return undefined
  const by = keys.find((key) => text === key || text === `-${key}`)
  return by && { by, descending: text !== by }
}
