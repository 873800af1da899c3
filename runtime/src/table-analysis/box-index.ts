import { addBit, bitsOf, emptyBits, fullBits, indicesOf, intersection, keyOf, type BitSet } from './bit-set.ts'
import type { Box } from './box.ts'

/** Many boxes, found by the atoms they cover. Sets of boxes are bits by their numbers. */
export class BoxIndex {
  readonly boxes: readonly Box[]
  readonly sizes: readonly number[]
  /** Per dimension and atom, the boxes that cover it. */
  readonly #covering: readonly (readonly BitSet[])[]
  /** The dimensions: those asked for first, then those that most boxes narrow. */
  readonly order: readonly number[]
  readonly #memory = new Map<string, BitSet>()

  constructor(boxes: readonly Box[], sizes: readonly number[], first: ReadonlySet<number> = new Set()) {
    this.boxes = boxes
    this.sizes = sizes
    const uses = sizes.map((_size, dimension) => (first.has(dimension) ? Number.POSITIVE_INFINITY : boxes.filter((box) => box.has(dimension)).length))
    this.order = sizes.map((_size, dimension) => dimension).toSorted((a, b) => (uses[a] === uses[b] ? a - b : (uses[b] ?? 0) - (uses[a] ?? 0)))
    this.#covering = sizes.map((size, dimension) => {
      const free = bitsOf(boxes.length, boxes.flatMap((box, number) => (box.has(dimension) ? [] : [number])))
      const atoms = Array.from({ length: size }, () => free.slice())
      boxes.forEach((box, number) => {
        for (const atom of indicesOf(box.get(dimension) ?? emptyBits(size))) addBit(atoms[atom] ?? free, number)
      })
      return atoms
    })
  }

  none(): BitSet {
    return emptyBits(this.boxes.length)
  }

  /** The boxes that cover one atom. */
  covering(dimension: number, atom: number): BitSet {
    return this.#covering[dimension]?.[atom] ?? this.none()
  }

  /** The boxes that share some of these atoms. */
  meeting(dimension: number, atoms: BitSet): BitSet {
    return this.#remembered(`meet ${dimension} `, atoms, () => this.#combined(dimension, atoms, this.none(), (a, b) => a | b))
  }

  /** The boxes that cover all of these atoms. */
  containing(dimension: number, atoms: BitSet): BitSet {
    return this.#remembered(`hold ${dimension} `, atoms, () => this.#combined(dimension, atoms, fullBits(this.boxes.length), (a, b) => a & b))
  }

  /** The boxes that share a point with this one. */
  meetingBox(box: Box): BitSet {
    return [...box].reduce((found, [dimension, atoms]) => intersection(found, this.meeting(dimension, atoms)), fullBits(this.boxes.length))
  }

  #combined(dimension: number, atoms: BitSet, result: BitSet, combine: (a: number, b: number) => number): BitSet {
    for (const atom of indicesOf(atoms)) {
      const covering = this.covering(dimension, atom)
      for (let word = 0; word < result.length; word += 1) result[word] = combine(result[word] ?? 0, covering[word] ?? 0)
    }
    return result
  }

  #remembered(name: string, atoms: BitSet, compute: () => BitSet): BitSet {
    const key = name + keyOf(atoms)
    const before = this.#memory.get(key)
    if (before) return before
    const result = compute()
    this.#memory.set(key, result)
    return result
  }
}
