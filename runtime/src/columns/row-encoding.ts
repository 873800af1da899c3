import type { Answer, Answers, HouseholdInput } from '../documents/input-document.ts'
import type { ColumnKind } from './column-kinds/column-kind.ts'
import { columnKinds } from './column-kinds.ts'
import { columnGroup, type ColumnGroup, type ColumnLayout, type LayoutExtras } from './column-layout.ts'
import { columnPlaces, flagBits, isOfMembers, readAnswer, unfit, unitColumn, widen, type Column, type ColumnPlace } from './column.ts'
import { unanswered } from './column-use.ts'
import { writeHistory, type WrittenHistory } from './history-columns.ts'
import { MemberIds } from './member-ids.ts'
import { readUuid } from './uuid-words.ts'
import type { Words } from './bit-rows.ts'
import { unread, WrittenAnswers, type AnswerTaker } from './written-answers.ts'
import { readBytes, readTexts, readWritten, type TextBounds, type WrittenText } from './written-text.ts'

/** One household of the register with its unit. */
export interface RegisterRow {
  /** A UUID, in lower case. */
  readonly id: string
  /** Id of the unit it lives in. */
  readonly unit: string
  readonly input: HouseholdInput
}

/** The same as a database hands it over, its answers as JSON. */
export interface WrittenRow extends Pick<RegisterRow, 'unit'> {
  /** The four words of its UUID. */
  readonly id: Words
  /** An object. */
  readonly household: WrittenText
  /** A list of objects. */
  readonly members: WrittenText
  readonly attributes: Answers
  /** What was decided on it before; absent where nothing is known. */
  readonly recorded?: Pick<HouseholdInput, 'history' | 'history_from'>
}

export const parseRow = ({ id, unit, household, members, attributes, recorded }: WrittenRow): RegisterRow =>
  ({ id: readUuid(id, 0), unit, input: { household: JSON.parse(readWritten(household)), members: JSON.parse(readWritten(members)), unit: attributes, ...recorded } })

/** What a household needs that there is no room for: a wider column, bits for columns with a first answer, members' UUIDs, or more earlier decisions. */
export type RoomWanted =
  | { readonly kind: 'widen'; readonly column: number; readonly answer: Answer }
  | { readonly kind: 'first'; readonly columns: ReadonlySet<number> }
  | { readonly kind: 'uuids' }
  | { readonly kind: 'history'; readonly slots: number }

/** What became of writing a household: numbers for every column, columns that must have room first, or nothing that columns could hold. */
export type EncodedRow = { readonly kind: 'written' } | RoomWanted | { readonly kind: 'unfit' }

const written: EncodedRow = { kind: 'written' }
const uuids: EncodedRow = { kind: 'uuids' }
const unfitRow: EncodedRow = { kind: 'unfit' }

/** A column with its place among all columns. */
export interface NumberedColumn {
  readonly column: Column
  readonly index: number
  readonly flags: number
  readonly answered: boolean
  /** How answers of its kind become numbers. */
  readonly write: ColumnKind['write']
  readonly writeWritten: ColumnKind['writeWritten']
  readonly writeWrittenTexts: ColumnKind['writeWrittenTexts']
}

type Places = ReadonlyMap<string, NumberedColumn>

const writingOf = ({ write, writeWritten, writeWrittenTexts }: ColumnKind) => ({ write, writeWritten, writeWrittenTexts })

/** What all households of a unit have in common, while its attributes are the same object. */
interface InUnit {
  readonly attributes: Answers
  readonly numbers: Float64Array
}

/** Length of a list without members. */
const nobody = '[]'.length

/** Writes households as numbers, into memory that is used again for the next one. */
export class RowEncoder implements AnswerTaker<NumberedColumn> {
  readonly householdColumns: ColumnGroup
  readonly memberColumns: ColumnGroup
  readonly #places: ReadonlyMap<ColumnPlace, Places>
  readonly #ofMember: Places
  readonly #answered: ReadonlyMap<ColumnPlace, readonly NumberedColumn[]>
  readonly #count: number
  readonly #extras: LayoutExtras
  readonly #writtenHousehold: WrittenAnswers<NumberedColumn>
  readonly #writtenMember: WrittenAnswers<NumberedColumn>
  /** Numbers of a row without answers in each unit: most households are of one unit with those before. */
  readonly #inUnits = new Map<string, InUnit>()
  /** Of the row that is being read: where the numbers of the household or member begin, and why it cannot be written. */
  #start = 0
  #problem: EncodedRow | undefined
  /** Columns without bits to which the rows read so far have answers. */
  readonly #first = new Set<number>()
  /** Ids of the members of the row written last, in order. */
  readonly ids = new MemberIds()
  /** The bits of each column, that of an answer among them; those of the household first, then all columns again for each member. */
  numbers: Float64Array

