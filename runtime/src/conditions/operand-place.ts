import type { OperatorName } from '../documents/condition-document.ts'
import type { ValueType } from '../values/value-type.ts'
import { operatorOf } from './operators.ts'
import type { Operator } from './operators/operator.ts'

/** The place on the right of an operator that takes something else than the left side is; undefined where it takes the same. */
export const operandPlace = (operator: OperatorName, index: number) => operatorOf(operator).operands?.[index]

/** The type of a value on the right of a left side: the same, of several codes one of them, or what the operator takes there. */
export const operandTypeOf = ({ operands }: Operator, left: ValueType, index: number): ValueType => operands?.[index]?.type ?? (left === 'list' ? 'text' : left)

/** The same by the operator's name. */
export const operandType = (operator: OperatorName, left: ValueType, index: number): ValueType => operandTypeOf(operatorOf(operator), left, index)

/** Whether a literal there is text even where it looks like a day. Of several codes it is a code, which never does. */
export const comparesText = (operator: OperatorName, left: ValueType | undefined, index: number): boolean =>
  (operandPlace(operator, index)?.type ?? left) === 'text'
