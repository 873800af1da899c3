import type { Condition, FactReference } from '../../documents/condition-document.ts'
import type { Answer, HouseholdInput, Moment } from '../../documents/input-document.ts'
import type { Expression } from '../../documents/logic-document.ts'
import { Interpreter } from '../../logic/interpreter.ts'
import { literalValue } from '../../logic/literal-value.ts'
import { householdScope, type Scope } from '../../logic/scope.ts'
import type { Assembly } from '../../release/assembly.ts'
import { certainScalar, known, sameScalar, type Scalar, type Value } from '../../values/value.ts'
import type { Candidates } from './candidates.ts'

/** A household being made: answers given so far, read by the interpreter. An answer once given is never changed. */
export interface Draft {
  readonly input: HouseholdInput
  readonly interpreter: Interpreter
}

/** Households that meet a goal, one after another; each starts from the draft and adds answers. */
export type Drafts = AsyncIterable<Draft>

/** Whose fact is meant: the household's, or that of the member with this id. */
export type Whose = string | undefined

/**
 * The search for answers by which a condition or value comes out as wanted. It works backwards through the logic and
 * trusts nothing but the interpreter: a draft is handed on only where the interpreter finds the goal certain.
 */
export interface Reach {
  readonly assembly: Assembly
  readonly moment: Moment
  readonly candidates: Candidates
  /** Drafts that may still be made; the search ends where none is left. */
  readonly budget: { left: number }
  readonly condition: (condition: Condition, want: boolean, draft: Draft, whose: Whose) => Drafts
  readonly fact: (reference: FactReference, want: Scalar, draft: Draft, whose: Whose) => Drafts
  readonly expression: (expression: Expression, want: Scalar, draft: Draft, whose: Whose) => Drafts
}

/** A draft with these answers; undefined where the budget is used up. */
export const draftOf = ({ assembly, moment, budget }: Pick<Reach, 'assembly' | 'moment' | 'budget'>, input: HouseholdInput): Draft | undefined => {
  if (budget.left <= 0) return undefined
  budget.left -= 1
  return { input, interpreter: new Interpreter(assembly, { input, moment }) }
}

export const scopeOf = ({ interpreter }: Draft, whose: Whose): Scope => interpreter.memberScopes()?.find(({ member }) => whose !== undefined && member?.id === whose) ?? householdScope

/** A scalar as the interpreter holds it: a text that is a day is a day. */
export const scalarValue = (scalar: Scalar): Value => (typeof scalar === 'string' ? literalValue(scalar) : known(scalar))

/** What a fact certainly is in a draft; undefined where it is open or does not apply. */
export const certainFact = async (draft: Draft, reference: FactReference, whose: Whose): Promise<Scalar | undefined> =>
  certainScalar(await draft.interpreter.readFact(reference, scopeOf(draft, whose)))

/** Whether a value certainly is the one wanted, certainly is not, or can still be. */
export const judgeWanted = (value: Value, want: Scalar): boolean | 'unknown' => {
  const scalar = certainScalar(value)
  if (scalar !== undefined) return sameScalar(scalar, want)
  return value.possible.kind === 'none' ? false : 'unknown'
}

/** The draft with one more answer; the member, where it is a member's, is there already. */
export const withAnswer = (input: HouseholdInput, place: 'household' | 'members' | 'unit', field: string, answer: Answer, whose: Whose): HouseholdInput => {
  if (place !== 'members') return { ...input, [place]: { ...input[place], [field]: answer } }
  return { ...input, members: (input.members ?? []).map((member) => (member.id === whose ? { ...member, [field]: answer } : member)) }
}

/** Meets goals one after another, each from what the one before it came to. */
export async function* inTurn<Goal>(goals: readonly Goal[], draft: Draft, meet: (goal: Goal, draft: Draft) => Drafts): AsyncGenerator<Draft> {
  const [first, ...rest] = goals
  if (first === undefined) {
    yield draft
    return
  }
  for await (const met of meet(first, draft)) yield* inTurn(rest, met, meet)
}
