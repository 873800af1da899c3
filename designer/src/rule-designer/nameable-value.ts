import { isLeaf, operandsOf, type Condition, type Literal } from '@tieuchi/runtime'

/** Whether something written could be a parameter: a number or a day. */
export const isNameable = (value: unknown): value is Literal => typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))

/** The value of a comparison that could be a parameter. */
export const nameableValue = (node: Condition): Literal | undefined => {
  if (!isLeaf(node)) return undefined
  const [value, ...more] = operandsOf(node.value)
  return more.length === 0 && isNameable(value) ? value : undefined
}
