/** A set of small whole numbers, as bits. Never changed once it has been handed out. */
export type BitSet = Uint32Array

export const emptyBits = (size: number): BitSet => new Uint32Array(Math.max(1, Math.ceil(size / 32)))

export const addBit = (bits: BitSet, index: number): void => {
  const word = index >>> 5
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31))
}

/** The numbers from `from` up to but not including `to`. */
export const rangeBits = (size: number, from: number, to: number): BitSet => {
  const bits = emptyBits(size)
  for (let index = from; index < to; index += 1) addBit(bits, index)
  return bits
}

export const fullBits = (size: number): BitSet => rangeBits(size, 0, size)

export const bitsOf = (size: number, indices: Iterable<number>): BitSet => {
  const bits = emptyBits(size)
  for (const index of indices) addBit(bits, index)
  return bits
}

export const hasBit = (bits: BitSet, index: number): boolean => ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0

export const intersection = (a: BitSet, b: BitSet): BitSet => a.map((word, index) => word & (b[index] ?? 0))

export const union = (a: BitSet, b: BitSet): BitSet => a.map((word, index) => word | (b[index] ?? 0))

export const difference = (a: BitSet, b: BitSet): BitSet => a.map((word, index) => word & ~(b[index] ?? 0))

export const isEmpty = (bits: BitSet): boolean => bits.every((word) => word === 0)

export const meets = (a: BitSet, b: BitSet): boolean => {
  for (let word = 0; word < a.length; word += 1) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true
  return false
}

/** Whether every number of `inner` is in `outer`. */
export const includes = (outer: BitSet, inner: BitSet): boolean => {
  for (let word = 0; word < inner.length; word += 1) if (((inner[word] ?? 0) & ~(outer[word] ?? 0)) !== 0) return false
  return true
}

/** The numbers in the set, in order. */
export const indicesOf = (bits: BitSet): readonly number[] => {
  const indices: number[] = []
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = (bits[word] ?? 0) >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) indices.push(word * 32 + 31 - Math.clz32(rest & -rest))
  }
  return indices
}

/** Equal sets have equal keys. */
export const keyOf = (bits: BitSet): string => String.fromCharCode(...new Uint16Array(bits.buffer))
