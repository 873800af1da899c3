import type { CodeList, CommonAdditions, DraftDocument, FieldSchema, LogicPiece, Parameter } from '@tieuchi/runtime'

/**
 * What changes together with a rule, a condition or parts of a form: pieces they need (new ones, or changed), parameters, questions and lists that
 * are not there yet, programmes whose results are read from now on, pieces nothing reads any more.
 */
export interface Along {
  readonly put?: readonly LogicPiece[]
  readonly parameters?: Readonly<Record<string, Parameter>>
  readonly fields?: Partial<Readonly<Record<keyof CommonAdditions['fields'], Readonly<Record<string, FieldSchema>>>>>
  readonly lists?: readonly CodeList[]
  readonly reads?: readonly string[]
  readonly drop?: readonly string[]
}

type Logic = readonly LogicPiece[]

/** The document with another logic. */
export const withLogic = (document: DraftDocument, change: (logic: Logic) => Logic): DraftDocument => ({ ...document, release: { ...document.release, logic: change(document.release.logic) } })

/** A piece in front of another, or behind all. */
export const addPiece = (logic: Logic, piece: LogicPiece, before: string | undefined): Logic => {
  const at = logic.findIndex(({ id }) => id === before)
  return at === -1 ? [...logic, piece] : logic.toSpliced(at, 0, piece)
}

const putPiece = (logic: Logic, piece: LogicPiece, before: string): Logic =>
  logic.some(({ id }) => id === piece.id) ? logic.map((each) => (each.id === piece.id ? piece : each)) : addPiece(logic, piece, before)

type Parameters = Readonly<Record<string, Parameter>>

const absent = (added: Parameters, own: Parameters): Parameters => Object.fromEntries(Object.entries(added).filter(([id]) => !Object.hasOwn(own, id)))

const withAdded = (additions: CommonAdditions, { fields = {}, lists = [] }: Along): CommonAdditions => {
  if (Object.keys(fields).length === 0 && lists.length === 0) return additions
  return {
    ...additions,
    fields: { household: { ...additions.fields.household, ...fields.household }, members: { ...additions.fields.members, ...fields.members }, unit: { ...additions.fields.unit, ...fields.unit } },
    lists: [...additions.lists, ...lists.filter(({ id }) => additions.lists.every((list) => list.id !== id))],
  }
}

const withReads = ({ depends_on: own, ...programme }: DraftDocument['programme'], reads: readonly string[]): DraftDocument['programme'] => ({ ...programme, depends_on: [...new Set([...own, ...reads])] })

/** The document with what changes along; new pieces come in front of the one that reads them. */
export const withAlong = (document: DraftDocument, reader: string, along: Along = {}): DraftDocument => {
  const { put = [], parameters = {}, reads = [], drop = [] } = along
  const { release, programme } = document
  const logic = put.reduce<Logic>((all, piece) => putPiece(all, piece, reader), release.logic).filter(({ id }) => !drop.includes(id))
  return { ...document, ...(reads.length > 0 && { programme: withReads(programme, reads) }), additions: withAdded(document.additions, along), release: { ...release, parameters: { ...release.parameters, ...absent(parameters, release.parameters) }, logic } }
}
