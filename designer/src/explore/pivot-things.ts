import { isTellable, listOfFact, readReport, typeOfFact, type Assembly, type CommonDocument, type FieldSchema, type Release, type Text, type Tone } from '@tieuchi/runtime'

/** Of what figures are told apart: units, an answer of the household or of its place, of its head, of each person, or what was decided. */
export type ThingKind = 'units' | 'place' | 'household' | 'head' | 'own' | 'result'

export interface ThingCode {
  readonly code: string
  readonly title: Text
  readonly tone?: Tone
}

/** Something figures can be told apart by. */
export interface Thing {
  readonly id: string
  readonly kind: ThingKind
  readonly title: Text
  /** What a condition reads: the question, or `programme.outcome`. */
  readonly fact: string
  readonly codes: readonly ThingCode[]
  /** Whether it is a list of which each may have several. */
  readonly many: boolean
  readonly truth: boolean
  readonly list?: string
}

/** A number that can be added up. */
export interface ThingValue {
  readonly fact: string
  readonly of: 'household' | 'members'
  readonly title: Text
  readonly unit?: string
  readonly whole: boolean
}

export interface Things {
  readonly things: readonly Thing[]
  readonly values: readonly ThingValue[]
  readonly register: CommonDocument['register']
}

export const unitsThing = 'units'

const text = (vi: string, en: string): Text => ({ vi, en })
const truths: readonly ThingCode[] = [{ code: 'true', title: text('Có', 'Yes') }, { code: 'false', title: text('Không', 'No') }]
const nothing = text('–', '–')

interface Named {
  readonly id: string
  readonly kind: ThingKind
  readonly title: Text
  readonly fact: string
}

class ThingReader {
  readonly #common: CommonDocument
  readonly #assembly: Assembly
  readonly #at: string

  constructor(common: CommonDocument, assembly: Assembly, at: string) {
    this.#common = common
    this.#assembly = assembly
    this.#at = at
  }

  /** What has codes of a list, or is yes or no; nothing else tells figures apart. */
  thing(named: Named): readonly Thing[] {
    const reference = { fact: named.fact }
    const list = listOfFact(this.#assembly, reference)
    const type = typeOfFact(this.#assembly, reference)
    if (list === undefined) return type === 'boolean' ? [{ ...named, codes: truths, many: false, truth: true }] : []
    const entries = this.#common.lists.find(({ id }) => id === list)?.entries ?? []
    const codes = entries.filter(({ valid_from: from, valid_to: to }) => (from === undefined || from <= this.#at) && (to === undefined || to >= this.#at))
    return [{ ...named, codes, many: type === 'list', truth: false, list }]
  }

  fields(kind: ThingKind, group: Readonly<Record<string, FieldSchema>>): readonly Thing[] {
    return this.#tellable(group).flatMap(([fact, schema]) => this.thing({ id: `${kind}.${fact}`, kind, title: schema['x-label'], fact }))
  }

  values(of: ThingValue['of'], group: Readonly<Record<string, FieldSchema>>): readonly ThingValue[] {
    return this.#tellable(group).flatMap(([fact, { type, 'x-label': title, 'x-unit': unit }]) =>
      (type === 'integer' || type === 'number' ? [{ fact, of, title, whole: type === 'integer', ...(unit !== undefined && { unit }) }] : []))
  }

  isNumber(fact: string): boolean {
    return typeOfFact(this.#assembly, { fact }) === 'number'
  }

  #tellable(group: Readonly<Record<string, FieldSchema>>): readonly (readonly [string, FieldSchema])[] {
    return Object.entries(group).filter(([id, schema]) => isTellable(id, schema, this.#common))
  }
}

/** Everything that figures of a programme can be told apart by on a day, and what can be added up. */
export const thingsOf = (common: CommonDocument, release: Release, at: string): Things => {
  const { programme } = release
  const assembly = readReport({ common, releases: { [programme]: release } }, { id: 'none', title: nothing, period: 'year', rows: [{ kind: 'total', id: 'total', title: nothing }], columns: [] })
  const reader = new ThingReader(common, assembly, at)
  const { household, members, unit } = common.dictionary.properties
  const shared = common.facts.filter(({ of }) => of !== 'members')
  const results = release.logic.flatMap((piece) => (piece.kind === 'outcome' && piece.of !== 'members' ? reader.thing({ id: `result.${piece.id}`, kind: 'result', title: piece.title, fact: `${programme}.${piece.id}` }) : []))
  const own = reader.fields('own', members.items.properties)
  return {
    register: common.register,
    things: [
      { id: unitsThing, kind: 'units', title: text('Đơn vị, thôn', 'Unit, village'), fact: '', codes: [], many: false, truth: false },
      ...reader.fields('place', unit.properties),
      ...results,
      ...own.filter(({ truth, many }) => !truth && !many).map((thing): Thing => ({ ...thing, id: `head.${thing.fact}`, kind: 'head' })),
      ...reader.fields('household', household.properties),
      ...shared.flatMap((piece) => reader.thing({ id: `household.${piece.id}`, kind: 'household', title: piece.title, fact: piece.id })),
      ...own,
    ],
    values: [
      ...reader.values('household', household.properties),
      ...shared.flatMap((piece): readonly ThingValue[] => (reader.isNumber(piece.id) ? [{ fact: piece.id, of: 'household', title: piece.title, whole: false, ...(piece.kind === 'fact' && piece.unit !== undefined && { unit: piece.unit }) }] : [])),
      ...reader.values('members', members.items.properties),
    ],
  }
}

/** So many codes stand in columns at the most. */
const mostColumns = 24

/** Those that can stand in rows, and in columns, of what is counted. */
export const rowThings = ({ things }: Things, counted: 'households' | 'members'): readonly Thing[] => things.filter(({ kind }) => counted === 'members' || kind !== 'own')
export const codedThings = (things: Things, counted: 'households' | 'members'): readonly Thing[] => rowThings(things, counted).filter(({ codes }) => codes.length > 0)
export const columnThings = (things: Things, counted: 'households' | 'members'): readonly Thing[] => codedThings(things, counted).filter(({ codes }) => codes.length <= mostColumns)

/** A table to begin with: units by the first result of the programme that has a list. */
export const usualOf = (things: Things): { readonly rows: string; readonly columns: string } => ({
  rows: unitsThing,
  columns: columnThings(things, 'households').find(({ kind, list }) => kind === 'result' && list !== undefined)?.id ?? 'none',
})
