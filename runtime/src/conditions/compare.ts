import type { OperatorName } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Value } from '../values/value.ts'
import { operatorOf } from './operators.ts'

/**
 * Truth of one comparison. Every comparison with something not applicable is false; where that is only possible, the
 * comparison cannot be certainly true.
 */
export const compare = (name: OperatorName, left: Value, right: readonly Value[]): Truth => {
  if (left.possible.kind === 'none' || right.some(isNone)) return false
  const truth = operatorOf(name).compare(left, right)
  return truth === true && (left.notApplicable || right.some(isPerhapsNone)) ? 'unknown' : truth
}

const isNone = ({ possible }: Value): boolean => possible.kind === 'none'

const isPerhapsNone = ({ notApplicable }: Value): boolean => notApplicable
