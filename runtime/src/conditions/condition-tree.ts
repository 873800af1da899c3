import type { Condition, FactReference, Leaf, Operand, ParameterReference, SingleOperand } from '../documents/condition-document.ts'

export const isLeaf = (condition: Condition): condition is Leaf => 'operator' in condition

/** The conditions one level below; a leaf and a named condition have none. */
export const childrenOf = (condition: Condition): readonly Condition[] => {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  return []
}

export const isFactReference = (value: unknown): value is FactReference => typeof value === 'object' && value !== null && 'fact' in value

export const isParameterReference = (value: unknown): value is ParameterReference => typeof value === 'object' && value !== null && 'parameter' in value

const isOperandList = (operand: Operand): operand is readonly SingleOperand[] => Array.isArray(operand)

/** The right side as a list: one entry, or those of `in`, `notIn` and `between`. */
export const operandsOf = (operand: Operand): readonly SingleOperand[] => (isOperandList(operand) ? operand : [operand])

/** Every leaf of a tree, in order; named conditions are not entered. */
export const leavesOf = (condition: Condition): readonly Leaf[] => (isLeaf(condition) ? [condition] : childrenOf(condition).flatMap(leavesOf))

/** Names of the named conditions a tree uses directly. */
export const namedConditionsOf = (condition: Condition): readonly string[] =>
  'condition' in condition ? [condition.condition] : childrenOf(condition).flatMap(namedConditionsOf)
