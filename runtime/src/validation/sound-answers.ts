import type { Answers, MemberAnswers } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'

/** What was entered of a household and its members. */
export interface EnteredAnswers {
  readonly household: Answers
  readonly members: readonly MemberAnswers[]
}

const fieldsOf = (answers: Answers, place: string, wrong: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !wrong.has(`${place}/${field}`)))

/**
 * The answers without those that `checkInput` finds wrong in themselves, or of no question: nothing may be concluded
 * from them, and no server keeps them.
 */
export const soundAnswers = <Entered extends EnteredAnswers>(answers: Entered, issues: readonly Issue[]): Entered => {
  const wrong = new Set(issues.filter(({ severity }) => severity === 'error').map(({ path }) => path.slice(0, path[0] === 'members' ? 3 : 2).join('/')))
  if (wrong.size === 0) return answers
  return {
    ...answers,
    household: fieldsOf(answers.household, 'household', wrong),
    members: answers.members.map((member, index): MemberAnswers => ({ ...fieldsOf(member, `members/${index}`, wrong), id: member.id })),
  }
}
