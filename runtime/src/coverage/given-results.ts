import type { LogicPiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { pieceTitle } from '../explain/piece-title.ts'
import type { Assembly } from '../release/assembly.ts'
import { referencesOfPiece } from '../release/references.ts'
import { listOfFact, typeOfFact } from '../release/value-types.ts'
import type { ValueType } from '../values/value-type.ts'

/** A result that a case gives instead of it being computed, with what it is called and how it is written. */
export interface GivenResult {
  /** `programme.piece`, of a rule `programme.set.rule`. */
  readonly name: string
  readonly title: Text
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** Given of each member by itself. */
  readonly ofMembers: boolean
}

const described = (assembly: Assembly, name: string): GivenResult => {
  const [programme = '', id = ''] = name.split('.')
  const owner = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  const piece = owner?.pieces.get(id)?.piece
  return {
    name, title: owner && piece ? pieceTitle(owner, id) : { vi: name, en: name }, ofMembers: piece?.of === 'members',
    type: typeOfFact(assembly, { fact: name }), list: listOfFact(assembly, { fact: name }), unit: piece?.kind === 'outcome' ? piece.unit : undefined,
  }
}

const readBy = (piece: LogicPiece): readonly string[] =>
  referencesOfPiece(piece, []).flatMap((each) => (each.kind === 'fact' && each.reference.fact.includes('.') && each.reference.as !== 'computed' ? [each.reference.fact] : []))

/** Outcomes whose earlier decisions the rules read, or a case names already. */
export const recordedOutcomes = (assembly: Assembly, named: readonly string[]): readonly GivenResult[] => {
  const read = [...assembly.pieces.values()].flatMap(({ piece }) => readBy(piece))
  return [...new Set([...read, ...named])].map((name) => described(assembly, name))
}

/** What a case can put in place of being computed, by full name. */
export const assumableResults = (assembly: Assembly): readonly GivenResult[] => {
  const own = [...assembly.pieces.values()].flatMap(({ piece, programme }): readonly GivenResult[] => {
    if (piece.kind === 'fact' || piece.kind === 'outcome') return [{ name: `${programme}.${piece.id}`, title: piece.title, ofMembers: piece.of === 'members', type: typeOfFact(assembly, { fact: piece.id }), list: listOfFact(assembly, { fact: piece.id }), unit: piece.unit }]
    return piece.kind === 'rules' ? piece.rules.map((rule) => ({ name: `${programme}.${piece.id}.${rule.id}`, title: rule.title, ofMembers: piece.of === 'members', type: 'boolean' as const })) : []
  })
  const others = [...assembly.dependencies].flatMap(([programme, { pieces }]) => [...pieces.values()].filter(({ piece, programme: owner }) => owner === programme && piece.kind === 'outcome').map(({ piece }) => described(assembly, `${programme}.${piece.id}`)))
  return [...own, ...others]
}