  constructor(layout: ColumnLayout) {
    const { columns, memberUuids, historySlots } = layout
    const numbered = columns.map((column, index) => ({ column, index, flags: flagBits(column), answered: column.answered, ...writingOf(columnKinds[column.kind]) }))
    const placed = (...places: readonly ColumnPlace[]) => new Map(numbered.filter(({ column }) => places.includes(column.place)).map((each) => [each.column.id, each]))
    this.householdColumns = columnGroup(layout, (column) => !isOfMembers(column))
    this.memberColumns = columnGroup(layout, isOfMembers)
    this.#places = new Map(columnPlaces.map((place) => [place, placed(place)]))
    this.#ofMember = placed('memberRow', 'members')
    this.#answered = Map.groupBy(numbered.filter(({ answered }) => answered), ({ column: { place } }) => place)
    this.#count = columns.length
    this.#extras = { memberUuids, historySlots }
    this.#writtenHousehold = new WrittenAnswers(placed('household'), this)
    this.#writtenMember = new WrittenAnswers(this.#ofMember, this)
    this.numbers = new Float64Array(columns.length * 8)
  }

  /** First place in `numbers` of a member's numbers; those of the household begin at 0. */
  startOf(slot: number): number {
    return (slot + 1) * this.#count
  }

  encode(row: RegisterRow): EncodedRow {
    return this.#withRoom(this.#encodeRow(row))
  }

  /** The same for answers as JSON; `unfit` also where only `JSON.parse` can read them. */
  encodeWritten(row: WrittenRow): EncodedRow {
    return this.#withRoom(this.#encodeWrittenRow(row))
  }

