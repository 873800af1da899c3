import type { Assembly, GeneratedForm, GeneratedSection, Text } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'
import type { PlacedIssue } from './places.ts'
import type { UnreadableAnswers } from './use-unreadable-answers.ts'

/** A question to stand at; with a member, its drawer is open. A new object jumps again. */
export interface JumpTarget {
  readonly field?: string
  readonly member?: string
}

/** What every part of the form of a draft is drawn from. */
export interface FormContent {
  readonly assembly: Assembly
  readonly form: GeneratedForm
  readonly answers: SubmissionAnswers
  /** Members the register knows, by id; undefined where it knows nothing of the household. */
  readonly known: readonly string[] | undefined
  /** What not to show, as the state of the form names it; undefined until the first judgement. */
  readonly hidden: ReadonlySet<string> | undefined
  /** The facts the form shows, as they come out so far; undefined until the first judgement. */
  readonly facts: Readonly<Record<string, Text>> | undefined
  readonly issues: readonly PlacedIssue[]
  readonly target: JumpTarget | undefined
  readonly onTarget: (target: JumpTarget | undefined) => void
  readonly unreadable: UnreadableAnswers
}

/** Until something is judged, nothing is hidden. */
export const noneHidden: ReadonlySet<string> = new Set()

/** Until something is judged, no fact has come out. */
export const noFacts: Readonly<Record<string, Text>> = {}

/** The sections that are not hidden. */
export const shownSections = ({ sections }: GeneratedForm, hidden: ReadonlySet<string>): readonly GeneratedSection[] => sections.filter(({ id }) => !hidden.has(`sections.${id}`))

/** The section to have open: the one wanted, or where that is hidden the next one shown, else the one before. */
export const sectionToOpen = (form: GeneratedForm, wanted: string, hidden: ReadonlySet<string>): string => {
  const shown = new Set(shownSections(form, hidden).map(({ id }) => id))
  const ids = form.sections.map(({ id }) => id)
  const at = ids.indexOf(wanted)
  return ids.slice(Math.max(at, 0)).find((id) => shown.has(id)) ?? ids.slice(0, Math.max(at, 0)).findLast((id) => shown.has(id)) ?? wanted
}

/** Opening a member begins at the first question shown. */
export const firstQuestion = (fields: readonly string[], member: string, hidden: ReadonlySet<string> = noneHidden): JumpTarget => {
  const field = fields.find((each) => !hidden.has(`members.${member}.${each}`))
  return { member, ...(field !== undefined && { field }) }
}

/** Members that a register which knows the household does not know. */
export const newcomersOf = ({ members }: SubmissionAnswers, known: readonly string[] | undefined): ReadonlySet<string> =>
  new Set(known ? members.map(({ id }) => id).filter((id) => !known.includes(id)) : [])
