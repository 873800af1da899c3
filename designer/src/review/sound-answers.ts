import type { Answers, Issue, MemberAnswers } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'

const fieldsOf = (answers: Answers, place: string, wrong: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !wrong.has(`${place}/${field}`)))

/** The answers without those that are wrong in themselves: nothing may be concluded from them, and no server keeps them. */
export const soundAnswers = (answers: SubmissionAnswers, issues: readonly Issue[]): SubmissionAnswers => {
  const wrong = new Set(issues.filter(({ severity }) => severity === 'error').map(({ path }) => path.slice(0, path[0] === 'members' ? 3 : 2).join('/')))
  if (wrong.size === 0) return answers
  return {
    household: fieldsOf(answers.household, 'household', wrong),
    members: answers.members.map((member, index): MemberAnswers => ({ ...fieldsOf(member, `members/${index}`, wrong), id: member.id })),
  }
}
