/** Words are read and written in place; 32 households share one word, each its bit. */
export type Words = Int32Array<ArrayBufferLike>

const half = 2 ** 32
const wordBits = 32

const readWord = (words: Words, start: number, width: number, bit: number): number => {
  let number = 0
  for (let index = 0; index < width; index += 1) number |= (((words[start + index] ?? 0) >>> bit) & 1) << index
  return number >>> 0
}

const writeWord = (words: Words, start: number, width: number, bit: number, number: number): void => {
  const mask = 1 << bit
  for (let index = 0; index < width; index += 1) {
    const word = words[start + index] ?? 0
    words[start + index] = (number >>> index) & 1 ? word | mask : word & ~mask
  }
}

/** The number in the bits of one row: one bit in each of `width` words, the lowest first; at most 53. */
export const readBits = (words: Words, start: number, width: number, bit: number): number =>
  width <= wordBits ? readWord(words, start, width, bit) : readWord(words, start, wordBits, bit) + readWord(words, start + wordBits, width - wordBits, bit) * half

/** Puts a number into the bits of one row. */
export const writeBits = (words: Words, start: number, width: number, bit: number, number: number): void => {
  writeWord(words, start, Math.min(width, wordBits), bit, number % half)
  if (width > wordBits) writeWord(words, start + wordBits, width - wordBits, bit, Math.floor(number / half))
}

const setWord = (words: Words, start: number, bit: number, number: number): void => {
  const mask = 1 << bit
  for (let rest = number | 0; rest !== 0; rest &= rest - 1) {
    const index = start + 31 - Math.clz32(rest & -rest)
    words[index] = (words[index] ?? 0) | mask
  }
}

/** Puts a number into the bits of one row that are all zero. */
export const setBits = (words: Words, start: number, bit: number, number: number): void => {
  if (number < half) return setWord(words, start, bit, number)
  setWord(words, start, bit, number % half)
  setWord(words, start + wordBits, bit, Math.floor(number / half))
}

/** Makes the bits of one row zero. */
export const clearBits = (words: Words, start: number, width: number, bit: number): void => {
  const rest = ~(1 << bit)
  for (let index = start; index < start + width; index += 1) words[index] = (words[index] ?? 0) & rest
}

/** How many bits of a word are one. */
export const onesOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
