import { isLeaf } from '../conditions/condition-tree.ts'
import type { EntitlementResult, Grounds } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import type { EntitlementPiece, Expression, Period } from '../documents/logic-document.ts'
import { mergeGrounds, noGrounds } from '../values/grounds.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'
import { decidingChildren } from './condition-grounds.ts'
import { evaluateExpression } from './expression.ts'
import type { Interpreter } from './interpreter.ts'
import type { JudgedCondition } from './rules-engine.ts'
import type { Scope } from './scope.ts'
import type { Soon } from './soon.ts'

/** Whether a benefit is granted to the household or member of the scope, and what of it is certain. */
export const readEntitlement = (interpreter: Interpreter, piece: EntitlementPiece, scope: Scope): Soon<EntitlementResult> =>
  interpreter.naming(piece.id, () => entitlementResult(interpreter, piece, scope))

const entitlementResult = async (interpreter: Interpreter, piece: EntitlementPiece, scope: Scope): Promise<EntitlementResult> => {
  const granted = await interpreter.readFact({ fact: piece.id }, scope)
  const truth = certainScalar(granted)
  const state = truth === undefined ? 'undetermined' : truth === true ? 'granted' : 'refused'
  const judged = granted.grounds.replaced.length > 0 ? undefined : await interpreter.judge(piece.conditions, scope)
  const parts = state === 'granted' ? await grantedParts(interpreter, piece, scope) : { grounds: noGrounds }
  const { grounds, ...given } = parts
  return {
    id: piece.id,
    title: piece.title,
    recipient: scope.member ? 'member' : 'household',
    ...(scope.member && { member: scope.member.id }),
    state,
    bound: piece.bound ?? 'exact',
    ...(piece.level_bound && { level_bound: piece.level_bound }),
    ...(piece.citation && { citation: piece.citation }),
    ...(piece.certainty && { certainty: piece.certainty }),
    ...given,
    ...mergeGrounds(granted.grounds, grounds),
    reasons: judged ? [...new Set(decidingLeaves(judged))] : [],
  }
}

/** The comparisons that decide a condition, by id: all that must hold, or those that fail. */
const decidingLeaves = (judged: JudgedCondition): readonly string[] =>
  isLeaf(judged.condition) ? [judged.condition.id] : decidingChildren(judged).flatMap(decidingLeaves)

type GrantedParts = Pick<EntitlementResult, 'level' | 'level_unit' | 'level_list' | 'amount' | 'unit' | 'period'> & { readonly grounds: Grounds }

const grantedParts = async (interpreter: Interpreter, piece: EntitlementPiece, scope: Scope): Promise<GrantedParts> => {
  const read = async (part: Expression | undefined): Promise<Value | undefined> => part === undefined ? undefined : evaluateExpression(part, interpreter.expressionReader(scope))
  const { level, amount, level_unit: levelUnit, level_list: levelList, unit, period } = piece
  const [levelValue, amountValue, atMost, from, to] = await Promise.all([read(level), read(amount), read(period?.at_most), read(period?.from), read(period?.to)])
  const [certainLevel, certainAmount] = [answerOf(levelValue), answerOf(amountValue)]
  return {
    ...(certainLevel !== undefined && { level: certainLevel }),
    ...(level !== undefined && levelUnit !== undefined && { level_unit: levelUnit }),
    ...(level !== undefined && levelList !== undefined && { level_list: levelList }),
    ...(typeof certainAmount === 'number' && { amount: certainAmount }),
    ...(amount !== undefined && unit !== undefined && { unit }),
    ...(period && { period: periodOf(period, answerOf(atMost), answerOf(from), answerOf(to)) }),
    grounds: mergeGrounds(...[levelValue, amountValue, atMost, from, to].flatMap((value) => (value ? [value.grounds] : []))),
  }
}

const answerOf = (value: Value | undefined): Answer | undefined => {
  const scalar = value && certainScalar(value)
  return scalar === undefined ? undefined : toAnswer(scalar)
}

const periodOf = ({ every }: Period, atMost: Answer | undefined, from: Answer | undefined, to: Answer | undefined): NonNullable<EntitlementResult['period']> => ({
  every,
  ...(typeof atMost === 'number' && { at_most: atMost }),
  ...(typeof from === 'string' && { from }),
  ...(typeof to === 'string' && { to }),
})
