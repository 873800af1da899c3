import canonicalize from 'canonicalize'

/** Values nested deeper are left to what does without a stack. */
const mostLevels = 500

/** Keys are few, and come again and again. */
const mostKeys = 10_000
const keyTexts = new Map<string, string>()

/**
 * RFC 8785 canonical JSON: the bytes that are hashed and kept. Plain objects, lists and simple values, which nearly all documents are made of, are
 * written here, in half the time; all else, and what has no canonical form, is for the library that defines it.
 */
export const canonicalJson = (document: unknown): string => {
  const text = plainText(document, 0) ?? canonicalize(document)
  if (text === undefined) throw new Error('Only JSON values have a canonical form')
  return text
}

/** Undefined where anything in it is not plain. */
const plainText = (value: unknown, level: number): string | undefined => {
  if (typeof value === 'string') return stringText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value === null) return 'null'
  if (typeof value !== 'object' || level > mostLevels) return undefined
  return Array.isArray(value) ? listText(value, level) : isPlain(value) ? objectText(value, level) : undefined
}

/** What JSON writes otherwise than it stands, and halves of characters. */
// oxlint-disable-next-line no-control-regex -- JSON escapes control characters
const written = /[\u0000-\u001f"\\\ud800-\udfff]/

const stringText = (value: string): string | undefined => {
  if (!written.test(value)) return `"${value}"`
  return value.isWellFormed() ? JSON.stringify(value) : undefined
}

const listText = (list: readonly unknown[], level: number): string | undefined => {
  if (list.length === 0) return '[]'
  let text = '['
  for (let index = 0; index < list.length; index += 1) {
    const item = plainText(list[index], level + 1)
    if (item === undefined) return undefined
    text += index === 0 ? item : `,${item}`
  }
  return `${text}]`
}

const objectText = (object: Readonly<Record<string, unknown>>, level: number): string | undefined => {
  let text = ''
  for (const key of sortedKeys(object)) {
    const value = object[key]
    if (value === undefined) continue
    const name = keyText(key)
    const part = plainText(value, level + 1)
    if (name === undefined || part === undefined) return undefined
    text += text === '' ? name + part : `,${name}${part}`
  }
  return `{${text}}`
}

/** More keys are sorted by the language, which makes several lists of them. */
const fewKeys = 20

const sortedKeys = (object: object): readonly string[] => {
  const keys = Object.keys(object)
  return keys.length > fewKeys ? keys.toSorted() : sortInPlace(keys)
}

const sortInPlace = (keys: string[]): readonly string[] => {
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] as string
    let place = index
    for (; place > 0 && (keys[place - 1] as string) > key; place -= 1) keys[place] = keys[place - 1] as string
    keys[place] = key
  }
  return keys
}

const isPlain = (object: object): object is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(object)
  return (prototype === Object.prototype || prototype === null) && (object as { readonly toJSON?: unknown }).toJSON === undefined
}

const keyText = (key: string): string | undefined => {
  const before = keyTexts.get(key)
  if (before !== undefined) return before
  if (!key.isWellFormed()) return undefined
  const text = `${JSON.stringify(key)}:`
  if (keyTexts.size < mostKeys) keyTexts.set(key, text)
  return text
}
