import { readBits, writeBits } from './bit-rows.ts'
import { Bucket, type Allocate, type BlockPlace } from './bucket.ts'
import { bitsOfColumn, flagBits, isOfMembers, movedNumber, type Column } from './column.ts'
import { idsOffset, idWords, rowsOfBlock, slotOffset, type ColumnLayout } from './column-layout.ts'

/** The same households in a wider layout: more bits for some columns, bits for the first answer to others, or with UUIDs of members. */
export const moveBucket = (bucket: Bucket, from: ColumnLayout, to: ColumnLayout, allocate: Allocate): Bucket => {
  const moved = new Bucket(bucket.members, to, allocate)
  moved.appendCopied(bucket.rows)
  for (let block = 0; block < bucket.blocks; block += 1) moveBlock(bucket.members, { layout: from, place: bucket.blockAt(block) }, { layout: to, place: moved.blockAt(block) })
  return moved
}

interface LaidBlock {
  readonly layout: ColumnLayout
  readonly place: BlockPlace
}

const moveBlock = (members: number, from: LaidBlock, to: LaidBlock): void => {
  from.layout.columns.forEach((column, index) => {
    if (!isOfMembers(column)) moveColumn(column, index, { from, to, fromStart: from.place.start, toStart: to.place.start })
  })
  copyWords(from.place, idsOffset(from.layout), to.place, idsOffset(to.layout), idWords)
  for (let slot = 0; slot < members; slot += 1) {
    const starts = { fromStart: from.place.start + slotOffset(from.layout, slot), toStart: to.place.start + slotOffset(to.layout, slot) }
    from.layout.columns.forEach((column, index) => {
      if (isOfMembers(column)) moveColumn(column, index, { from, to, ...starts })
    })
    if (from.layout.memberUuids) copyWords(from.place, slotOffset(from.layout, slot) + from.layout.memberWords, to.place, slotOffset(to.layout, slot) + to.layout.memberWords, idWords)
  }
}

interface ColumnMove {
  readonly from: LaidBlock
  readonly to: LaidBlock
  readonly fromStart: number
  readonly toStart: number
}

const sameMeaning = (a: Column, b: Column): boolean => a.encoding.base === b.encoding.base && a.encoding.decimals === b.encoding.decimals

const moveColumn = (column: Column, index: number, { from, to, fromStart, toStart }: ColumnMove): void => {
  if (!column.answered) return
  const target = to.layout.columns[index] ?? column
  const source = fromStart + (from.layout.offsets[index] ?? 0)
  const goal = toStart + (to.layout.offsets[index] ?? 0)
  const flags = flagBits(column)
  const kept = sameMeaning(column, target) ? bitsOfColumn(column) : flags
  for (let word = 0; word < kept; word += 1) to.place.words[goal + word] = from.place.words[source + word] ?? 0
  if (kept > flags) return
  for (let bit = 0; bit < rowsOfBlock; bit += 1) {
    const raw = readBits(from.place.words, source + flags, column.encoding.width, bit)
    const isKnown = flags === 0 ? raw !== 0 : readBits(from.place.words, source, 1, bit) === 1
    if (isKnown) writeBits(to.place.words, goal + flags, target.encoding.width, bit, movedNumber(column, raw, target.encoding))
  }
}

const copyWords = (from: BlockPlace, fromOffset: number, to: BlockPlace, toOffset: number, count: number): void =>
  to.words.set(from.words.subarray(from.start + fromOffset, from.start + fromOffset + count), to.start + toOffset)
