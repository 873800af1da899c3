import { isLeaf, operandsOf, type Condition, type Literal } from '@tieuchi/runtime'
import { unwrittenValue } from './operands.ts'

/** The value of a comparison that could be a parameter: a number or a day written into it. */
export const nameableValue = (node: Condition): Literal | undefined => {
  if (!isLeaf(node)) return undefined
  const [value, ...more] = operandsOf(node.value)
  if (more.length > 0 || value === unwrittenValue) return undefined
  return typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) ? value : undefined
}
