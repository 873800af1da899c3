import type { Question } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'
import { fieldsKnown, memberKnown, mergeFields, mergeMember, type Choose, type MemberSide, type Sides } from './merge-member.ts'

export interface MergedAnswers {
  readonly answers: SubmissionAnswers
  /** Changed on both sides and not alike: here the side that was chosen stands, this page's unless said otherwise. */
  readonly both: readonly Question[]
}

const keepMine: Choose = () => 'mine'

const memberOf = ({ members, arrivals, departures }: SubmissionAnswers, id: string): MemberSide =>
  ({ answers: members.find((member) => member.id === id), arrival: arrivals?.[id], departure: departures?.[id] })

const idsOf = ({ members, arrivals = {}, departures = {} }: SubmissionAnswers): readonly string[] => [...members.map(({ id }) => id), ...Object.keys(arrivals), ...Object.keys(departures)]

/** A record of those that are there; no record where none is. */
const recordOf = <Name extends string, Value>(name: Name, entries: readonly (readonly [string, Value | undefined])[]): { readonly [Key in Name]?: Record<string, Value> } => {
  const there = entries.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to a record of any name
  return there.length === 0 ? {} : ({ [name]: Object.fromEntries(there) } as { readonly [Key in Name]: Record<string, Value> })
}

interface Merging {
  readonly choose?: Choose
  /** Sent from here without an answer. Where the other side still holds it, it is what both began from. */
  readonly unanswered?: readonly SubmissionAnswers[]
}

/** Puts what was changed here since `base` on top of `theirs`, question by question. */
export const mergeAnswers = ({ base, mine, theirs }: Sides<SubmissionAnswers>, { choose = keepMine, unanswered = [] }: Merging = {}): MergedAnswers => {
  const known = fieldsKnown(base.household, theirs.household, unanswered.map((sent) => sent.household))
  const household = mergeFields({ base: known, mine: mine.household, theirs: theirs.household }, (field) => choose({ field }))
  const sidesOf = (id: string): Sides<MemberSide> => {
    const there = memberOf(theirs, id)
    return { base: memberKnown(memberOf(base, id), there, unanswered.map((sent) => memberOf(sent, id))), mine: memberOf(mine, id), theirs: there }
  }
  const people = [...new Set([...idsOf(theirs), ...idsOf(mine)])].map((id) =>
    ({ id, ...mergeMember(id, sidesOf(id), choose) }))
  return {
    answers: {
      household: household.answers,
      members: people.flatMap(({ member }) => member.answers ?? []),
      ...recordOf('arrivals', people.map(({ id, member }) => [id, member.arrival] as const)),
      ...recordOf('departures', people.map(({ id, member }) => [id, member.departure] as const)),
    },
    both: [...household.both.map((field) => ({ field })), ...people.flatMap(({ both }) => both)],
  }
}
