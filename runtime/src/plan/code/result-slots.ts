import type { Node } from '../graph/node.ts'

/** Bits of one word of results, so that it stays a small whole number. */
const bitsOfWord = 30

/** Where a node's value stands among the results: a bit of a whole number, a whole number, or a double. */
export type Slot = { readonly kind: 'bit'; readonly word: number; readonly bit: number } | { readonly kind: 'int'; readonly word: number } | { readonly kind: 'number'; readonly index: number }

export interface Slots {
  readonly of: ReadonlyMap<Node, Slot>
  readonly ints: number
  readonly numbers: number
  /** Bits of each word that holds bits, in order. */
  readonly words: readonly (readonly Node[])[]
}

/** Gives every node a place; bits first, many to a word. */
export const assignSlots = (nodes: readonly Node[]): Slots => {
  const bits = nodes.filter(({ lane }) => lane === 'bit')
  const codes = nodes.filter(({ lane }) => lane === 'code')
  const numbers = nodes.filter(({ lane }) => lane === 'number')
  const words = Array.from({ length: Math.ceil(bits.length / bitsOfWord) }, (_word, word) => bits.slice(word * bitsOfWord, (word + 1) * bitsOfWord))
  const of = new Map<Node, Slot>([
    ...words.flatMap((word, index) => word.map((node, bit) => [node, { kind: 'bit', word: index, bit }] as const)),
    ...codes.map((node, index) => [node, { kind: 'int', word: words.length + index }] as const),
    ...numbers.map((node, index) => [node, { kind: 'number', index }] as const),
  ])
  return { of, ints: words.length + codes.length, numbers: numbers.length, words }
}

/** The value in a slot. */
export const readSlot = (slot: Slot, ints: Int32Array, numbers: Float64Array, firstInt = 0, firstNumber = 0): number => {
  if (slot.kind === 'number') return numbers[firstNumber + slot.index] ?? 0
  const word = ints[firstInt + slot.word] ?? 0
  return slot.kind === 'bit' ? (word >>> slot.bit) & 1 : word
}