  #withRoom(encoded: EncodedRow): EncodedRow {
    return encoded.kind === 'written' && this.#first.size > 0 ? { kind: 'first', columns: this.#first } : encoded
  }

  #encodeRow({ unit, input }: RegisterRow): EncodedRow {
    const { members, household = {}, unit: attributes = {} } = input
    const history = writeHistory(input)
    if (members === undefined || input.members_complete === false || !history) return unfitRow
    if (this.#isTooLong(input, history)) return { kind: 'history', slots: history.slots }
    const problem = this.#begin(unit, attributes) ?? this.#encode(household, 'household') ?? this.#encode(history.household, 'history')
    if (problem) return problem
    for (let slot = 0; slot < members.length; slot += 1) {
      const member = members[slot]
      const start = this.#beginMember(slot)
      const wrong = member && (this.#encodeAll(member, this.#ofMember, start) ?? (history.slots > 0 ? this.#encode(history.ofMember(member.id), 'memberHistory', start) : undefined))
      if (wrong || this.ids.count !== slot + 1) return wrong ?? unfitRow
    }
    return written
  }

  #encodeWrittenRow({ unit, household, members, attributes, recorded }: WrittenRow): EncodedRow {
    const problem = this.#begin(unit, attributes)
    if (problem) return problem
    this.#start = 0
    if (this.#writtenHousehold.read(household, household.from) !== household.to) return this.#problem ?? unfitRow
    const encoded = members.to - members.from === nobody ? written : this.#encodeMembers(members)
    return recorded && encoded.kind === 'written' ? this.#encodeRecorded(recorded) : encoded
  }

  /** Earlier decisions of a household whose members were written. */
  #encodeRecorded(recorded: NonNullable<WrittenRow['recorded']>): EncodedRow {
    const history = writeHistory(recorded)
    if (!history) return unfitRow
    if (this.#isTooLong(recorded, history)) return { kind: 'history', slots: history.slots }
    const ofMembers = history.slots === 0 ? [] : Array.from({ length: this.ids.count }, (_member, slot) => this.#encode(history.ofMember(this.ids.at(slot)), 'memberHistory', this.startOf(slot)))
    return this.#encode(history.household, 'history') ?? ofMembers.find((problem) => problem !== undefined) ?? written
  }

  #isTooLong({ history }: Pick<HouseholdInput, 'history'>, { slots }: WrittenHistory): boolean {
    return history !== undefined && (this.#extras.historySlots ?? -1) < slots
  }

  #encodeMembers(members: WrittenText): EncodedRow {
    let at = members.from
    for (let slot = 0; at < members.to - 1; slot += 1) {
      this.#start = this.#beginMember(slot)
      at = this.#writtenMember.read(members, at + 1)
      if (at === unread || this.ids.count !== slot + 1) return this.#problem ?? unfitRow
    }
    return written
  }

  #begin(unit: string, attributes: Answers): EncodedRow | undefined {
    this.ids.clear()
    this.#problem = undefined
    this.#first.clear()
    const known = this.#inUnits.get(unit)
    if (known?.attributes === attributes) {
      this.numbers.set(known.numbers)
      return undefined
    }
    this.numbers.fill(unanswered, 0, this.#count)
    const problem = this.#encode({ [unitColumn]: unit }, 'row') ?? this.#encode(attributes, 'unit')
    if (!problem && this.#first.size === 0) this.#inUnits.set(unit, { attributes, numbers: this.numbers.slice(0, this.#count) })
    return problem
  }

  /** Makes room for a member; where its numbers begin. */
  #beginMember(slot: number): number {
    const start = this.startOf(slot)
    const end = this.startOf(slot + 1)
    if (this.numbers.length < end) {
      const before = this.numbers
      this.numbers = new Float64Array(end * 2)
      this.numbers.set(before)
    }
    this.numbers.fill(unanswered, start, end)
    return start
  }

  /** Columns with bits. */
  columnsOf(place: ColumnPlace): readonly NumberedColumn[] {
    return this.#answered.get(place) ?? []
  }

  #encode(answers: Answers, place: ColumnPlace, start = 0): EncodedRow | undefined {
    return this.#encodeAll(answers, this.#places.get(place) ?? new Map(), start)
  }

  /** Answers to questions that are not in the dictionary have no column: no evaluation reads them. Answers were read as JSON and inherit nothing; asking each whether it is their own, or listing them first, costs a tenth of all writing. */
  #encodeAll(answers: Answers, places: Places, start: number): EncodedRow | undefined {
    for (const id in answers) {
      const place = places.get(id)
      const answer = answers[id]
      const problem = place === undefined || answer === undefined ? undefined : this.#put(place, answer, start)
      if (problem) return problem
    }
    return undefined
  }

  take(place: NumberedColumn, answer: Answer): boolean {
    this.#problem = this.#put(place, answer, this.#start)
    return this.#problem === undefined
  }

  takeText(place: NumberedColumn, bytes: Uint8Array, from: number, to: number): boolean {
    const isRow = place.column.place === 'memberRow'
    if (isRow && this.ids.addWritten(bytes, from, to)) return this.#keepsUuid()
    const number = place.writeWritten?.(place.column.encoding, bytes, from, to) ?? unfit
    if (number === unfit || number === widen) return this.take(place, readBytes(bytes, from, to))
    if (isRow) this.ids.add(String(readAnswer(place.column, number)))
    this.#note(place, number, this.#start)
    return true
  }

  takeTexts(place: NumberedColumn, bytes: Uint8Array, bounds: TextBounds, count: number): boolean {
    const number = place.writeWrittenTexts?.(place.column.encoding, bytes, bounds, count) ?? unfit
    if (number === unfit || number === widen) return this.take(place, readTexts(bytes, bounds, count))
    this.#note(place, number, this.#start)
    return true
  }

  #keepsUuid(): boolean {
    if (!this.#extras.memberUuids) this.#problem = uuids
    return this.#extras.memberUuids
  }

  #put(place: NumberedColumn, answer: Answer, start: number): EncodedRow | undefined {
    if (place.column.place === 'memberRow' && typeof answer === 'string') {
      if (this.ids.add(answer)) return this.#extras.memberUuids ? undefined : uuids
    }
    const number = place.write(place.column.encoding, answer)
    if (number === unfit) return unfitRow
    if (number === widen) return { kind: 'widen', column: place.index, answer }
    this.#note(place, number, start)
    return undefined
  }

  #note({ index, flags, answered }: NumberedColumn, number: number, start: number): void {
    if (!answered) this.#first.add(index)
    this.numbers[start + index] = flags === 1 ? number * 2 + 1 : number
  }
}
