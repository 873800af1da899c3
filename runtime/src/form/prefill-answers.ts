import type { FieldItem } from '../documents/form-document.ts'
import type { Answers, HouseholdInput, MemberAnswers } from '../documents/input-document.ts'
import { householdItems, memberItems } from './form-items.ts'
import type { FormSet } from './form-set.ts'

/** Answers a new submission starts with: of what the register knows, the questions the form marks `prefill`. */
export const prefillAnswers = ({ form }: FormSet, { household = {}, members = [] }: HouseholdInput): { readonly household: Answers; readonly members: readonly MemberAnswers[] } => ({
  household: taken(householdItems(form), household),
  members: members.map((member) => ({ ...taken(memberItems(form), member), id: member.id })),
})

const taken = (items: readonly FieldItem[], answers: Answers): Answers =>
  Object.fromEntries(items.flatMap(({ field, prefill }) => {
    const answer = answers[field]
    return prefill && answer !== undefined ? [[field, answer] as const] : []
  }))
