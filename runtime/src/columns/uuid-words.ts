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
