import { hashDocument, type Answer, type Answers, type MemberAnswers, type Question } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'

export interface MergedAnswers {
  readonly answers: SubmissionAnswers
  /** Changed on both sides and not alike: here this page's answer stands, unless the other side took the member out. */
  readonly both: readonly Question[]
}

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && hashDocument(a) === hashDocument(b))

const fieldsOf = (...sides: readonly Answers[]): readonly string[] => [...new Set(sides.flatMap((side) => Object.keys(side)))].filter((field) => field !== 'id')

const changedFields = (base: Answers, now: Answers): readonly string[] => fieldsOf(base, now).filter((field) => !same(base[field], now[field]))

/** What they hold, with the answers changed on this page on top. */
const mergeFields = (base: Answers, mine: Answers, theirs: Answers): { readonly answers: Answers; readonly both: readonly string[] } => {
  const changed = changedFields(base, mine)
  const entries = fieldsOf(theirs, mine).flatMap((field) => {
    const answer = changed.includes(field) ? mine[field] : theirs[field]
    return answer === undefined ? [] : [[field, answer] as const]
  })
  const both = changed.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
  return { answers: Object.fromEntries(entries), both }
}

/** Puts what was changed here since `base` on top of `theirs`, question by question. A member taken out on either side is out. */
export const mergeAnswers = (base: SubmissionAnswers, mine: SubmissionAnswers, theirs: SubmissionAnswers): MergedAnswers => {
  const household = mergeFields(base.household, mine.household, theirs.household)
  const memberOf = (side: SubmissionAnswers, id: string): MemberAnswers | undefined => side.members.find((member) => member.id === id)
  const both: Question[] = household.both.map((field) => ({ field }))
  const kept = theirs.members.flatMap((member): readonly MemberAnswers[] => {
    const { id } = member
    const here = memberOf(mine, id)
    const before = memberOf(base, id)
    if (!here) {
      if (before && changedFields(before, member).length > 0) both.push({ field: 'members', member: id })
      return before ? [] : [member]
    }
    const merged = mergeFields(before ?? {}, here, member)
    both.push(...merged.both.map((field) => ({ field, member: id })))
    return [{ ...merged.answers, id }]
  })
  const elsewhereGone = mine.members.filter(({ id }) => memberOf(base, id) && !memberOf(theirs, id))
  both.push(...elsewhereGone.filter((member) => changedFields(memberOf(base, member.id) ?? {}, member).length > 0).map(({ id }) => ({ field: 'members', member: id })))
  const added = mine.members.filter(({ id }) => !memberOf(base, id) && !memberOf(theirs, id))
  return { answers: { household: household.answers, members: [...kept, ...added] }, both }
}
