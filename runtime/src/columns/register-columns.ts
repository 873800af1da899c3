import type { CommonDocument } from '../documents/common-document.ts'
import type { Answer, HouseholdInput, MemberAnswers } from '../documents/input-document.ts'
import { clearBits, readBits, setBits, writeBits, type Words } from './bit-rows.ts'
import { Bucket, type Allocate } from './bucket.ts'
import { columnsOf, memberIdColumn, readAnswer, unitColumn, type ColumnPlace } from './column.ts'
import { ColumnUse, unanswered } from './column-use.ts'
import { grownLayout } from './grown-layout.ts'
import { idsOffset, layOut, slotOffset, type ColumnGroup, type ColumnLayout } from './column-layout.ts'
import { HouseholdIndex } from './household-index.ts'
import { normaliseInput } from './normalise-input.ts'
import { moveBucket } from './relayout.ts'
import { readHistory } from './history-columns.ts'
import { parseRow, RowEncoder, type EncodedRow, type RegisterRow, type WrittenRow } from './row-encoding.ts'
import { isUuid, readUuid, uuidWords, writeUuid } from './uuid-words.ts'

/** Columns as they were saved; `fill` reads the next words of what was saved and says whether they were there. */
export interface SavedRegister {
  readonly layout: ColumnLayout
  readonly use: ColumnUse
  readonly buckets: readonly { readonly members: number; readonly rows: number; readonly fill: (words: Words) => boolean }[]
  readonly apart: readonly RegisterRow[]
}

/** A place holds the number of members above and the row in its bucket below. */
const rowBits = 25
const rowsOfBucket = 2 ** rowBits

/**
 * A register of households as bits in columns, some 140 bytes for a household of four. Households with one number of
 * members stand together, so that the members are columns too, slot by slot. What no column can hold (an open list of
 * members, a very long history, a text where a number belongs) is kept beside, as it is.
 */
export class RegisterColumns {
  readonly common: CommonDocument
  readonly #allocate: Allocate
  readonly #buckets = new Map<number, Bucket>()
  readonly #apart = new Map<string, RegisterRow>()
  readonly #index = new HouseholdIndex((place) => this.#idAt(place))
  readonly #id: Words = new Int32Array(uuidWords)
  #layout: ColumnLayout
  #encoder: RowEncoder
  #use: ColumnUse
  #revision = 0
  #form = 0
  /** Texts of all histories. */
  #historyTexts = 0

  constructor(common: CommonDocument, allocate: Allocate = (bytes) => new ArrayBuffer(bytes)) {
    this.common = common
    this.#allocate = allocate
    this.#layout = layOut(columnsOf(common), { memberUuids: false, historySlots: undefined })
    this.#encoder = new RowEncoder(this.#layout)
    this.#use = ColumnUse.none(this.#layout.columns.length)
  }

  get size(): number {
    return this.#index.size + this.#apart.size
  }

  get layout(): ColumnLayout {
    return this.#layout
  }

  /** Raised by every change; results of an earlier revision are of another register. */
  get revision(): number {
    return this.#revision
  }

  /** Raised where bits come to stand elsewhere, or where something may be so that never was: a gap, a bit, a result in a history, a larger household. */
  get form(): number {
    return this.#form
  }

