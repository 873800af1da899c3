import type { CommonDocument, FieldSchema } from '../../documents/common-document.ts'
import type { Recorded } from '../../documents/logic-document.ts'
import { encodingOf, type AnswerEncoding } from './answer-encoding.ts'
import { packAnswer, Packer, type PackedBits } from './packing.ts'
import { TextCodes } from './text-codes.ts'

export type AnswerPlace = 'household' | 'members' | 'unit'

/** A question as plans and records know it: `place` and `index` name it in the graph. */
export interface PlanField {
  readonly id: string
  readonly place: AnswerPlace
  /** Place among the questions of its part of the dictionary. */
  readonly index: number
  readonly schema: FieldSchema
  readonly encoding: AnswerEncoding
  /** Its bits among the words of its part of a record. */
  readonly packed: readonly PackedBits[]
}

/**
 * How answers become small numbers, for every plan and every record of one dictionary: a text of a code list is its place in
 * the list, counted from 1; any other text has a number given out here when it is first met. Graphs, records and columns are
 * only comparable where they share one of these.
 */
export class PlanDictionary {
  readonly fields: ReadonlyMap<string, PlanField>
  /** Texts in no list: those of the rules, and those that records bring. */
  readonly freeTexts = new TextCodes()
  /** Whose earlier decisions plans look at, in the order in which they were first asked for. */
  readonly histories: Recorded[] = []
  readonly #listed = new Map<number, readonly string[]>()
  readonly #lists: ReadonlyMap<string, TextCodes>
  readonly #positions: ReadonlyMap<string, PlanField>

  constructor({ dictionary, lists }: CommonDocument) {
    this.#lists = new Map(lists.map(({ id, entries }) => [id, new TextCodes(entries.map(({ code }) => code))]))
    const { household, members, unit } = dictionary.properties
    const places = [['household', household], ['members', members.items], ['unit', unit]] as const
    const sizes = (list: string) => this.#lists.get(list)?.texts().length
    this.fields = new Map(places.flatMap(([place, group]) => {
      const packer = new Packer()
      return Object.entries(group.properties).map(([id, schema], index) => {
        const encoding = encodingOf(schema, sizes)
        return [id, { id, place, index, schema, encoding, packed: packAnswer(packer, encoding) }] as const
      })
    }))
    this.#positions = new Map([...this.fields.values()].map((field) => [`${field.place} ${field.index}`, field] as const))
  }

  /** The texts of a domain: those of a list, or free ones. */
  texts(domain: string | undefined): TextCodes {
    return (domain === undefined ? undefined : this.#lists.get(domain)) ?? this.freeTexts
  }

  /** The code of a text of the rules; undefined where a list does not have it, so that no answer is it. */
  codeOf(domain: string | undefined, text: string): number | undefined {
    return domain === undefined ? this.freeTexts.code(text) : this.texts(domain).find(text)
  }

  /** Every text that is in some list. */
  listedTexts(): readonly string[] {
    return [...new Set([...this.#lists.values()].flatMap((codes) => codes.texts()))]
  }

  /** The number of a history; a new one where no plan looked at it before. */
  historyOf({ outcome, layer = 'national' }: Recorded): number {
    const found = this.histories.findIndex((other) => other.outcome === outcome && other.layer === layer)
    return found === -1 ? this.histories.push({ outcome, layer }) - 1 : found
  }

  /** Values of a history are lists of these codes: records and statements keep them as the sum of 2 to the place of each. */
  listsCodes(history: number, codes: readonly string[]): void {
    this.#listed.set(history, codes)
  }

  /** The codes that values of a history are lists of; none where they are no lists. */
  codesListed(history: number): readonly string[] {
    return this.#listed.get(history) ?? []
  }

  fieldAt(place: AnswerPlace, index: number): PlanField {
    const field = this.#positions.get(`${place} ${index}`)
    if (!field) throw new Error(`The dictionary has no question ${index} of ${place}`)
    return field
  }
}
