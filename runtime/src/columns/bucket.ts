import type { Words } from './bit-rows.ts'
import { blockWords, rowsOfBlock, type ColumnLayout } from './column-layout.ts'

/** Where memory for columns comes from: shared between threads, or not. */
export type Allocate = (bytes: number) => ArrayBufferLike

/** A new segment adds this part to a bucket, at least a block and at most so many: little memory stands empty. */
const partOfBucket = 32
const mostBlocks = 64

/** A place in the segments of a bucket. */
export interface BlockPlace {
  readonly words: Words
  /** First word of the block. */
  readonly start: number
}

/** The households with one number of members, in blocks of 32. Rows stand without gaps. */
export class Bucket {
  readonly members: number
  readonly segments: Words[] = []
  /** First block of each segment, and the number of blocks there is room for. */
  readonly #starts = [0]
  rows = 0
  /** Rows from here on were never used: their bits are zero. */
  #fresh = 0
  readonly #blockWords: number
  readonly #allocate: Allocate

  constructor(members: number, layout: ColumnLayout, allocate: Allocate) {
    this.members = members
    this.#blockWords = blockWords(layout, members)
    this.#allocate = allocate
  }

  get blockWords(): number {
    return this.#blockWords
  }

  get blocks(): number {
    return Math.ceil(this.rows / rowsOfBlock)
  }

  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.byteLength, 0)
  }

  /** A row at the end. */
  append(): number {
    const row = this.rows
    if (row % rowsOfBlock === 0) this.#reserve(row / rowsOfBlock)
    this.rows = row + 1
    return row
  }

  /** Takes a number of rows at the end whose bits are about to be copied block by block. */
  appendCopied(rows: number): void {
    for (let row = 0; row < rows; row += 1) this.append()
    this.#fresh = this.blocks * rowsOfBlock
  }

  /** Whether a row is written for the first time, so that its bits are zero. */
  isFresh(row: number): boolean {
    if (row < this.#fresh) return false
    this.#fresh = row + 1
    return true
  }

  /** Where a row's block lies. */
  place(row: number): BlockPlace {
    return this.blockAt(row >>> 5)
  }

  blockAt(block: number): BlockPlace {
    let [low, high] = [0, this.segments.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] ?? 0) <= block) low = middle
      else high = middle
    }
    const words = this.segments[low]
    if (!words) throw new Error(`No block ${block} among the households of ${this.members}`)
    return { words, start: (block - (this.#starts[low] ?? 0)) * this.#blockWords }
  }

  /** The words of the blocks in use, segment by segment. */
  *usedWords(): Generator<Words> {
    let left = this.blocks * this.#blockWords
    for (const segment of this.segments) {
      const count = Math.min(left, segment.length)
      if (count > 0) yield segment.subarray(0, count)
      left -= count
    }
  }

  #reserve(block: number): void {
    const held = this.#starts.at(-1) ?? 0
    if (block < held) return
    const blocks = Math.min(mostBlocks, Math.max(1, Math.floor(held / partOfBucket)))
    this.segments.push(new Int32Array(this.#allocate(blocks * this.#blockWords * 4)))
    this.#starts.push(held + blocks)
  }
}