  /** Households in columns, by their number of members. */
  get buckets(): readonly Bucket[] {
    return [...this.#buckets.values()].toSorted((a, b) => a.members - b.members)
  }

  /** Households that no column can hold. */
  get apart(): ReadonlyMap<string, RegisterRow> {
    return this.#apart
  }

  /** Whether some household or member lacks an answer in a column: all do where nobody ever had one. */
  hasGaps(column: number): boolean {
    return this.#use.hasGaps(column) || this.#layout.columns[column]?.answered === false
  }

  /** Whether a bit of a column, counted with that of an answer, is one for some household or member. */
  isUsed(column: number, bit: number): boolean {
    return this.#use.isUsed(column, bit)
  }

  /** Members of the largest household there ever was. */
  get mostMembers(): number {
    return Math.max(0, ...this.#buckets.keys())
  }

  /** Members of the smallest household there ever was. */
  get fewestMembers(): number {
    return this.#buckets.size === 0 ? 0 : Math.min(...this.#buckets.keys())
  }

  /** Bytes held for households in columns: bits, ids, dictionaries and the index. */
  get bytes(): number {
    const texts = this.#layout.columns.reduce((sum, { encoding }) => sum + (encoding.dictionary?.bytes ?? 0), 0)
    return this.buckets.reduce((sum, bucket) => sum + bucket.bytes, 0) + texts + this.#index.bytes
  }

  /** Inserts a household, or puts it in place of what was known of it. */
  put(row: RegisterRow): void {
    if (!isUuid(row.id)) throw new Error(`${row.id} is not the id of a household: a UUID in lower case`)
    this.#revision += 1
    if (this.#encode(() => this.#encoder.encode(row))) this.#write(this.#idWordsOf(row.id))
    else this.#keepApart(row)
    if (row.input.history) this.#noteHistoryTexts()
  }

  /** The same for a household as a database hands it over. */
  putWritten(row: WrittenRow): void {
    if (!this.#encode(() => this.#encoder.encodeWritten(row))) return this.put(parseRow(row))
    this.#revision += 1
    this.#write(row.id)
    if (row.recorded?.history) this.#noteHistoryTexts()
  }

  /** Forgets a household; whether it was there. */
  remove(id: string): boolean {
    this.#revision += 1
    return this.#apart.delete(id) || this.#removeAlone(id)
  }

  /** A household in its normal form; undefined where it is not in the register. */
  read(id: string): RegisterRow | undefined {
    const apart = this.#apart.get(id)
    if (apart) return apart
    const place = this.#find(id)
    return place === undefined ? undefined : this.readAt(Math.floor(place / rowsOfBucket), place % rowsOfBucket)
  }

  /** The household in a row of a bucket. */
  readAt(members: number, row: number): RegisterRow {
    const { words, start } = this.#bucketOrThrow(members).place(row)
    const bit = row & 31
    const own = (place: ColumnPlace) => this.#answers(place, words, start, bit)
    const unit = own('row')[unitColumn]
    const { historySlots } = this.#layout
    const history = historySlots === undefined ? {} : readHistory(own('history'), historySlots)
    const input: HouseholdInput = { household: own('household'), unit: own('unit'), ...history, members: Array.from({ length: members }, (_slot, slot) => this.#member(slot, words, start, bit)) }
    return { id: this.idOf(members, row), unit: String(unit), input }
  }

  /** Id of the household in a row of a bucket. */
  idOf(members: number, row: number): string {
    const { words, start } = this.#idAt(members * rowsOfBucket + row)
    return readUuid(words, start)
  }

  /** What the answers of each column were so far. */
  get use(): ColumnUse {
    return this.#use
  }

  /** Takes an empty register to what was saved of another; whether all of it was there. */
  restore({ layout, use, buckets, apart }: SavedRegister): boolean {
    this.#layout = layout
    this.#use = use
    this.#encoder = new RowEncoder(layout)
    for (const row of apart) this.#apart.set(row.id, row)
    for (const { members, rows, fill } of buckets) {
      const bucket = this.#bucket(members)
      bucket.appendCopied(rows)
      for (const words of bucket.usedWords()) if (!fill(words)) return false
      for (let row = 0; row < rows; row += 1) this.#index.set(this.#copyId(members * rowsOfBucket + row), members * rowsOfBucket + row)
    }
    return true
  }

  #answers(place: ColumnPlace, words: Words, start: number, bit: number): Readonly<Record<string, Answer>> {
    const answers: Record<string, Answer> = {}
    for (const { column, index, flags } of this.#encoder.columnsOf(place)) {
      const offset = start + (this.#layout.offsets[index] ?? 0)
      if (flags === 1 && readBits(words, offset, 1, bit) === 0) continue
      const raw = readBits(words, offset + flags, column.encoding.width, bit)
      if (flags === 1 || raw !== 0) answers[column.id] = readAnswer(column, raw)
    }
    return answers
  }

  #member(slot: number, words: Words, blockStart: number, bit: number): MemberAnswers {
    const start = blockStart + slotOffset(this.#layout, slot)
    const id = this.#answers('memberRow', words, start, bit)[memberIdColumn] ?? readUuid(words, start + this.#layout.memberWords + bit * uuidWords)
    return { ...this.#answers('members', words, start, bit), id: String(id) }
  }

  /** Encodes a household, anew whenever a column had to grow for it; whether columns can hold it. */
  #encode(encode: () => EncodedRow): boolean {
    for (;;) {
      const encoded = encode()
      if (encoded.kind === 'unfit') return false
      if (encoded.kind === 'written') return true
      this.#move(grownLayout(this.#layout, encoded))
    }
  }

  #move(layout: ColumnLayout): void {
    this.#form += 1
    this.#use = this.#use.moved(this.#layout.columns, layout.columns, { households: this.#buckets.size > 0, members: this.mostMembers > 0 })
    for (const [members, bucket] of this.#buckets) this.#buckets.set(members, moveBucket(bucket, this.#layout, layout, this.#allocate))
    this.#layout = layout
    this.#encoder = new RowEncoder(layout)
  }

  #keepApart(row: RegisterRow): void {
    this.#removeAlone(row.id)
    this.#apart.set(row.id, { ...row, input: normaliseInput(this.common, row.input) })
  }

  /** Writes the household that was encoded last. */
  #write(own: Words): void {
    if (this.#apart.size > 0) this.#apart.delete(readUuid(own, 0))
    const { ids } = this.#encoder
    const before = this.#index.find(own)
    const stays = before !== undefined && Math.floor(before / rowsOfBucket) === ids.count
    if (before !== undefined && !stays) this.#removeFromColumns(own, before)
    const bucket = this.#bucket(ids.count)
    const at = stays ? before % rowsOfBucket : bucket.append()
    if (at >= rowsOfBucket) throw new RangeError('More households than a register of columns can hold')
    const { words, start } = bucket.place(at)
    const bit = at & 31
    if (!bucket.isFresh(at)) this.#clear(bucket, words, start, bit)
    this.#writeGroup(this.#encoder.householdColumns, 0, words, start, bit)
    words.set(own, start + idsOffset(this.#layout) + bit * uuidWords)
    for (let slot = 0; slot < ids.count; slot += 1) this.#writeMember(slot, words, start + slotOffset(this.#layout, slot), bit)
    if (!stays) this.#index.set(own, ids.count * rowsOfBucket + at)
  }

  #clear({ members }: Bucket, words: Words, start: number, bit: number): void {
    clearBits(words, start, this.#layout.householdWords, bit)
    for (let slot = 0; slot < members; slot += 1) clearBits(words, start + slotOffset(this.#layout, slot), this.#layout.memberWords, bit)
  }

  #writeMember(slot: number, words: Words, start: number, bit: number): void {
    this.#writeGroup(this.#encoder.memberColumns, this.#encoder.startOf(slot), words, start, bit)
    this.#encoder.ids.write(slot, words, start + this.#layout.memberWords + bit * uuidWords)
  }

  #writeGroup({ indexes, offsets }: ColumnGroup, from: number, words: Words, start: number, bit: number): void {
    const { numbers } = this.#encoder
    for (let place = 0; place < indexes.length; place += 1) {
      const index = indexes[place] ?? 0
      const number = numbers[from + index] ?? unanswered
      if (number === 0) continue
      if (number !== unanswered) setBits(words, start + (offsets[place] ?? 0), bit, number)
      if (this.#use.note(index, number)) this.#form += 1
    }
  }

  /** Circuits have a gate for every result of earlier decisions, so they know no new ones. */
  #noteHistoryTexts(): void {
    const texts = this.#layout.columns.reduce((sum, { place, encoding }) => (place === 'history' && encoding.dictionary ? sum + encoding.dictionary.size : sum), 0)
    if (texts > this.#historyTexts) this.#form += 1
    this.#historyTexts = texts
  }

  #removeAlone(id: string): boolean {
    const place = this.#find(id)
    if (place === undefined) return false
    this.#removeFromColumns(this.#idWordsOf(id), place)
    return true
  }

  /** The last row of the bucket takes the place of the one that goes. */
  #removeFromColumns(id: Words, place: number): void {
    const members = Math.floor(place / rowsOfBucket)
    const bucket = this.#bucketOrThrow(members)
    const last = bucket.rows - 1
    this.#index.remove(id)
    if (place % rowsOfBucket !== last) {
      const moved = this.#copyId(members * rowsOfBucket + last)
      this.#copyRow(bucket, last, place % rowsOfBucket)
      this.#index.set(moved, place)
    }
    bucket.rows = last
  }

  #copyRow(bucket: Bucket, from: number, to: number): void {
    const source = bucket.place(from)
    const goal = bucket.place(to)
    const ids = idsOffset(this.#layout)
    const copyBits = (first: number, count: number) => {
      for (let word = first; word < first + count; word += 1) writeBits(goal.words, goal.start + word, 1, to & 31, readBits(source.words, source.start + word, 1, from & 31))
    }
    const copyUuid = (first: number) => {
      for (let word = 0; word < uuidWords; word += 1) goal.words[goal.start + first + (to & 31) * uuidWords + word] = source.words[source.start + first + (from & 31) * uuidWords + word] ?? 0
    }
    copyBits(0, ids)
    copyUuid(ids)
    for (let slot = 0; slot < bucket.members; slot += 1) {
      copyBits(slotOffset(this.#layout, slot), this.#layout.memberWords)
      if (this.#layout.memberUuids) copyUuid(slotOffset(this.#layout, slot) + this.#layout.memberWords)
    }
  }

  #find(id: string): number | undefined {
    return isUuid(id) ? this.#index.find(this.#idWordsOf(id)) : undefined
  }

  #idWordsOf(id: string): Words {
    writeUuid(this.#id, 0, id)
    return this.#id
  }

  #idAt(place: number): { readonly words: Words; readonly start: number } {
    const row = place % rowsOfBucket
    const { words, start } = this.#bucketOrThrow(Math.floor(place / rowsOfBucket)).place(row)
    return { words, start: start + idsOffset(this.#layout) + (row & 31) * uuidWords }
  }

  #copyId(place: number): Words {
    const { words, start } = this.#idAt(place)
    return words.slice(start, start + uuidWords)
  }

  #bucket(members: number): Bucket {
    const found = this.#buckets.get(members)
    if (found) return found
    const bucket = new Bucket(members, this.#layout, this.#allocate)
    if (members > this.mostMembers || members < this.fewestMembers) this.#form += 1
    this.#buckets.set(members, bucket)
    return bucket
  }

  #bucketOrThrow(members: number): Bucket {
    const bucket = this.#buckets.get(members)
    if (!bucket) throw new Error(`No households of ${members} members`)
    return bucket
  }
}
