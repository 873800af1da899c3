import type { LogicPiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { pieceTitle } from '../explain/piece-title.ts'
import { describeReference, entitlementStates } from '../explain/readable.ts'
import type { Assembly } from '../release/assembly.ts'
import { listOfFact, typeOfFact } from '../release/value-types.ts'
import type { ValueType } from '../values/value-type.ts'

/** What kind of result a case can expect, in the order they are offered. */
export const expectableKinds = ['outcome', 'entitlement', 'rule', 'fact'] as const
export type ExpectableKind = (typeof expectableKinds)[number]

/** A result that cases of a release can expect, by the name `expect` has for it, with what it is called and how it is written. */
export interface ExpectableResult {
  readonly name: string
  readonly kind: ExpectableKind
  readonly title: Text
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** Codes of its own in place of a list. */
  readonly codes?: readonly { readonly code: string; readonly title: Text }[]
  /** Expected of each member by itself. */
  readonly ofMembers: boolean
}

type Part = Omit<ExpectableResult, 'ofMembers'>

const states = (['granted', 'refused'] as const).map((code) => ({ code, title: entitlementStates[code] }))

const readPart = (assembly: Assembly, id: string, kind: ExpectableKind, output?: string): Part => {
  const reference = { fact: id, ...(output !== undefined && { output }) }
  const { title, unit } = describeReference(assembly, reference)
  return { name: output === undefined ? id : `${id}.${output}`, kind, title: output === undefined ? pieceTitle(assembly, id) : title, type: typeOfFact(assembly, reference), unit, list: listOfFact(assembly, reference) }
}

const partsOf = (assembly: Assembly, piece: LogicPiece): readonly Part[] => {
  if (piece.kind === 'outcome' || piece.kind === 'fact') return [readPart(assembly, piece.id, piece.kind)]
  if (piece.kind === 'rules') return piece.rules.map((rule) => ({ name: `${piece.id}.${rule.id}`, kind: 'rule' as const, title: rule.title, type: 'boolean' as const }))
  if (piece.kind !== 'entitlement') return []
  const outputs = (['level', 'amount'] as const).filter((output) => piece[output] !== undefined)
  return [{ name: piece.id, kind: 'entitlement', title: piece.title, type: 'text', codes: states }, ...outputs.map((output) => readPart(assembly, piece.id, 'entitlement', output))]
}

/** Everything that cases of a release can expect: of its own logic, then the facts that all releases share. */
export const expectableResults = (assembly: Assembly): readonly ExpectableResult[] =>
  [...assembly.release.logic, ...assembly.common.facts].flatMap((piece) => partsOf(assembly, piece).map((part) => ({ ...part, ofMembers: piece.of === 'members' })))
