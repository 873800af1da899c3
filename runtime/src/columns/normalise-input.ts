import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import { latestFirst } from './history-columns.ts'
import type { Answer, Answers, HouseholdInput, MemberAnswers } from '../documents/input-document.ts'

type Fields = Readonly<Record<string, FieldSchema>>

/** Codes of a multiple choice in the order of their list; what is in no list keeps its order behind them. */
const inListOrder = (answer: Answer, codes: readonly string[]): Answer => {
  if (typeof answer !== 'object') return answer
  return [...codes.filter((code) => answer.includes(code)), ...answer.filter((code) => !codes.includes(code))]
}

/**
 * The same household for every evaluation, in one form: only questions of the dictionary, in its order, the latest decision
 * first, with the parts that may be left out written down. Neither unknown answers nor their meaning change.
 */
export const normaliseInput = ({ dictionary, lists }: CommonDocument, input: HouseholdInput): HouseholdInput => {
  const codes = new Map(lists.map(({ id, entries }) => [id, entries.map(({ code }) => code)]))
  const group = (fields: Fields, answers: Answers = {}): Answers =>
    Object.fromEntries(Object.entries(fields).flatMap(([id, schema]) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
      return answer === undefined ? [] : [[id, inListOrder(answer, codes.get(schema['x-list'] ?? '') ?? [])] as const]
    }))
  const { household, members, unit } = dictionary.properties
  const member = (answers: MemberAnswers): MemberAnswers => ({ ...group(members.items.properties, answers), id: answers.id })
  return {
    household: group(household.properties, input.household),
    unit: group(unit.properties, input.unit),
    ...(input.members && { members: input.members.map(member) }),
    ...(input.members_complete === false && { members_complete: false }),
    ...(input.history && { history: latestFirst(input.history) }),
    ...(input.history_from !== undefined && { history_from: input.history_from }),
  }
}
