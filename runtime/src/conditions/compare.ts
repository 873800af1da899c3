import type { OperatorName } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Value } from '../values/value.ts'
import { operatorOf } from './operators.ts'

/**
 * Truth of one comparison. Every comparison with something not applicable is false; where that is only possible, the
 * comparison cannot be certainly true.
 */
export const compare = (name: OperatorName, left: Value, right: readonly Value[]): Truth => {
  if (left.possible.kind === 'none' || right.some((value) => value.possible.kind === 'none')) return false
  const truth = operatorOf(name).compare(left, right)
  const perhapsFalse = left.notApplicable || right.some((value) => value.notApplicable)
  return truth === true && perhapsFalse ? 'unknown' : truth
}
