import { hashDocument, type Answer, type Answers, type MemberAnswers, type Question } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'

export type Side = 'mine' | 'theirs'

/** Whose answer stands where both changed one. A question about a member as a whole has the field `members`. */
export type Choose = (question: Question) => Side

export interface MergedAnswers {
  readonly answers: SubmissionAnswers
  /** Changed on both sides and not alike: here the side that was chosen stands, this page's unless said otherwise. */
  readonly both: readonly Question[]
}

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && hashDocument(a) === hashDocument(b))

const fieldsOf = (...sides: readonly Answers[]): readonly string[] => [...new Set(sides.flatMap((side) => Object.keys(side)))].filter((field) => field !== 'id')

const isChanged = (base: Answers, now: Answers): boolean => fieldsOf(base, now).some((field) => !same(base[field], now[field]))

const keepMine: Choose = () => 'mine'

interface Sides<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
}

/** What they hold, with the answers changed on this page on top. */
const mergeFields = ({ base, mine, theirs }: Sides<Answers>, choose: (field: string) => Side): { readonly answers: Answers; readonly both: readonly string[] } => {
  const fields = fieldsOf(theirs, mine)
  const changedHere = fieldsOf(base, mine).filter((field) => !same(base[field], mine[field]))
  const both = changedHere.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
  const ofThisPage = new Set(changedHere.filter((field) => !both.includes(field) || choose(field) === 'mine'))
  const entries = fields.flatMap((field) => {
    const answer = (ofThisPage.has(field) ? mine : theirs)[field]
    return answer === undefined ? [] : [[field, answer] as const]
  })
  return { answers: Object.fromEntries(entries), both }
}

interface MergedMember {
  /** Undefined: out of the household. */
  readonly member: MemberAnswers | undefined
  readonly both: readonly Question[]
}

/** A member taken out on one side is out, unless the other side changed an answer of it: then that is asked. */
const mergeMember = (id: string, { base, mine, theirs }: Sides<MemberAnswers | undefined>, choose: Choose): MergedMember => {
  if (mine && theirs) {
    const { answers, both } = mergeFields({ base: base ?? {}, mine, theirs }, (field) => choose({ field, member: id }))
    return { member: { ...answers, id }, both: both.map((field) => ({ field, member: id })) }
  }
  const remaining = mine ?? theirs
  if (!base || !remaining) return { member: remaining, both: [] }
  if (!isChanged(base, remaining)) return { member: undefined, both: [] }
  const question: Question = { field: 'members', member: id }
  return { member: choose(question) === 'mine' ? mine : theirs, both: [question] }
}

/** Puts what was changed here since `base` on top of `theirs`, question by question. */
export const mergeAnswers = (base: SubmissionAnswers, mine: SubmissionAnswers, theirs: SubmissionAnswers, choose: Choose = keepMine): MergedAnswers => {
  const household = mergeFields({ base: base.household, mine: mine.household, theirs: theirs.household }, (field) => choose({ field }))
  const memberOf = (side: SubmissionAnswers, id: string): MemberAnswers | undefined => side.members.find((member) => member.id === id)
  const ids = new Set([...theirs.members, ...mine.members].map(({ id }) => id))
  const members = [...ids].map((id) => mergeMember(id, { base: memberOf(base, id), mine: memberOf(mine, id), theirs: memberOf(theirs, id) }, choose))
  return {
    answers: { household: household.answers, members: members.flatMap(({ member }) => member ?? []) },
    both: [...household.both.map((field) => ({ field })), ...members.flatMap(({ both }) => both)],
  }
}
