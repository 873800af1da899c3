import { entitlementParts, type Expression, type LogicPiece } from '../documents/logic-document.ts'
import { nodesOfExpression, type ExpressionNode } from './expression-part.ts'
import type { Path } from './path.ts'

/** The whole expressions of a piece with their places: a fact's value, what an entitlement computes. */
export const expressionsOfPiece = (piece: LogicPiece, path: Path): readonly { readonly expression: Expression; readonly path: Path }[] => {
  if (piece.kind === 'fact') return [{ expression: piece.value, path: [...path, 'value'] }]
  return piece.kind === 'entitlement' ? entitlementParts(piece).map(([below, expression]) => ({ expression, path: [...path, ...below] })) : []
}

/** Every expression of a piece, the whole ones and those inside them. */
export const expressionNodesOfPiece = (piece: LogicPiece, path: Path): readonly ExpressionNode[] =>
  expressionsOfPiece(piece, path).flatMap(({ expression, path: at }) => nodesOfExpression(expression, at, { of: piece.of ?? 'household' }))
