import { expectableResults, memberTitle, type Assembly, type CaseDocument, type ExpectableResult, type Literal, type MemberAnswers } from '@tieuchi/runtime'

/** Something a case can expect, as `expect` names it. */
export interface ExpectedName {
  readonly name: string
  readonly member?: string
}

/** With what it is called and how its value is written. */
export interface Expectable extends ExpectableResult {
  readonly member?: string
}

export const keyOfName = ({ name, member }: ExpectedName): string => (member === undefined ? name : `${name} ${member}`)

/** Everything of a release that a case with these members can expect. */
export const expectablesOf = (assembly: Assembly, members: readonly MemberAnswers[]): readonly Expectable[] =>
  expectableResults(assembly).flatMap((result): readonly Expectable[] => {
    if (!result.ofMembers) return [result]
    return members.map(({ id }) => {
      const whose = memberTitle(assembly, members, id)
      return { ...result, member: id, title: { vi: `${result.title.vi} – ${whose.vi}`, en: `${result.title.en} – ${whose.en}` } }
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

/** Whether what came out is a result to take over: outcomes and entitlements, and of these the level and amount where there are any. */
export const isWorthExpecting = ({ kind, name, value }: Expectable & { readonly value: Literal }): boolean =>
  kind === 'outcome' || (kind === 'entitlement' && value !== 'not_applicable' && !(name.includes('.') && value === 'undetermined'))
