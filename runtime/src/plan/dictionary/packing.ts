import type { AnswerLane } from '../graph/node.ts'
import type { AnswerEncoding } from './answer-encoding.ts'

/** Bits of one word, so that it stays a small whole number. */
export const bitsOfWord = 30

/** Where something stands among the words of a record: so many bits of one word, from one bit on. */
export interface PackedBits {
  readonly word: number
  readonly shift: number
  readonly width: number
}

/** Gives out the bits of words one after the other. */
export class Packer {
  #word = 0
  #used = 0

  take(width: number): PackedBits {
    if (this.#used + width > bitsOfWord) {
      this.#word += 1
      this.#used = 0
    }
    const bits = { word: this.#word, shift: this.#used, width }
    this.#used += width
    return bits
  }
}

const chunksOf = (count: number): readonly number[] => Array.from({ length: Math.ceil(count / bitsOfWord) }, (_chunk, index) => Math.min(bitsOfWord, count - index * bitsOfWord))

/** The bits that an encoding needs; numbers, days and free texts stand for themselves. */
export const packAnswer = (packer: Packer, encoding: AnswerEncoding): readonly PackedBits[] => {
  if (encoding.kind === 'yesNo' || encoding.kind === 'personalNumber') return [packer.take(2)]
  if (encoding.kind === 'text' && encoding.domain !== undefined) return [packer.take(32 - Math.clz32(encoding.size))]
  return encoding.kind === 'codes' ? [packer.take(1), ...chunksOf(encoding.size).map((width) => packer.take(width))] : []
}

const oneBit = (bits: PackedBits | undefined, index: number): PackedBits | undefined => bits && { word: bits.word, shift: bits.shift + index, width: 1 }

/** The bits of a lane; undefined where the lane stands for itself. */
export const bitsOfLane = (packed: readonly PackedBits[], lane: AnswerLane): PackedBits | undefined => {
  const [first] = packed
  if (lane === 'yes' || lane === 'asked') return oneBit(first, 0)
  if (lane === 'no') return oneBit(first, 1)
  if (lane === 'code' || lane === 'sex') return first
  if (lane === 'from' || lane === 'to' || lane === 'type') return undefined
  const code = Number(lane.slice('has'.length))
  return oneBit(packed[1 + Math.floor(code / bitsOfWord)], code % bitsOfWord)
}
