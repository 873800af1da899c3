import type { Answer, Answers, MemberAnswers } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'

/** An absent answer leaves no property behind: unknown is a missing property. */
const withAnswer = (answers: Answers, field: string, answer: Answer | undefined): Answers => {
  const { [field]: _previous, ...others } = answers
  return answer === undefined ? others : { ...answers, [field]: answer }
}

export const answerHousehold = (answers: SubmissionAnswers, field: string, answer: Answer | undefined): SubmissionAnswers => ({
  ...answers,
  household: withAnswer(answers.household, field, answer),
})

export const answerMember = (answers: SubmissionAnswers, member: string, field: string, answer: Answer | undefined): SubmissionAnswers => ({
  ...answers,
  members: answers.members.map((each): MemberAnswers => (each.id === member ? { ...withAnswer(each, field, answer), id: each.id } : each)),
})

export const addMember = (answers: SubmissionAnswers, id: string): SubmissionAnswers => ({ ...answers, members: [...answers.members, { id }] })

export const removeMember = (answers: SubmissionAnswers, id: string): SubmissionAnswers => ({ ...answers, members: answers.members.filter((each) => each.id !== id) })

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten random base32 characters, as everything without an author's id is named. */
export const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % 32]).join('')
