import { SpelledText, textOfUnits } from './spelled-text.ts'

/** A text as it came over a connection, in UTF-8: the bytes from one place on to before another. */
export interface WrittenText {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

const firstBeyond = 0x80

/** The bytes of a text of which every letter is one byte; undefined of another. */
export const plainBytes = (text: string): Uint8Array | undefined => {
  const codes = Array.from({ length: text.length }, (_code, index) => text.charCodeAt(index))
  return codes.every((code) => code < firstBeyond) ? Uint8Array.from(codes) : undefined
}

/** Where several texts begin, each followed by where it ends. */
export type TextBounds = Int32Array

const spelled = new SpelledText()
/** No function takes any number of values. */
const unitsTogether = 8192

/** The text that some bytes write. */
export const readBytes = (bytes: Uint8Array, from: number, to: number): string => {
  spelled.spellWritten(bytes, from, to)
  const { units, length } = spelled
  let text = ''
  for (let start = 0; start < length; start += unitsTogether) text += textOfUnits(units, start, Math.min(length, start + unitsTogether))
  return text
}

/** Several texts that some bytes write. */
export const readTexts = (bytes: Uint8Array, bounds: TextBounds, count: number): readonly string[] =>
  Array.from({ length: count }, (_text, index) => readBytes(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0))

export const readWritten = ({ bytes, from, to }: WrittenText): string => readBytes(bytes, from, to)
