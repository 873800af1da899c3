import { isExtensionName, type ExtensionName } from '../documents/extension-name.ts'
import type { CoreOperatorName, OperatorName } from '../documents/condition-document.ts'
import { contains } from './operators/contains.ts'
import { equal, isIn, notEqual, notIn } from './operators/equality.ts'
import { isKnown } from './operators/is-known.ts'
import { notInstalled } from './operators/not-installed.ts'
import type { Operator } from './operators/operator.ts'
import { greaterThan, greaterThanInclusive, isBetween, lessThan, lessThanInclusive } from './operators/order.ts'

/** Every operator of the core. A name without its operator does not compile. */
const ofCore: Readonly<Record<CoreOperatorName, Operator>> = {
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

const registered = new Map<string, Operator>(Object.entries(ofCore))

/** The operators of the core and of the packages that are installed, in the order in which they are offered. */
export const operatorEntries = (): readonly (readonly [OperatorName, Operator])[] => [...registered] as readonly (readonly [OperatorName, Operator])[]

export const findOperator = (name: string): Operator | undefined => registered.get(name)

/** The operator of a name that a document may have; of a package that is not installed, one that says so and decides nothing. */
export const operatorOf = (name: OperatorName): Operator => registered.get(name) ?? notInstalled(name)

/** Whether a document may name an operator so, here or where its package is installed. */
export const isOperatorName = (name: string): name is OperatorName => registered.has(name) || isExtensionName(name)

/** Adds the operators of a package; what comes back takes them away again. */
export const addOperators = (operators: Readonly<Record<ExtensionName, Operator>>): (() => void) => {
  for (const [name, operator] of Object.entries(operators)) registered.set(name, operator)
  return () => {
    for (const name of Object.keys(operators)) registered.delete(name)
  }
}
