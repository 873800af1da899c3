import type { Words } from './bit-rows.ts'

/** Words of a UUID. */
export const uuidWords = 4

/** Letters of a UUID. */
export const uuidLength = 36
const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in the form that comes back when it is read. */
export const isUuid = (text: string): boolean => text.length === uuidLength && pattern.test(text)

const hyphen = 45
const digitsOfWord = 8
/** Above the digits the letters a to f follow. */
const lettersAbove = 57

/** Puts a UUID into four words. */
export const writeUuid = (words: Words, start: number, uuid: string): void => {
  let word = 0
  let digits = 0
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index)
    if (code === hyphen) continue
    word = (word << 4) | (code > lettersAbove ? code - 87 : code - 48)
    digits += 1
    if (digits % digitsOfWord === 0) words[start + digits / digitsOfWord - 1] = word
  }
}

/** Where hyphens stand among the letters of a UUID. */
const isHyphenAt = (index: number): boolean => index === 8 || index === 13 || index === 18 || index === 23

const [zero, nine, firstLetter, lastLetter] = [48, 57, 97, 102] as const

/** The same for a text as it is written in UTF-8; whether it is a UUID, by `isUuid`. Of another text some words may be put. */
export const writeWrittenUuid = (words: Words, start: number, bytes: Uint8Array, from: number, to: number): boolean => {
  if (to - from !== uuidLength) return false
  let word = 0
  let digits = 0
  for (let index = 0; index < uuidLength; index += 1) {
    const code = bytes[from + index] ?? 0
    if (isHyphenAt(index)) {
      if (code !== hyphen) return false
      continue
    }
    if (code >= zero && code <= nine) word = (word << 4) | (code - zero)
    else if (code >= firstLetter && code <= lastLetter) word = (word << 4) | (code - firstLetter + 10)
    else return false
    digits += 1
    if (digits % digitsOfWord === 0) words[start + digits / digitsOfWord - 1] = word
  }
  return true
}

/** The four words of a UUID. */
export const wordsOfUuid = (uuid: string): Words => {
  const words = new Int32Array(uuidWords)
  writeUuid(words, 0, uuid)
  return words
}

const hexadecimal = Array.from({ length: 256 }, (_byte, byte) => byte.toString(16).padStart(2, '0'))

const digitsOf = (word: number, from: 24 | 8): string => `${hexadecimal[(word >>> from) & 255]}${hexadecimal[(word >>> (from - 8)) & 255]}`

/** The UUID in four words. */
export const readUuid = (words: Words, start: number): string => {
  const [a, b, c, d] = [words[start] ?? 0, words[start + 1] ?? 0, words[start + 2] ?? 0, words[start + 3] ?? 0]
  return `${digitsOf(a, 24)}${digitsOf(a, 8)}-${digitsOf(b, 24)}-${digitsOf(b, 8)}-${digitsOf(c, 24)}-${digitsOf(c, 8)}${digitsOf(d, 24)}${digitsOf(d, 8)}`
}
