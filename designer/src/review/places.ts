import { attachmentsOfParts } from '../forms/form-layout.ts'
import { ARRIVAL } from '../forms/arrival-question.ts'
import { beginningOfMember, memberTitle, type Assembly, type GeneratedForm, type Issue, type Language, type MemberAnswers, type Question, type Text } from '@tieuchi/runtime'

/** Where an issue stands: the question, of a member where it has one; undefined where it is of the whole. Whoever went is told of at the members. */
export const placeOfIssue = ({ path }: Issue, members: readonly MemberAnswers[]): Question | undefined => {
  const [part, second, third] = path
  if (part === 'members') {
    const member = typeof second === 'number' ? members[second]?.id : undefined
    return { field: typeof third === 'string' ? third : 'members', ...(member !== undefined && { member }) }
  }
  if (part === 'arrivals') return { field: ARRIVAL, member: String(second) }
  if (part === 'departures') return { field: 'members' }
  return part === 'household' && typeof second === 'string' ? { field: second } : undefined
}

/** The section that asks a question or for an attachment; undefined where the form does not ask it. Of a member something may be asked in several. */
export const sectionOf = ({ sections }: GeneratedForm, { field, member }: Question): string | undefined => {
  const ofMembers = member !== undefined || field === 'members'
  const asking = sections.find(({ fields, parts, roster }) => roster?.fields.includes(field) || (!ofMembers && (fields.includes(field) || attachmentsOfParts(parts).has(field))))
  return (asking ?? (ofMembers ? sections.find(({ roster }) => roster) : undefined))?.id
}

export type ErrorsByField = Readonly<Record<string, readonly string[]>>

const none: ErrorsByField = {}

export interface PlacedIssue {
  readonly issue: Issue
  readonly place: Question | undefined
}

export const placeIssues = (issues: readonly Issue[], members: readonly MemberAnswers[]): readonly PlacedIssue[] =>
  issues.map((issue) => ({ issue, place: placeOfIssue(issue, members) }))

/** What an issue says in a list, where the member it is of must be named. */
export const issueText = (assembly: Assembly, members: readonly MemberAnswers[], issue: Issue): Text => {
  const member = placeOfIssue(issue, members)?.member
  if (member === undefined) return issue.message
  const name = memberTitle(assembly, members, member)
  const numbered = beginningOfMember(members.findIndex(({ id }) => id === member))
  const named = (language: Language) => `${name[language]}: ${without(issue.message[language], numbered[language])}`
  return { vi: named('vi'), en: named('en') }
}

/** What is wrong in itself says by the number whose it is. */
const without = (message: string, beginning: string): string => (message.startsWith(beginning) ? message.slice(beginning.length) : message)

/** Questions of the household, or of one member, of which something only looks wrong; `group` begins the ids of their cells. */
export const softAt = (placed: readonly PlacedIssue[], member: string | undefined, group: string): ReadonlySet<string> => {
  const here = placed.filter(({ place }) => place && place.member === member)
  const wrong = new Set(here.filter(({ issue }) => issue.severity === 'error').map(({ place }) => place?.field))
  return new Set(here.flatMap(({ place }) => (place && !wrong.has(place.field) ? [`${group}_${place.field}`] : [])))
}

/** The words at the questions of the household, or of one member. */
export const errorsAt = (placed: readonly PlacedIssue[], member: string | undefined, language: 'vi' | 'en'): ErrorsByField => {
  const here = placed.flatMap(({ issue, place }) => (place && place.member === member ? [[place.field, issue.message[language]] as const] : []))
  if (here.length === 0) return none
  return Object.fromEntries(here.map(([field]) => [field, here.filter(([other]) => other === field).map(([, message]) => message)]))
}
