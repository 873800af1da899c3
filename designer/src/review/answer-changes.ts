import type { Answer, Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
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

const without = <Value>(record: Readonly<Record<string, Value>> | undefined, id: string): Readonly<Record<string, Value>> | undefined => {
  const { [id]: _gone, ...others } = record ?? {}
  return Object.keys(others).length === 0 ? undefined : others
}

interface SaidOfMembers {
  readonly arrivals?: SubmissionAnswers['arrivals'] | undefined
  readonly departures?: SubmissionAnswers['departures'] | undefined
}

/** The same answers with other words on who came and who went; where nobody did, nothing is said. */
const withMembership = ({ household, members }: SubmissionAnswers, { arrivals, departures }: SaidOfMembers): SubmissionAnswers =>
  ({ household, members, ...(arrivals && { arrivals }), ...(departures && { departures }) })

export const removeMember = (answers: SubmissionAnswers, id: string): SubmissionAnswers =>
  withMembership({ ...answers, members: answers.members.filter((each) => each.id !== id) }, { ...answers, arrivals: without(answers.arrivals, id) })

/** Says how somebody new came, or nothing of it. */
export const setArrival = (answers: SubmissionAnswers, id: string, arrival: Arrival | undefined): SubmissionAnswers =>
  withMembership(answers, { ...answers, arrivals: arrival ? { ...answers.arrivals, [id]: arrival } : without(answers.arrivals, id) })

/** Takes somebody the register knows out of the members, with how they went; what was answered of them is kept beside. */
export const departMember = (answers: SubmissionAnswers, id: string, going: Pick<Departure, 'how' | 'on'>): SubmissionAnswers => {
  const member = answers.members.find((each) => each.id === id)
  if (!member) return answers
  const remaining = removeMember(answers, id)
  return withMembership(remaining, { ...remaining, departures: { ...answers.departures, [id]: { ...going, answers: member } } })
}

/** Takes somebody who was said to have gone back among the members, with the answers they had. */
export const returnMember = (answers: SubmissionAnswers, id: string): SubmissionAnswers => {
  const departure = answers.departures?.[id]
  if (!departure) return answers
  return withMembership({ ...answers, members: [...answers.members, departure.answers] }, { ...answers, departures: without(answers.departures, id) })
}
