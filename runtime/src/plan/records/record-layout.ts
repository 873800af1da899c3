import type { Answers, HistoryEntry, HouseholdInput, MemberAnswers } from '../../documents/input-document.ts'
import type { Recorded } from '../../documents/logic-document.ts'
import { decisionsOn } from '../../logic/history.ts'
import { compileCode } from '../code/compile-code.ts'
import { code, joined, type Code } from '../code/template.ts'
import { dayCode } from '../dictionary/day-code.ts'
import type { PlanDictionary, PlanField } from '../dictionary/plan-dictionary.ts'
import { encodeAnswer, unansweredLanes } from './encode-answer.ts'
import { blankEntry, encodeEntry, unlistedEntry } from './encode-entry.ts'
import { elementLanes, entriesName, fieldLanes, wordName, type NamedLane } from './lane-name.ts'
import type { ElementRecord, HouseholdRecord } from './household-record.ts'

/** What records of a layout hold. */
export interface RecordNeeds {
  /** Questions by id. */
  readonly fields: ReadonlySet<string>
  /** By their number in the dictionary. */
  readonly histories: ReadonlySet<number>
}

/** What every one of several plans needs. */
export const allNeeds = (all: readonly RecordNeeds[]): RecordNeeds => ({
  fields: new Set(all.flatMap(({ fields }) => [...fields])),
  histories: new Set(all.flatMap(({ histories }) => [...histories])),
})

type Writable = Record<string, unknown>

/** One question with the properties it has in a record. */
interface FieldWriter {
  readonly field: PlanField
  readonly lanes: readonly NamedLane[]
  /** The words that hold its packed bits, in their order. */
  readonly words: readonly string[]
}

const writerOf = (field: PlanField): FieldWriter => ({ field, lanes: fieldLanes(field), words: field.packed.map(({ word }) => wordName(field.place, word).text) })

/**
 * Turns inputs into records of one shape. A layout serves every plan whose needs it covers, so one register of records is
 * judged by several releases (`allNeeds`).
 */
export class RecordLayout {
  readonly dictionary: PlanDictionary
  readonly needs: RecordNeeds
  readonly #household: readonly FieldWriter[]
  readonly #members: readonly FieldWriter[]
  readonly #blankHousehold: () => Writable
  readonly #blankMember: () => Writable
  readonly #blankEntry: () => Writable

  constructor(dictionary: PlanDictionary, needs: RecordNeeds) {
    this.dictionary = dictionary
    this.needs = needs
    const writers = [...dictionary.fields.values()].filter(({ id }) => needs.fields.has(id)).map(writerOf)
    this.#household = writers.filter(({ field }) => field.place !== 'members')
    this.#members = writers.filter(({ field }) => field.place === 'members')
    const entries = [...needs.histories].map((history) => code`${entriesName(history)}: []`)
    this.#blankHousehold = blankOf([code`regular: 1, full: 1, complete: 1, since: -Infinity, members: [], ids: []`, ...blankLanes(this.#household.filter(({ field }) => field.place === 'household')), ...blankLanes(this.#household.filter(({ field }) => field.place === 'unit')), ...entries])
    this.#blankMember = blankOf([...blankLanes(this.#members), ...entries])
    this.#blankEntry = blankOf(elementLanes.map(({ name, key }) => code`${name}: ${blankEntry[key] ?? 0}`))
  }

