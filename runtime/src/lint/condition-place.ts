import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { FormDocument } from '../documents/form-document.ts'
import type { Expression, LogicPiece, Subject } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import { itemsOf } from '../form/form-items.ts'
import { cellLeaf } from '../logic/table.ts'
import type { Assembly } from '../release/assembly.ts'
import { conditionKeys, partsOfExpression, readingInside } from './expression-part.ts'
import type { Path } from './path.ts'
import { expressionsOfPiece } from './piece-expression.ts'
import type { Reading } from './reading.ts'

/** What a condition is for. */
export type ConditionUse = 'applies' | 'named' | 'rule' | 'entitlement' | 'cell' | 'expression' | 'visible' | 'check'

/** A whole condition where it stands, and of whom it is judged. A cell of a table is one comparison. */
export interface ConditionPlace extends Reading {
  readonly condition: Condition
  readonly path: Path
  readonly use: ConditionUse
}

/** A node of a condition with its own place and the conditions that stand beside it, or beside its parents, in an `all`. */
export interface ConditionNode {
  readonly condition: Condition
  readonly path: Path
  readonly beside: readonly Condition[]
}

/** The children of a node with their places. */
export const placedChildren = (condition: Condition, path: Path): readonly Omit<ConditionNode, 'beside'>[] => {
  const group = 'all' in condition ? 'all' : 'any'
  return childrenOf(condition).map((child, index) => ({ condition: child, path: 'not' in condition ? [...path, 'not'] : [...path, group, index] }))
}

/** Every node, depth first; a named condition is one node. */
export const nodesOfCondition = (condition: Condition, path: Path, beside: readonly Condition[] = []): readonly ConditionNode[] => [
  { condition, path, beside },
  ...placedChildren(condition, path).flatMap((child) =>
    nodesOfCondition(child.condition, child.path, 'all' in condition ? [...beside, ...condition.all.filter((other) => other !== child.condition)] : beside)),
]

/** A comparison where it stands. */
export interface PlacedLeaf extends Omit<ConditionNode, 'condition'> {
  readonly leaf: Leaf
  readonly place: ConditionPlace
}

/** Every comparison of some conditions. */
export const placedLeavesOf = (places: readonly ConditionPlace[]): readonly PlacedLeaf[] =>
  places.flatMap((place) => nodesOfCondition(place.condition, place.path).flatMap(({ condition, path, beside }) => (isLeaf(condition) ? [{ leaf: condition, path, beside, place }] : [])))

const inExpression = (expression: Expression, path: Path, reading: Reading): readonly ConditionPlace[] => {
  if (typeof expression !== 'object') return []
  const inner = readingInside(expression, reading)
  const own = Object.entries(expression).flatMap(([key, part]: [string, unknown]): readonly ConditionPlace[] =>
    (conditionKeys.includes(key) ? [{ condition: part as Condition, path: [...path, key], use: 'expression', ...inner }] : []))
  return [...own, ...partsOfExpression(expression).flatMap(({ part, keys }) => inExpression(part, [...path, ...keys], inner))]
}

const inPiece = (piece: LogicPiece, path: Path): readonly ConditionPlace[] => {
  const of = piece.of ?? 'household'
  if (piece.kind === 'fact' || piece.kind === 'entitlement') {
    const inside = expressionsOfPiece(piece, path).flatMap(({ expression, path: at }) => inExpression(expression, at, { of }))
    return piece.kind === 'fact' ? inside : [{ condition: piece.conditions, path: [...path, 'conditions'], of, use: 'entitlement' }, ...inside]
  }
  if (piece.kind === 'condition') return [{ condition: piece.conditions, path: [...path, 'conditions'], of, use: 'named' }]
  if (piece.kind === 'rules') return piece.rules.map((rule, index) => ({ condition: rule.conditions, path: [...path, 'rules', index, 'conditions'], of, use: 'rule' }))
  if (piece.kind === 'outcome') return []
  return piece.rows.flatMap((row, index) => row.when.flatMap((_cell, column): readonly ConditionPlace[] => {
    const leaf = cellLeaf(piece, row, column)
    return leaf ? [{ condition: leaf, path: [...path, 'rows', index, 'when', column], of, use: 'cell' }] : []
  }))
}

const shownPlace = (visible: Condition | undefined, path: Path, of: Subject): readonly ConditionPlace[] =>
  (visible ? [{ condition: visible, path: [...path, 'visible'], of, use: 'visible' }] : [])

const inForm = (form: FormDocument, path: Path): readonly ConditionPlace[] => [
  ...form.sections.flatMap(({ visible }, index) => shownPlace(visible, [...path, 'sections', index], 'household')),
  ...itemsOf(form, path).flatMap(({ item, path: at, of }) => ('visible' in item ? shownPlace(item.visible, at, of) : [])),
  ...(form.checks ?? []).map(({ conditions, of = 'household' }, index): ConditionPlace => ({ condition: conditions, path: [...path, 'checks', index, 'conditions'], of, use: 'check' })),
]

/** The documents that conditions stand in. */
export interface ConditionSources {
  readonly assembly: Assembly
  readonly release: Release
  readonly pieces: readonly { readonly piece: LogicPiece; readonly path: Path }[]
}

/** Every condition of a release and of what it shares, in document order. */
export const conditionPlacesOf = ({ assembly, release, pieces }: ConditionSources): readonly ConditionPlace[] => [
  ...[...assembly.fields.values()].flatMap(({ id, place, schema: { applies } }): readonly ConditionPlace[] =>
    (applies ? [{ condition: applies, path: ['common', 'dictionary', place, id, 'applies'], of: place === 'members' ? 'members' : 'household', use: 'applies' }] : [])),
  ...pieces.flatMap(({ piece, path }) => inPiece(piece, path)),
  ...release.forms.flatMap((form, index) => inForm(form, ['forms', index])),
]
