import type { Literal } from '../documents/condition-document.ts'
import type { Answer, MemberAnswers } from '../documents/input-document.ts'
import type { Assumptions } from '../documents/release-document.ts'
import type { EvaluationRequest } from '../logic/scope.ts'

/** What can be changed to see what would follow. `name` is the full name under which `assume` puts a piece in place. */
export type ChangeTarget =
  | { readonly kind: 'answer'; readonly place: 'household' | 'members'; readonly field: string; readonly member?: string }
  | { readonly kind: 'fact'; readonly name: string; readonly fact: string; readonly member?: string }
  | { readonly kind: 'rule'; readonly name: string; readonly set: string; readonly rule: string; readonly member?: string }

/** One thing put in place of what it is now. */
export interface Replacement {
  readonly target: ChangeTarget
  readonly to: Answer
}

type Apply<Target> = (request: EvaluationRequest, target: Target, to: Answer) => EvaluationRequest

const isLiteral = (answer: Answer): answer is Literal => typeof answer !== 'object'

const answered: Apply<Extract<ChangeTarget, { kind: 'answer' }>> = (request, { place, field, member }, to) => {
  const { input } = request
  if (place === 'household') return { ...request, input: { ...input, household: { ...input.household, [field]: to } } }
  const members = (input.members ?? []).map((each): MemberAnswers => (each.id === member ? { ...each, [field]: to } : each))
  return { ...request, input: { ...input, members } }
}

/** An assumption of one member beside those already made of others. */
const ofMembers = ({ input }: EvaluationRequest, before: Assumptions[string] | undefined): Readonly<Record<string, Literal>> => {
  if (before === undefined) return {}
  return typeof before === 'object' ? before : Object.fromEntries((input.members ?? []).map(({ id }) => [id, before]))
}

const assumed: Apply<Extract<ChangeTarget, { kind: 'fact' | 'rule' }>> = (request, { name, member }, to) => {
  if (!isLiteral(to)) throw new Error(`${name} cannot be assumed to be a list`)
  const value = member === undefined ? to : { ...ofMembers(request, request.assume?.[name]), [member]: to }
  return { ...request, assume: { ...request.assume, [name]: value } }
}

/** The same question with some things changed: answers in the input, facts and rules by assumption. */
export const applyChanges = (request: EvaluationRequest, changes: readonly Replacement[]): EvaluationRequest =>
  changes.reduce((changed, { target, to }) => (target.kind === 'answer' ? answered(changed, target, to) : assumed(changed, target, to)), request)
