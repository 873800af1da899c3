import type { Expression } from '../documents/logic-document.ts'
import { overOf } from '../logic/over.ts'
import type { Path } from './path.ts'
import type { Reading } from './reading.ts'

/** Properties of an expression that hold a condition. */
export const conditionKeys: readonly string[] = ['where', 'among', 'if']

/** Properties that are words or settings. */
const plainKeys = ['fact', 'output', 'as', 'layer', 'outcome', 'parameter', 'at', 'moment', 'countEvents', 'mode', 'unit', 'aggregate']

/** How facts are read inside an expression. */
export const readingInside = (expression: Expression, reading: Reading): Reading => {
  const over = typeof expression === 'object' ? overOf(expression) : undefined
  return over === 'members' ? { of: 'members' } : over ? { of: reading.of, history: over } : reading
}

/** An expression inside another. */
export interface ExpressionPart {
  readonly part: Expression
  /** The property it stands in, and the number in a list. */
  readonly keys: Path
}

/** The word that names what an aggregate is over stands where others have an operand. */
const namesElements = (expression: object, part: unknown): boolean => overOf(expression) !== undefined && (part === 'members' || part === 'history')

/** The expressions directly inside one; conditions are apart. */
export const partsOfExpression = (expression: Expression): readonly ExpressionPart[] => {
  if (typeof expression !== 'object') return []
  return Object.entries(expression).flatMap(([key, part]: [string, unknown]): readonly ExpressionPart[] => {
    if (conditionKeys.includes(key) || plainKeys.includes(key) || namesElements(expression, part)) return []
    return Array.isArray(part) ? part.map((each, index) => ({ part: each as Expression, keys: [key, index] })) : [{ part: part as Expression, keys: [key] }]
  })
}

/** An expression where it stands. */
export interface ExpressionNode extends Reading {
  readonly expression: Expression
  readonly path: Path
  /** The property of the expression around it that holds it; undefined at the root. */
  readonly key?: string
}

/** Every expression in one, itself first; those inside conditions are not entered. */
export const nodesOfExpression = (expression: Expression, path: Path, reading: Reading, key?: string): readonly ExpressionNode[] => [
  { expression, path, ...reading, ...(key !== undefined && { key }) },
  ...partsOfExpression(expression).flatMap(({ part, keys }) => nodesOfExpression(part, [...path, ...keys], readingInside(expression, reading), String(keys[0]))),
]
