import type { Answer, Answers, Text } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import type { GroupSchema } from './group-schema.ts'

/** What the parts of a form are drawn from, for the household or one member. */
export interface PartContent {
  /** Begins the ids of the inputs. */
  readonly name: string
  /** How the state of the form names whose parts they are: `household`, or `members.<id>`. */
  readonly whose: string
  /** Id of the member whose parts they are. */
  readonly member?: string | undefined
  /** What not to show, as the state of the form names it. */
  readonly hidden: ReadonlySet<string>
  readonly group: GroupSchema
  readonly answers: Answers
  /** What is wrong, in words, by question. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  /** Facts as they come out so far, as the state of the form names them. */
  readonly facts: Readonly<Record<string, Text>>
  /** The question to stand at; a new object jumps again. */
  readonly focus?: { readonly field?: string } | undefined
  /** An absent answer takes it back. */
  readonly onAnswer: (field: string, answer: Answer | undefined) => void
  /** The members, where a part asks about them. */
  readonly roster?: ReactNode
}
