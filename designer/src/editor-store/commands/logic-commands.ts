import type { Condition, DraftDocument, LogicPiece, Parameter, Rule, RulesPiece } from '@tieuchi/runtime'
import { writePlace, type Place } from '../document-place.ts'

/** Where a condition stands: its piece, and the place within it. */
export interface ConditionSite {
  readonly piece: string
  readonly place: Place
}

/** What changes together with a rule or condition: pieces it needs (new ones, or changed), parameters that are not there yet, pieces nothing reads any more. */
export interface Along {
  readonly put?: readonly LogicPiece[]
  readonly parameters?: Readonly<Record<string, Parameter>>
  readonly drop?: readonly string[]
}

export interface LogicCommands {
  /** A new piece of the logic, in front of another or behind all. */
  readonly 'piece.add': { readonly piece: LogicPiece; readonly before?: string }
  /** A piece as it is from now on, under the id it has. */
  readonly 'piece.replace': { readonly piece: LogicPiece }
  readonly 'piece.remove': { readonly id: string }
  readonly 'rule.add': { readonly set: string; readonly rule: Rule; readonly at: number; readonly along?: Along }
  readonly 'rule.replace': { readonly set: string; readonly rule: Rule }
  readonly 'rule.remove': { readonly set: string; readonly rule: string }
  /** To a place among the others, counted without it. */
  readonly 'rule.move': { readonly set: string; readonly rule: string; readonly to: number }
  /** A condition as it is from now on. */
  readonly 'condition.write': { readonly site: ConditionSite; readonly condition: Condition; readonly along?: Along }
}

type Args<Name extends keyof LogicCommands> = LogicCommands[Name]
type Logic = readonly LogicPiece[]

const withLogic = (document: DraftDocument, change: (logic: Logic) => Logic): DraftDocument => ({ ...document, release: { ...document.release, logic: change(document.release.logic) } })

const addPiece = (logic: Logic, piece: LogicPiece, before: string | undefined): Logic => {
  const at = logic.findIndex(({ id }) => id === before)
  return at === -1 ? [...logic, piece] : logic.toSpliced(at, 0, piece)
}

const putPiece = (logic: Logic, piece: LogicPiece, before: string): Logic =>
  logic.some(({ id }) => id === piece.id) ? logic.map((each) => (each.id === piece.id ? piece : each)) : addPiece(logic, piece, before)

const withRules = (document: DraftDocument, set: string, change: (rules: RulesPiece['rules']) => RulesPiece['rules']): DraftDocument =>
  withLogic(document, (logic) => logic.map((piece) => (piece.id === set && piece.kind === 'rules' ? { ...piece, rules: change(piece.rules) } : piece)))

type Parameters = Readonly<Record<string, Parameter>>

const absent = (added: Parameters, own: Parameters): Parameters => Object.fromEntries(Object.entries(added).filter(([id]) => !Object.hasOwn(own, id)))

const withAlong = (document: DraftDocument, reader: string, { put = [], parameters = {}, drop = [] }: Along = {}): DraftDocument => {
  const { release } = document
  const logic = put.reduce<Logic>((all, piece) => putPiece(all, piece, reader), release.logic).filter(({ id }) => !drop.includes(id))
  return { ...document, release: { ...release, parameters: { ...release.parameters, ...absent(parameters, release.parameters) }, logic } }
}

const writeCondition = (document: DraftDocument, { site, condition, along }: Args<'condition.write'>): DraftDocument =>
  withAlong(withLogic(document, (logic) => logic.map((piece) => (piece.id === site.piece ? writePlace(piece, site.place, condition) : piece))), site.piece, along)

export const logicCommands = {
  'piece.add': (document: DraftDocument, { piece, before }: Args<'piece.add'>) => withLogic(document, (logic) => addPiece(logic, piece, before)),
  'piece.replace': (document: DraftDocument, { piece }: Args<'piece.replace'>) => withLogic(document, (logic) => logic.map((each) => (each.id === piece.id ? piece : each))),
  'piece.remove': (document: DraftDocument, { id }: Args<'piece.remove'>) => withLogic(document, (logic) => logic.filter((piece) => piece.id !== id)),
  'rule.add': (document: DraftDocument, { set, rule, at, along }: Args<'rule.add'>) => withAlong(withRules(document, set, (rules) => rules.toSpliced(at, 0, rule)), set, along),
  'rule.replace': (document: DraftDocument, { set, rule }: Args<'rule.replace'>) => withRules(document, set, (rules) => rules.map((each) => (each.id === rule.id ? rule : each))),
  'rule.remove': (document: DraftDocument, { set, rule }: Args<'rule.remove'>) => withRules(document, set, (rules) => rules.filter(({ id }) => id !== rule)),
  'rule.move': (document: DraftDocument, { set, rule, to }: Args<'rule.move'>) =>
    withRules(document, set, (rules) => {
      const moved = rules.find(({ id }) => id === rule)
      return moved ? rules.filter(({ id }) => id !== rule).toSpliced(to, 0, moved) : rules
    }),
  'condition.write': writeCondition,
} as const
