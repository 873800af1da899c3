import type { OperatorName } from '../documents/condition-document.ts'
import { contains } from './operators/contains.ts'
import { equal, isIn, notEqual, notIn } from './operators/equality.ts'
import { isKnown } from './operators/is-known.ts'
import type { Operator } from './operators/operator.ts'
import { greaterThan, greaterThanInclusive, isBetween, lessThan, lessThanInclusive } from './operators/order.ts'

/** Every operator of the language. A name without its operator does not compile. */
export const operators: Readonly<Record<OperatorName, Operator>> = {
  equal,
  notEqual,
  in: isIn,
  notIn,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
  between: isBetween,
  contains,
  isKnown,
}

export const isOperatorName = (name: string): name is OperatorName => Object.hasOwn(operators, name)