  /** The record of an input that has passed `checkInput`. */
  record(input: HouseholdInput): HouseholdRecord {
    const record = this.#blankHousehold()
    const { household = {}, unit = {}, members, members_complete: complete } = input
    for (const writer of this.#household) this.#write(writer, writer.field.place === 'unit' ? unit : household, record, record)
    record['complete'] = members !== undefined && complete !== false ? 1 : 0
    if (record['complete'] === 0) record['full'] = 0
    record['since'] = sinceOf(input)
    this.#writeHistories(input, undefined, record, record)
    record['members'] = (members ?? []).map((member) => this.#member(member, input, record))
    record['ids'] = (members ?? []).map(({ id }) => id)
    return record as unknown as HouseholdRecord
  }

  #member(answers: MemberAnswers, input: HouseholdInput, household: Writable): ElementRecord {
    const record = this.#blankMember()
    for (const writer of this.#members) this.#write(writer, answers, record, household)
    // Where no decision is on a single member, each sees what the household does.
    if (input.history?.some(({ member }) => member !== undefined)) this.#writeHistories(input, answers.id, record, household)
    else for (const history of this.needs.histories) record[entriesName(history).text] = household[entriesName(history).text]
    return record as ElementRecord
  }

  #write({ field, lanes, words }: FieldWriter, answers: Answers, record: Writable, household: Writable): void {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
    if (answer === undefined) {
      if (field.schema.applies === undefined) household['full'] = 0
      return
    }
    const encoded = encodeAnswer(field.encoding, answer, this.dictionary)
    if (encoded === undefined) {
      household['regular'] = 0
      return
    }
    if (encoded.f !== encoded.t && field.schema.applies === undefined) household['full'] = 0
    for (const { text, key } of lanes) {
      const number = encoded[key as 'f' | 't' | 'c']
      if (number !== undefined) record[text] = number
    }
    // Counted, for an iterator of both is a third of all writing.
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? ''
      record[word] = Number(record[word]) | ((encoded.bits[index] ?? 0) << (field.packed[index]?.shift ?? 0))
    }
  }

  #writeHistories(input: HouseholdInput, member: string | undefined, record: Writable, household: Writable): void {
    for (const history of this.needs.histories) {
      const recorded = this.dictionary.histories[history]
      if (!recorded) throw new Error(`The dictionary has no history ${history}`)
      record[entriesName(history).text] = entriesSeen(input, recorded, member).map((entry) => {
        const lanes = entry === 'unlisted' ? unlistedEntry(input.history === undefined ? undefined : input.history_from) : encodeEntry(entry, this.dictionary, history)
        if (!lanes) household['regular'] = 0
        return Object.assign(this.#blankEntry(), lanes)
      })
    }
  }
}

const blankOf = (properties: readonly Code[]): (() => Writable) => compileCode([], code`return { ${joined(properties, ', ')} }`)

/** Words first, then lower ends, and what only answers that may be missing need last: what is read together lies together. */
const blankLanes = (writers: readonly FieldWriter[]): readonly Code[] => {
  const words = new Map(writers.flatMap(({ field }) => field.packed.map(({ word }) => [word, wordName(field.place, word)] as const)))
  const lanes = writers.flatMap(({ field, lanes: own }) => own.map(({ name, key }) => ({ key, text: code`${name}: ${unansweredLanes(field.encoding)[key] ?? 0}` })))
  return [...[...words.values()].map((name) => code`${name}: 0`), ...lanes.toSorted((a, b) => Number(a.key === 't') - Number(b.key === 't')).map(({ text }) => text)]
}

const sinceOf = ({ history, history_from: since }: HouseholdInput): number => {
  if (history === undefined) return Infinity
  return since === undefined ? -Infinity : dayCode(since)
}

/**
 * Decisions on an outcome as seen from the household or a member, the latest first, and the place of those not listed. Those
 * that had not begun on the day asked about stand among them; they are told apart when that day is known.
 */
const entriesSeen = (input: HouseholdInput, recorded: Recorded, member: string | undefined): readonly (HistoryEntry | 'unlisted')[] => {
  const { history, history_from: since } = input
  if (history === undefined) return ['unlisted']
  const seen = decisionsOn(input, recorded, member)
  if (since === undefined) return seen
  const earlier = seen.findIndex((entry) => entry.from < since)
  const place = earlier === -1 ? seen.length : earlier
  return [...seen.slice(0, place), 'unlisted', ...seen.slice(place)]
}
