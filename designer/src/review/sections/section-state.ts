import type { GeneratedForm, GeneratedSection, Issue, MemberAnswers, Question } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../../api/contract.ts'
import type { Asked } from '../../forms/AskedMark.tsx'
import { attachmentsOfParts, shownParts } from '../../forms/form-layout.ts'
import { sectionOf, type PlacedIssue } from '../places.ts'

/** How far a section is. */
export interface SectionState {
  /** Questions that are shown and not answered, in the order of the form. */
  readonly missing: readonly Question[]
  readonly errors: number
  readonly warnings: number
  /** Whether anything is asked here. */
  readonly asks: boolean
}

export type SectionStates = ReadonlyMap<string, SectionState>

type AskedRoster = NonNullable<GeneratedSection['roster']>

const shownOf = ({ fields }: AskedRoster, member: string, hidden: ReadonlySet<string>): readonly string[] => fields.filter((field) => !hidden.has(`members.${member}.${field}`))

const missingOf = (roster: AskedRoster, member: MemberAnswers, hidden: ReadonlySet<string>): readonly Question[] =>
  shownOf(roster, member.id, hidden).filter((field) => member[field] === undefined).map((field) => ({ field, member: member.id }))

/** What the members' part of a section asks of one of them. */
export const memberAsked = (roster: AskedRoster, member: MemberAnswers, hidden: ReadonlySet<string>): Pick<Asked, 'missing' | 'asks'> =>
  ({ missing: missingOf(roster, member, hidden).length, asks: shownOf(roster, member.id, hidden).length > 0 })

/** Whether there is anything of a member to be seen in the members' part of a section: questions, or what comes out of them. */
export const showsMember = ({ parts }: AskedRoster, member: string, hidden: ReadonlySet<string>): boolean => shownParts(parts, `members.${member}`, hidden).length > 0

/** Before there is a member, what is asked of members cannot be told: that there is none is what is missing. */
const nobody: readonly Question[] = [{ field: 'members' }]

/** What is shown of a section and has no answer, of the household before the members. */
const missingIn = ({ fields, roster }: GeneratedSection, hidden: ReadonlySet<string>, { household, members }: SubmissionAnswers): readonly Question[] => [
  ...fields.filter((field) => !hidden.has(`household.${field}`) && household[field] === undefined).map((field): Question => ({ field })),
  ...(roster ? (members.length === 0 ? nobody : members.flatMap((member) => missingOf(roster, member, hidden))) : []),
]

/** Every question that is shown and has no answer, in the order of the form. */
export const unanswered = ({ sections }: GeneratedForm, hidden: ReadonlySet<string>, answers: SubmissionAnswers): readonly Question[] =>
  sections.filter(({ id }) => !hidden.has(`sections.${id}`)).flatMap((section) => missingIn(section, hidden, answers))

/** How far each section of a form is. */
export const sectionStates = (form: GeneratedForm, hidden: ReadonlySet<string>, answers: SubmissionAnswers, issues: readonly PlacedIssue[]): SectionStates => {
  const sectionsWith = (severity: Issue['severity']) => issues.filter(({ issue }) => issue.severity === severity).map(({ place }) => place && sectionOf(form, place))
  const wrong = sectionsWith('error')
  const doubtful = sectionsWith('warning')
  return new Map(form.sections.map((section) => {
    const { id, fields, roster } = section
    return [id, {
      missing: missingIn(section, hidden, answers),
      errors: wrong.filter((at) => at === id).length,
      warnings: doubtful.filter((at) => at === id).length,
      asks: fields.some((field) => !hidden.has(`household.${field}`)) || asksWithoutQuestions(section, hidden) || (roster !== undefined && (answers.members.length === 0 || answers.members.some((member) => shownOf(roster, member.id, hidden).length > 0))),
    }]
  }))
}

/** The form itself asks who the members are, so its sections with them always ask; so does a place for files. */
const asksWithoutQuestions = ({ rules, roster, parts }: GeneratedSection, hidden: ReadonlySet<string>): boolean =>
  (roster !== undefined && rules === undefined) || attachmentsOfParts(shownParts(parts, 'household', hidden)).size > 0

/** Done is a section in which everything asked is answered and nothing is wrong. */
export const isDone = ({ missing, errors, asks }: SectionState): boolean => asks && missing.length === 0 && errors === 0

/** A page of another programme that asks nothing of this household. */
export const asksNothing = ({ id, rules }: GeneratedSection, states: SectionStates): boolean => rules !== undefined && states.get(id)?.asks === false

export interface MissingPlace {
  readonly section: string
  readonly question: Question
}

/** The next question without an answer: behind the one stood at, else from the open section on; from the end it begins anew. */
export const nextMissing = (sections: readonly GeneratedSection[], states: SectionStates, open: string, stoodAt: Partial<Question> | undefined): MissingPlace | undefined => {
  const places = sections.flatMap(({ id }) => states.get(id)?.missing.map((question) => ({ section: id, question })) ?? [])
  const at = places.findIndex(({ question: { field, member } }) => field === stoodAt?.field && member === stoodAt?.member)
  if (at !== -1) return places[(at + 1) % places.length]
  const from = new Set(sections.slice(sections.findIndex(({ id }) => id === open)).map(({ id }) => id))
  return places.find(({ section }) => from.has(section)) ?? places[0]
}
