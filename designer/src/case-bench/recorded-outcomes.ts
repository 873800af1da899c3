import { listOfFact, pieceTitle, referencesOfPiece, typeOfFact, type Assembly, type LogicPiece, type Text } from '@tieuchi/runtime'
import type { ValueKind } from './LiteralBox.tsx'

/** An outcome that earlier decisions can say something about, by its full name. */
export interface RecordedOutcome extends ValueKind {
  /** `programme.outcome` */
  readonly name: string
  readonly title: Text
  readonly ofMembers: boolean
}

const described = (assembly: Assembly, name: string): RecordedOutcome => {
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
export const recordedOutcomes = (assembly: Assembly, named: readonly string[]): readonly RecordedOutcome[] => {
  const read = [...assembly.pieces.values()].flatMap(({ piece }) => readBy(piece))
  return [...new Set([...read, ...named])].map((name) => described(assembly, name))
}

/** What a case can put in place of being computed, by full name. */
export const assumables = (assembly: Assembly): readonly RecordedOutcome[] => {
  const own = [...assembly.pieces.values()].flatMap(({ piece, programme }): readonly RecordedOutcome[] => {
    if (piece.kind === 'fact' || piece.kind === 'outcome') return [{ name: `${programme}.${piece.id}`, title: piece.title, ofMembers: piece.of === 'members', type: typeOfFact(assembly, { fact: piece.id }), list: listOfFact(assembly, { fact: piece.id }), unit: piece.unit }]
    return piece.kind === 'rules' ? piece.rules.map((rule) => ({ name: `${programme}.${piece.id}.${rule.id}`, title: rule.title, ofMembers: piece.of === 'members', type: 'boolean' as const })) : []
  })
  const others = [...assembly.dependencies].flatMap(([programme, { pieces }]) => [...pieces.values()].filter(({ piece, programme: owner }) => owner === programme && piece.kind === 'outcome').map(({ piece }) => described(assembly, `${programme}.${piece.id}`)))
  return [...own, ...others]
}
