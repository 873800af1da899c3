import { operandsOf } from '../conditions/condition-tree.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { TurningDay, TurningDays } from '../conditions/operators/turning-days.ts'
import type { FactReference, Leaf, SingleOperand } from '../documents/condition-document.ts'
import type { MomentName } from '../documents/logic-document.ts'
import { Interpreter } from '../logic/interpreter.ts'
import type { Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { addDays } from '../values/day.ts'
import { certainScalar, sameScalar } from '../values/value.ts'

interface Comparison {
  readonly leaf: Leaf & FactReference
  readonly operand: SingleOperand
}

const daysOf = ({ leaf, operand }: Comparison): TurningDays => operatorOf(leaf.operator).turns?.[Math.max(0, operandsOf(leaf.value).indexOf(operand))] ?? {}

/** The date by whose passing an age grows; undefined of every other fact. */
const growsWith = (assembly: Assembly, { fact }: FactReference): MomentName | undefined => {
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind !== 'fact' || typeof piece.value !== 'object') return undefined
  const [, until] = 'ageInYears' in piece.value ? piece.value.ageInYears : 'ageInMonths' in piece.value ? piece.value.ageInMonths : []
  return typeof until === 'object' && 'moment' in until ? until.moment : undefined
}

/**
 * The days of an age that cases beside a threshold must be on, so that the comparison turns from one day to the next: a
 * child is under six until the day before the birthday. Of what is no age, none.
 */
export const turningDaysOf = (assembly: Assembly, comparison: Comparison): TurningDays => (growsWith(assembly, comparison.leaf) === undefined ? {} : daysOf(comparison))

/** Whether an age is on such a day: the day before, or the day after, it certainly is another one. */
export const isOnTurningDay = async ({ leaf }: Pick<Comparison, 'leaf'>, day: TurningDay, interpreter: Interpreter, scope: Scope): Promise<boolean> => {
  const { assembly, request } = interpreter
  const name = growsWith(assembly, leaf)
  if (name === undefined) return false
  const moment = { ...request.moment, [name]: addDays(request.moment[name], day === 'first' ? -1 : 1) }
  const [now, beside] = await Promise.all([interpreter, new Interpreter(assembly, { ...request, moment })].map(async (each) => certainScalar(await each.readFact(leaf, scope))))
  return now !== undefined && beside !== undefined && !sameScalar(now, beside)
}
