import type { DraftDocument, LogicPiece, Parameter } from '@tieuchi/runtime'

/** What changes together with a rule or condition: pieces it needs (new ones, or changed), parameters that are not there yet, pieces nothing reads any more. */
export interface Along {
  readonly put?: readonly LogicPiece[]
  readonly parameters?: Readonly<Record<string, Parameter>>
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

/** The document with what changes along; new pieces come in front of the one that reads them. */
export const withAlong = (document: DraftDocument, reader: string, { put = [], parameters = {}, drop = [] }: Along = {}): DraftDocument => {
  const { release } = document
  const logic = put.reduce<Logic>((all, piece) => putPiece(all, piece, reader), release.logic).filter(({ id }) => !drop.includes(id))
  return { ...document, release: { ...release, parameters: { ...release.parameters, ...absent(parameters, release.parameters) }, logic } }
}
