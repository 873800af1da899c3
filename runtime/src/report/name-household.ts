import type { PlanResult } from '../plan/results/plan-result.ts'
import type { Answer, HouseholdInput } from '../documents/input-document.ts'
import { countHousehold } from './count-household.ts'
import { listed } from './question-writer.ts'
import { nothing } from './report-figures.ts'
import type { ListedHousehold, NamesQuestion, ValueAsked } from './report-names.ts'

/** A household in the lists it stands in or may stand in, by what was found of it and what it answered. */
export const nameHousehold = ({ assembly, blocks, values }: NamesQuestion, result: Pick<PlanResult, 'facts' | 'rules'>, { input, unit }: { readonly input: HouseholdInput; readonly unit: string }): readonly Omit<ListedHousehold, 'household' | 'title' | 'place'>[] => {
  const told = Object.fromEntries(values.flatMap((asked): readonly (readonly [string, Answer | null])[] => {
    const value = 'fact' in asked ? factOf(result, asked) : answerOf(assembly.common.register.head, input, asked.answer)
    return value === undefined ? [] : [[asked.column, value]]
  }))
  return countHousehold({ blocks }, result, unit).flatMap(({ block, keys, amounts: [itself = nothing, ...amounts] }) =>
    (itself.value === 0 && itself.open === 0 ? [] : [{ block, unit, keys: keys.at(-1) === listed ? keys.slice(0, -1) : keys, certain: itself.open === 0, amounts, values: told }]))
}

const factOf = ({ facts }: Pick<PlanResult, 'facts'>, { fact }: Extract<ValueAsked, { readonly fact: string }>): Answer | null | undefined => {
  const found = facts.find(({ id }) => id === fact)
  return found?.not_applicable ? null : found?.value
}

const answerOf = (head: NamesQuestion['assembly']['common']['register']['head'], { members = [] }: HouseholdInput, field: string): Answer | undefined =>
  members.find((member) => member[head.field] === head.value)?.[field]
