import type { CommonAdditions, Condition, DraftDocument, LogicPiece, Rule, RulesPiece } from '@tieuchi/runtime'
import { readPlace, writePlace, type Place } from '../document-place.ts'
import { addPiece, withAlong, withLogic, type Along } from './along.ts'

/** Where a condition stands: the piece or form, and the place within it; or the new question that it says who must answer. */
export type ConditionSite =
  | { readonly piece: string; readonly place: Place }
  | { readonly form: string; readonly place: Place }
  | { readonly field: string; readonly of: keyof CommonAdditions['fields']; readonly place: readonly ['applies'] }

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
const withRules = (document: DraftDocument, set: string, change: (rules: RulesPiece['rules']) => RulesPiece['rules']): DraftDocument =>
  withLogic(document, (logic) => logic.map((piece) => (piece.id === set && piece.kind === 'rules' ? { ...piece, rules: change(piece.rules) } : piece)))

/** A condition of which nothing is left is none, where there need not be one. */
const written = (part: unknown, name: string, condition: Condition): unknown => {
  if (typeof part !== 'object' || part === null) return part
  const { [name]: _before, ...rest } = part as Readonly<Record<string, unknown>>
  const empty = name !== 'conditions' && (('all' in condition && condition.all.length === 0) || ('any' in condition && condition.any.length === 0))
  return empty ? rest : { ...rest, [name]: condition }
}

const withCondition = <T>(document: T, place: Place, condition: Condition): T => {
  const holder = place.slice(0, -1)
  return writePlace(document, holder, written(readPlace(document, holder), place.at(-1) ?? '', condition))
}

const writeCondition = (document: DraftDocument, { site, condition, along }: Args<'condition.write'>): DraftDocument => {
  if ('piece' in site) return withAlong(withLogic(document, (logic) => logic.map((piece) => (piece.id === site.piece ? writePlace(piece, site.place, condition) : piece))), site.piece, along)
  const place = 'form' in site ? ['release', 'forms', site.form, ...site.place] : ['additions', 'fields', site.of, site.field, ...site.place]
  return withAlong(withCondition(document, place, condition), '', along)
}

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
