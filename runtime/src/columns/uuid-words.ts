import type { Words } from './bit-rows.ts'

/** Words of a UUID. */
export const uuidWords = 4

const uuidLength = 36
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

/** The UUID in four words. */
export const readUuid = (words: Words, start: number): string => {
  const digits = Array.from({ length: uuidWords }, (_word, word) => ((words[start + word] ?? 0) >>> 0).toString(16).padStart(digitsOfWord, '0')).join('')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
}
