import type { Grounds, Question, Truth } from '../documents/evaluation-document.ts'
import { mergeGrounds, missing, noGrounds, settled } from '../values/grounds.ts'
import { exact, greater, smaller, zero, type Exact } from '../values/number.ts'
import { between, eitherBoolean, known, notApplicable, numberRange, type Value } from '../values/value.ts'

/** A member, whether it counts, and what that rests on. */
export interface CountedMember {
  readonly truth: Truth
  readonly grounds: Grounds
}

export interface MeasuredMember extends CountedMember {
  readonly value: Value
}

/** The members asked about; where the list may go on, counts have no upper bound. */
export interface Group<Member> {
  readonly members: readonly Member[]
  readonly complete: boolean
}

const membersQuestion: Question = { field: 'members' }

const groupGrounds = ({ members, complete }: Group<CountedMember>, decides: (member: CountedMember) => boolean): Grounds =>
  mergeGrounds(complete ? noGrounds : missing(membersQuestion), ...members.filter(decides).map((member) => member.grounds))

const counted = (members: readonly CountedMember[], truth: Truth): number => members.filter((member) => member.truth === truth).length

/** How many members, as an interval from those that certainly count to those that may. */
export const countMembers = (group: Group<CountedMember>): Value => {
  const certain = counted(group.members, true)
  const possible = certain + counted(group.members, 'unknown')
  return between(exact(certain), group.complete ? exact(possible) : undefined, groupGrounds(group, () => true))
}

const quantified = (truth: Truth, grounds: Grounds): Value => (truth === 'unknown' ? eitherBoolean(grounds) : known(truth, settled(grounds)))

/** Whether at least one member counts. */
export const anyMember = (group: Group<CountedMember>): Value => {
  if (counted(group.members, true) > 0) return quantified(true, groupGrounds({ ...group, complete: true }, (member) => member.truth === true))
  const open = counted(group.members, 'unknown') > 0 || !group.complete
  return quantified(open ? 'unknown' : false, groupGrounds(group, (member) => !open || member.truth === 'unknown'))
}

/** Whether every member counts; true of an empty list. */
export const allMembers = (group: Group<CountedMember>): Value => {
  if (counted(group.members, false) > 0) return quantified(false, groupGrounds({ ...group, complete: true }, (member) => member.truth === false))
  const open = counted(group.members, 'unknown') > 0 || !group.complete
  return quantified(open ? 'unknown' : true, groupGrounds(group, (member) => !open || member.truth === 'unknown'))
}

/** Whether no member counts. */
export const noMember = (group: Group<CountedMember>): Value => {
  const value = anyMember(group)
  return value.possible.kind === 'set' && value.possible.scalars.length === 1 ? known(value.possible.scalars[0] !== true, value.grounds) : value
}

/** A member of the base of a share: whether it is in the base, and whether it counts. */
export interface SharedMember {
  readonly among: CountedMember
  readonly where: CountedMember
}

const ratio = (part: number, whole: number): Exact => (whole === 0 ? zero : exact(part).div(whole))

/** Part of the base that counts, from 0 to 1; not applicable of an empty base. */
export const shareOfMembers = ({ members, complete }: Group<SharedMember>): Value => {
  const grounds = mergeGrounds(complete ? noGrounds : missing(membersQuestion), ...members.flatMap(({ among, where }) => (among.truth === false ? [among.grounds] : [among.grounds, where.grounds])))
  const base = members.filter(({ among }) => among.truth !== false)
  const fixed = base.filter(({ among, where }) => among.truth === true && where.truth !== 'unknown')
  const yes = counted(fixed.map(({ where }) => where), true)
  const no = fixed.length - yes
  const moving = base.filter(({ among, where }) => among.truth === 'unknown' || where.truth === 'unknown').map(({ where }) => where)
  const perhapsYes = counted(moving, true) + counted(moving, 'unknown')
  const perhapsNo = counted(moving, false) + counted(moving, 'unknown')
  const certainBase = counted(base.map(({ among }) => among), true)
  if (base.length === 0 && complete) return notApplicable(grounds)
  const value = complete ? between(ratio(yes, yes + no + perhapsNo), ratio(yes + perhapsYes, yes + perhapsYes + no), grounds) : between(zero, exact(1), grounds)
  return certainBase === 0 ? { ...value, notApplicable: true, grounds } : value
}

const ends = (value: Value) => numberRange(value) ?? {}

const measuredGrounds = ({ members, complete }: Group<MeasuredMember>): Grounds =>
  mergeGrounds(complete ? noGrounds : missing(membersQuestion), ...members.flatMap(({ truth, grounds, value }) => (truth === false ? [grounds] : [grounds, value.grounds])))

const applicable = (members: readonly MeasuredMember[]): readonly MeasuredMember[] => members.filter(({ truth, value }) => truth !== false && value.possible.kind !== 'none')

const isOptional = ({ truth, value }: MeasuredMember): boolean => truth === 'unknown' || value.notApplicable

/** Sum over the members that count; a member for which it is not applicable is left out. */
export const sumOfMembers = (group: Group<MeasuredMember>): Value => {
  const parts = applicable(group.members).map((member) => {
    const { from, to } = ends(member.value)
    if (!isOptional(member)) return { from, to }
    return { from: from && smaller(from, zero), to: to && greater(to, zero) }
  })
  const total = (all: readonly (Exact | undefined)[]) => all.reduce<Exact | undefined>((sum, part) => sum && part && sum.add(part), zero)
  if (!group.complete) return between(undefined, undefined, measuredGrounds(group))
  return between(total(parts.map(({ from }) => from)), total(parts.map(({ to }) => to)), measuredGrounds(group))
}

const extreme = (group: Group<MeasuredMember>, pick: (a: Exact, b: Exact) => Exact, side: 'from' | 'to'): Value => {
  const grounds = measuredGrounds(group)
  const members = applicable(group.members)
  const certain = members.filter((member) => !isOptional(member))
  if (members.length === 0 && group.complete) return notApplicable(grounds)
  const best = (chosen: readonly MeasuredMember[], end: 'from' | 'to', choose: (a: Exact, b: Exact) => Exact) => {
    const all = chosen.map((member) => ends(member.value)[end])
    return all.reduce((a, b) => a && b && choose(a, b), all[0])
  }
  const other = side === 'from' ? 'to' : 'from'
  const reach = group.complete ? best(members, side, pick) : undefined
  const opposite = pick === smaller ? greater : smaller
  const bound = certain.length > 0 ? best(certain, other, pick) : group.complete ? best(members, other, opposite) : undefined
  const value = side === 'from' ? between(reach, bound, grounds) : between(bound, reach, grounds)
  return certain.length === 0 ? { ...value, notApplicable: true, grounds } : value
}

/** Least value over the members that count; not applicable over none. */
export const minOfMembers = (group: Group<MeasuredMember>): Value => extreme(group, smaller, 'from')

/** Greatest value over the members that count; not applicable over none. */
export const maxOfMembers = (group: Group<MeasuredMember>): Value => extreme(group, greater, 'to')

