import type { Assembly, GeneratedForm } from '@tieuchi/runtime'
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
  /** Paths of the questions not to show; undefined until the first judgement. */
  readonly hidden: ReadonlySet<string> | undefined
  readonly issues: readonly PlacedIssue[]
  readonly target: JumpTarget | undefined
  readonly onTarget: (target: JumpTarget | undefined) => void
  readonly unreadable: UnreadableAnswers
}

/** Until something is judged, nothing is hidden. */
export const noneHidden: ReadonlySet<string> = new Set()

/** Opening a member begins at the first question shown. */
export const firstQuestion = (fields: readonly string[], member: string, hidden: ReadonlySet<string> = noneHidden): JumpTarget => {
  const field = fields.find((each) => !hidden.has(`members.${member}.${each}`))
  return { member, ...(field !== undefined && { field }) }
}

/** Members that a register which knows the household does not know. */
export const newcomersOf = ({ members }: SubmissionAnswers, known: readonly string[] | undefined): ReadonlySet<string> =>
  new Set(known ? members.map(({ id }) => id).filter((id) => !known.includes(id)) : [])
