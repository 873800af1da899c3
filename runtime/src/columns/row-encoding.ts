import type { Answer, Answers, HouseholdInput } from '../documents/input-document.ts'
import type { ColumnKind } from './column-kinds/column-kind.ts'
import { columnKinds } from './column-kinds.ts'
import type { ColumnLayout, LayoutExtras } from './column-layout.ts'
import { columnPlaces, flagBits, isOfMembers, unfit, unitColumn, widen, type Column, type ColumnPlace } from './column.ts'
import { writeHistory } from './history-columns.ts'
import { isUuid } from './uuid-words.ts'

/** One household of the register with its unit. */
export interface RegisterRow {
  /** A UUID, in lower case. */
  readonly id: string
  /** Id of the unit it lives in. */
  readonly unit: string
  readonly input: HouseholdInput
}

/** In place of a number where there is no answer, or where a member's id is a UUID. */
export const unanswered = -3

/** What became of writing a household: numbers for every column, a column that must grow first, or nothing that columns could hold. */
export type EncodedRow =
  | { readonly kind: 'written' }
  | { readonly kind: 'widen'; readonly column: number; readonly answer: Answer }
  | { readonly kind: 'uuids' }
  | { readonly kind: 'history'; readonly slots: number }
  | { readonly kind: 'unfit' }

const written: EncodedRow = { kind: 'written' }
const uuids: EncodedRow = { kind: 'uuids' }
const unfitRow: EncodedRow = { kind: 'unfit' }

/** A column with its place among all columns. */
export interface NumberedColumn {
  readonly column: Column
  readonly index: number
  readonly flags: number
  /** How answers of its kind become numbers. */
  readonly write: ColumnKind['write']
}

type Places = ReadonlyMap<string, NumberedColumn>

/** Writes households as numbers, into memory that is used again for the next one. */
export class RowEncoder {
  readonly householdColumns: readonly NumberedColumn[]
  readonly memberColumns: readonly NumberedColumn[]
  readonly #places: ReadonlyMap<ColumnPlace, Places>
  readonly #ofMember: Places
  readonly #count: number
  readonly #extras: LayoutExtras
  /** The bits of each column, that of an answer among them; those of the household first, then all columns again for each member. */
  numbers: Float64Array

  constructor({ columns, ...extras }: Pick<ColumnLayout, 'columns'> & LayoutExtras) {
    const numbered = columns.map((column, index) => ({ column, index, flags: flagBits(column), write: columnKinds[column.kind].write }))
    const placed = (...places: readonly ColumnPlace[]) => new Map(numbered.filter(({ column }) => places.includes(column.place)).map((each) => [each.column.id, each]))
    this.householdColumns = numbered.filter(({ column }) => !isOfMembers(column))
    this.memberColumns = numbered.filter(({ column }) => isOfMembers(column))
    this.#places = new Map(columnPlaces.map((place) => [place, placed(place)]))
    this.#ofMember = placed('memberRow', 'members')
    this.#count = columns.length
    this.#extras = extras
    this.numbers = new Float64Array(columns.length * 8)
  }

  /** First place in `numbers` of a member's numbers; those of the household begin at 0. */
  startOf(slot: number): number {
    return (slot + 1) * this.#count
  }

  encode({ unit, input }: RegisterRow): EncodedRow {
    const { members, household = {}, unit: attributes = {} } = input
    const history = writeHistory(input)
    if (members === undefined || input.members_complete === false || !history) return unfitRow
    if (input.history && (this.#extras.historySlots ?? -1) < history.slots) return { kind: 'history', slots: history.slots }
    const size = this.startOf(members.length)
    if (this.numbers.length < size) this.numbers = new Float64Array(size * 2)
    this.numbers.fill(unanswered, 0, size)
    const problem = this.#encode({ [unitColumn]: unit }, 'row') ?? this.#encode(household, 'household') ?? this.#encode(attributes, 'unit') ?? this.#encode(history.household, 'history')
    if (problem) return problem
    for (let slot = 0; slot < members.length; slot += 1) {
      const member = members[slot]
      const start = this.startOf(slot)
      const wrong = member && (this.#encodeAll(member, this.#ofMember, start) ?? (history.slots > 0 ? this.#encode(history.ofMember(member.id), 'memberHistory', start) : undefined))
      if (wrong) return wrong
    }
    return written
  }

  columnsOf(place: ColumnPlace): Iterable<NumberedColumn> {
    return this.#places.get(place)?.values() ?? []
  }

  #encode(answers: Answers, place: ColumnPlace, start = 0): EncodedRow | undefined {
    return this.#encodeAll(answers, this.#places.get(place) ?? new Map(), start)
  }

  /** Answers to questions that are not in the dictionary have no column: no evaluation reads them. Answers were read as JSON and inherit nothing; asking each whether it is their own, or listing them first, costs a tenth of all writing. */
  #encodeAll(answers: Answers, places: Places, start: number): EncodedRow | undefined {
    for (const id in answers) {
      const place = places.get(id)
      const answer = answers[id]
      if (place === undefined || answer === undefined) continue
      if (place.column.place === 'memberRow' && typeof answer === 'string' && isUuid(answer)) {
        if (!this.#extras.memberUuids) return uuids
        continue
      }
      const number = place.write(place.column.encoding, answer)
      if (number === unfit) return unfitRow
      if (number === widen) return { kind: 'widen', column: place.index, answer }
      this.numbers[start + place.index] = place.flags === 1 ? number * 2 + 1 : number
    }
    return undefined
  }
}
