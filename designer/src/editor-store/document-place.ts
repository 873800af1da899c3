/** Names of properties and, within lists, ids of entries – of a question of a form its field – or their numbers: `rules`, `no_roof`, `conditions`. */
export type Place = readonly string[]

const isNamed = (entry: unknown, name: string): boolean => {
  if (typeof entry !== 'object' || entry === null) return false
  return 'kind' in entry && entry.kind === 'field' ? 'field' in entry && entry.field === name : 'id' in entry && entry.id === name
}

/** Where an entry of that name stands in a list; -1 where there is none. */
export const indexIn = (list: readonly unknown[], step: string): number => {
  const named = list.findIndex((entry) => isNamed(entry, step))
  return named === -1 && /^\d+$/.test(step) ? Number(step) : named
}

/** What stands at a place of a document; undefined where there is no such place. */
export const readPlace = (document: unknown, [step, ...rest]: Place): unknown => {
  if (step === undefined) return document
  if (Array.isArray(document)) return readPlace(document[indexIn(document, step)], rest)
  return typeof document === 'object' && document !== null && Object.hasOwn(document, step) ? readPlace((document as Record<string, unknown>)[step], rest) : undefined
}

/** The document with another value at a place; the same document where there is no such place. */
export const writePlace = <T>(document: T, [step, ...rest]: Place, value: unknown): T => {
  if (step === undefined) return value as T
  if (Array.isArray(document)) {
    const index = indexIn(document, step)
    return index in document ? (document.map((entry, at): unknown => (at === index ? writePlace(entry, rest, value) : entry)) as T) : document
  }
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, step)) return document
  return { ...document, [step]: writePlace((document as Record<string, unknown>)[step], rest, value) }
}

/** A place with numbers where the lint numbers entries. */
export const numberedPlace = (document: unknown, [step, ...rest]: Place): readonly (string | number)[] => {
  if (step === undefined) return []
  if (Array.isArray(document)) {
    const index = indexIn(document, step)
    return [index, ...numberedPlace(document[index], rest)]
  }
  return [step, ...numberedPlace(typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[step] : undefined, rest)]
}
