import { childrenOf, isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf, ParameterReference } from '../documents/condition-document.ts'
import { entitlementParts, outcomeSource, type Expression, type LogicPiece, type Recorded, type Subject } from '../documents/logic-document.ts'
import { overOf } from '../logic/over.ts'
import { cellLeaf } from '../logic/table.ts'

type Path = readonly (string | number)[]

/** Of whom something is read: of the household or each member, and inside an aggregate over history of an earlier decision. */
interface Reader {
  readonly of: Subject
  readonly history?: Recorded
}

/** One thing a document refers to, where it stands, and of whom it is read. */
export type Reference = Reader & { readonly path: Path } & (
  | { readonly kind: 'fact'; readonly reference: FactReference; readonly asksKnown?: boolean }
  | { readonly kind: 'parameter'; readonly reference: ParameterReference }
  | { readonly kind: 'condition'; readonly name: string }
  | { readonly kind: 'rules'; readonly name: string }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
)

/** Everything a condition refers to, depth first. */
export const referencesOfCondition = (condition: Condition, path: Path, of: Subject): readonly Reference[] => conditionReferences(condition, path, { of })

const conditionReferences = (condition: Condition, path: Path, reader: Reader): readonly Reference[] => {
  if ('condition' in condition) return [{ kind: 'condition', name: condition.condition, path, ...reader }]
  if (!isLeaf(condition)) return childrenOf(condition).flatMap((child, index) => conditionReferences(child, 'not' in condition ? [...path, 'not'] : [...path, 'all' in condition ? 'all' : 'any', index], reader))
  const left: Reference = isParameterReference(condition)
    ? { kind: 'parameter', reference: condition, path, ...reader }
    : { kind: 'fact', reference: condition, path: [...path, 'fact'], asksKnown: condition.operator === 'isKnown', ...reader }
  return [left, { kind: 'leaf', leaf: condition, path, ...reader }, ...operandsOf(condition.value).flatMap((operand) => operandReferences(operand, [...path, 'value'], reader))]
}

const operandReferences = (operand: unknown, path: Path, reader: Reader): readonly Reference[] => {
  if (isFactReference(operand)) return [{ kind: 'fact', reference: operand, path, ...reader }]
  return isParameterReference(operand) ? [{ kind: 'parameter', reference: operand, path, ...reader }] : []
}

/** Everything an expression refers to; inside an aggregate the members or the earlier decisions are read. */
export const referencesOfExpression = (expression: Expression, path: Path, of: Subject): readonly Reference[] => expressionReferences(expression, path, { of })

const expressionReferences = (expression: Expression, path: Path, reader: Reader): readonly Reference[] => {
  if (typeof expression !== 'object') return []
  if ('fact' in expression || 'parameter' in expression) return operandReferences(expression, path, reader)
  if ('countEvents' in expression) return [{ kind: 'rules', name: expression.countEvents, path, ...reader }]
  const over = overOf(expression)
  const inner: Reader = over === 'members' ? { of: 'members' } : over ? { of: reader.of, history: over } : reader
  const parts = Object.entries(expression).flatMap(([key, part]: [string, unknown]) => {
    const below = [...path, key]
    if (key === 'where' || key === 'among' || key === 'if') return conditionReferences(part as Condition, below, inner)
    if (Array.isArray(part)) return part.flatMap((each, index) => expressionReferences(each as Expression, [...below, index], reader))
    return typeof part === 'object' && part !== null ? expressionReferences(part as Expression, below, inner) : []
  })
  return typeof over === 'object' ? [{ kind: 'fact', reference: { fact: over.outcome, as: 'recorded' }, path: [...path, 'outcome'], ...reader }, ...parts] : parts
}

/** Everything a piece refers to. */
export const referencesOfPiece = (piece: LogicPiece, path: Path): readonly Reference[] => {
  const reader: Reader = { of: piece.of ?? 'household' }
  return pieceReferences[piece.kind](piece as never, path, reader)
}

type PieceReferences = { readonly [Kind in LogicPiece['kind']]: (piece: Extract<LogicPiece, { readonly kind: Kind }>, path: Path, reader: Reader) => readonly Reference[] }

const pieceReferences: PieceReferences = {
  fact: (piece, path, reader) => expressionReferences(piece.value, [...path, 'value'], reader),
  condition: (piece, path, reader) => conditionReferences(piece.conditions, [...path, 'conditions'], reader),
  outcome: (piece, path, reader) => [{ kind: 'fact', reference: outcomeSource(piece), path: [...path, 'from'], ...reader }],
  rules: (piece, path, reader) => piece.rules.flatMap((rule, index) => conditionReferences(rule.conditions, [...path, 'rules', index, 'conditions'], reader)),
  entitlement: (piece, path, reader) => [
    ...conditionReferences(piece.conditions, [...path, 'conditions'], reader),
    ...entitlementParts(piece).flatMap(([below, part]) => expressionReferences(part, [...path, ...below], reader)),
  ],
  table: (piece, path, reader) => piece.rows.flatMap((row, index) => [
    ...row.when.flatMap((_cell, column): readonly Reference[] => {
      const leaf = cellLeaf(piece, row, column)
      return leaf ? conditionReferences(leaf, [...path, 'rows', index, 'when', column], reader) : []
    }),
    ...row.then.flatMap((output, column) => operandReferences(output, [...path, 'rows', index, 'then', column], reader)),
  ]),
}
