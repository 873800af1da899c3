import { childrenOf, isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf, ParameterReference } from '../documents/condition-document.ts'
import type { Expression, LogicPiece, Subject } from '../documents/logic-document.ts'
import { cellLeaf } from '../logic/table.ts'

type Path = readonly (string | number)[]

/** One thing a document refers to, where it stands, and of whom it is read. */
export type Reference =
  | { readonly kind: 'fact'; readonly reference: FactReference; readonly path: Path; readonly of: Subject; readonly asksKnown?: boolean }
  | { readonly kind: 'parameter'; readonly reference: ParameterReference; readonly path: Path; readonly of: Subject }
  | { readonly kind: 'condition'; readonly name: string; readonly path: Path; readonly of: Subject }
  | { readonly kind: 'rules'; readonly name: string; readonly path: Path; readonly of: Subject }
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly path: Path; readonly of: Subject }

/** Everything a condition refers to, depth first. */
export const referencesOfCondition = (condition: Condition, path: Path, of: Subject): readonly Reference[] => {
  if ('condition' in condition) return [{ kind: 'condition', name: condition.condition, path, of }]
  if (!isLeaf(condition)) return childrenOf(condition).flatMap((child, index) => referencesOfCondition(child, 'not' in condition ? [...path, 'not'] : [...path, 'all' in condition ? 'all' : 'any', index], of))
  const left: Reference = isParameterReference(condition)
    ? { kind: 'parameter', reference: condition, path, of }
    : { kind: 'fact', reference: condition, path: [...path, 'fact'], of, asksKnown: condition.operator === 'isKnown' }
  return [left, { kind: 'leaf', leaf: condition, path, of }, ...operandsOf(condition.value).flatMap((operand) => referencesOfOperand(operand, [...path, 'value'], of))]
}

const referencesOfOperand = (operand: unknown, path: Path, of: Subject): readonly Reference[] => {
  if (isFactReference(operand)) return [{ kind: 'fact', reference: operand, path, of }]
  return isParameterReference(operand) ? [{ kind: 'parameter', reference: operand, path, of }] : []
}

const readsMembers = (expression: object): boolean => Object.values(expression).includes('members')

/** Everything an expression refers to; inside an aggregate the members are read. */
export const referencesOfExpression = (expression: Expression, path: Path, of: Subject): readonly Reference[] => {
  if (typeof expression !== 'object') return []
  if ('fact' in expression || 'parameter' in expression) return referencesOfOperand(expression, path, of)
  if ('countEvents' in expression) return [{ kind: 'rules', name: expression.countEvents, path, of }]
  const inner: Subject = readsMembers(expression) ? 'members' : of
  return Object.entries(expression).flatMap(([key, part]: [string, unknown]) => {
    const below = [...path, key]
    if (key === 'where' || key === 'among' || key === 'if') return referencesOfCondition(part as Condition, below, inner)
    if (Array.isArray(part)) return part.flatMap((each, index) => referencesOfExpression(each as Expression, [...below, index], of))
    return typeof part === 'object' && part !== null ? referencesOfExpression(part as Expression, below, inner) : []
  })
}

/** Everything a piece refers to. */
export const referencesOfPiece = (piece: LogicPiece, path: Path): readonly Reference[] => {
  const of = piece.of ?? 'household'
  if (piece.kind === 'fact') return referencesOfExpression(piece.value, [...path, 'value'], of)
  if (piece.kind === 'condition') return referencesOfCondition(piece.conditions, [...path, 'conditions'], of)
  if (piece.kind === 'outcome') return [{ kind: 'fact', reference: typeof piece.from === 'string' ? { fact: piece.from } : piece.from, path: [...path, 'from'], of }]
  if (piece.kind === 'rules') return piece.rules.flatMap((rule, index) => referencesOfCondition(rule.conditions, [...path, 'rules', index, 'conditions'], of))
  return piece.rows.flatMap((row, index) => [
    ...row.when.flatMap((_cell, column): readonly Reference[] => {
      const leaf = cellLeaf(piece, row, column)
      return leaf ? referencesOfCondition(leaf, [...path, 'rows', index, 'when', column], of) : []
    }),
    ...row.then.flatMap((output, column) => referencesOfOperand(output, [...path, 'rows', index, 'then', column], of)),
  ])
}
