import { describeReference, entitlementStates, listOfFact, memberTitle, pieceTitle, typeOfFact, type Assembly, type CaseDocument, type Literal, type LogicPiece, type MemberAnswers, type Text, type ValueType } from '@tieuchi/runtime'

/** What kind of thing can be expected, in the order it is offered. */
export const expectableKinds = ['outcome', 'entitlement', 'rule', 'fact'] as const
export type ExpectableKind = (typeof expectableKinds)[number]

/** Something a case can expect, as `expect` names it. */
export interface ExpectedName {
  readonly name: string
  readonly member?: string
}

/** With what it is called and how its value is written. */
export interface Expectable extends ExpectedName {
  readonly kind: ExpectableKind
  readonly title: Text
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** Codes of its own in place of a list. */
  readonly codes?: readonly { readonly code: string; readonly title: Text }[]
}

export const keyOfName = ({ name, member }: ExpectedName): string => (member === undefined ? name : `${name} ${member}`)

const states = (['granted', 'refused'] as const).map((code) => ({ code, title: entitlementStates[code] }))

const partsOf = (assembly: Assembly, piece: LogicPiece): readonly Omit<Expectable, 'member'>[] => {
  const { id } = piece
  const read = (name: string, kind: ExpectableKind, output?: string): Omit<Expectable, 'member'> => {
    const reference = { fact: id, ...(output !== undefined && { output }) }
    return { name, kind, title: output === undefined ? pieceTitle(assembly, id) : describeReference(assembly, reference).title, type: typeOfFact(assembly, reference), unit: describeReference(assembly, reference).unit, list: listOfFact(assembly, reference) }
  }
  if (piece.kind === 'outcome' || piece.kind === 'fact') return [read(id, piece.kind)]
  if (piece.kind === 'rules') return piece.rules.map((rule) => ({ name: `${id}.${rule.id}`, kind: 'rule' as const, title: rule.title, type: 'boolean' as const }))
  if (piece.kind !== 'entitlement') return []
  const outputs = (['level', 'amount'] as const).filter((output) => piece[output] !== undefined)
  return [{ name: id, kind: 'entitlement', title: piece.title, type: 'text', codes: states }, ...outputs.map((output) => read(`${id}.${output}`, 'entitlement', output))]
}

/** Everything of a release that a case with these members can expect. */
export const expectablesOf = (assembly: Assembly, members: readonly MemberAnswers[]): readonly Expectable[] =>
  assembly.release.logic.flatMap((piece) => {
    const parts = partsOf(assembly, piece)
    if (piece.of !== 'members') return parts
    return members.flatMap(({ id }) => {
      const whose = memberTitle(assembly, members, id)
      return parts.map((part) => ({ ...part, member: id, title: { vi: `${part.title.vi} – ${whose.vi}`, en: `${part.title.en} – ${whose.en}` } }))
    })
  })

type Expect = CaseDocument['expect']

/** An expectation with another value; without one it is taken back. */
export const withExpected = (expect: Expect, { name, member }: ExpectedName, value: Literal | undefined): Expect => {
  const { [name]: before, ...others } = expect
  if (member === undefined) return value === undefined ? others : { ...expect, [name]: value }
  const { [member]: _gone, ...rest } = typeof before === 'object' ? before : {}
  const ofMembers = value === undefined ? rest : { ...(typeof before === 'object' && before), [member]: value }
  return Object.keys(ofMembers).length === 0 ? others : { ...expect, [name]: ofMembers }
}

export const expectedValue = (expect: Expect, { name, member }: ExpectedName): Literal | undefined => {
  const value = expect[name]
  if (typeof value !== 'object') return member === undefined ? value : undefined
  return member === undefined ? undefined : value[member]
}

/** Of what is expected nothing is left of members who are gone. */
export const withoutMembers = (expect: Expect, gone: readonly string[]): Expect =>
  Object.keys(expect).flatMap((name) => gone.map((member) => ({ name, member }))).reduce((rest, name) => (typeof rest[name.name] === 'object' ? withExpected(rest, name, undefined) : rest), expect)
