import type { HouseholdInput } from '../documents/input-document.ts'
import type { Question } from '../documents/evaluation-document.ts'

/** An answer by its place; the record of earlier decisions is one answer. */
export interface GivenAnswer {
  readonly place: 'household' | 'members' | 'unit' | 'history'
  readonly field: string
  readonly member?: string
}

/** Every answer of a household, in the order of the input; members' ids are no answers. */
export const answersGiven = ({ household = {}, unit = {}, members = [], history }: HouseholdInput): readonly GivenAnswer[] => [
  ...Object.keys(household).map((field) => ({ place: 'household' as const, field })),
  ...members.flatMap((member) => Object.keys(member).filter((field) => field !== 'id').map((field) => ({ place: 'members' as const, field, member: member.id }))),
  ...Object.keys(unit).map((field) => ({ place: 'unit' as const, field })),
  ...(history === undefined ? [] : [{ place: 'history' as const, field: 'history' }]),
]

/** The question an answer answers. */
export const questionOfAnswer = ({ field, member }: GivenAnswer): Question => (member === undefined ? { field } : { field, member })

const without = <Answers extends object>(answers: Answers, field: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== field)) as Answers

/** The household without one answer. */
export const withoutAnswer = (input: HouseholdInput, { place, field, member }: GivenAnswer): HouseholdInput => {
  if (place === 'members') return { ...input, members: (input.members ?? []).map((each) => (each.id === member ? without(each, field) : each)) }
  if (place === 'history') return without(input, place)
  const answers = without(input[place] ?? {}, field)
  return Object.keys(answers).length === 0 ? without(input, place) : { ...input, [place]: answers }
}

const withoutMember = (input: HouseholdInput, id: string): HouseholdInput => ({ ...input, members: (input.members ?? []).filter((member) => member.id !== id) })

type Holds = (input: HouseholdInput) => Promise<boolean>

/**
 * Leaves out of a household every member but the last and every answer without which it still holds. What stays cannot be left out
 * alone: fewer answers never make more certain.
 */
export const minimalInput = async (input: HouseholdInput, holds: Holds): Promise<HouseholdInput> => {
  let least = input
  const tryWithout = async (fewer: HouseholdInput): Promise<void> => {
    if (await holds(fewer)) least = fewer
  }
  if (input.members !== undefined) await tryWithout(without(input, 'members'))
  for (const { id } of least.members ?? []) if ((least.members ?? []).length > 1) await tryWithout(withoutMember(least, id))
  for (const answer of answersGiven(least)) await tryWithout(withoutAnswer(least, answer))
  return least
}
