import { isFactReference, isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import type { Literal, OperatorName } from '../../documents/condition-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { LogicPiece, TablePiece } from '../../documents/logic-document.ts'
import { isDay } from '../../values/day.ts'
import { formatDate, formatNumber } from '../../values/format.ts'
import { placedLeavesOf, type PlacedLeaf } from '../condition-place.ts'
import type { ExpressionNode } from '../expression-part.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { expressionNodesOfPiece } from '../piece-expression.ts'
import { UnitBook, type UnitGuess } from '../units/unit-book.ts'
import { isCountUnit } from '../units/unit.ts'

const isOfLaw = (literal: unknown): literal is number | string => typeof literal === 'number' || (typeof literal === 'string' && isDay(literal))

const issueOf = (context: LintContext, value: number | string, path: Path): Issue => {
  const written = typeof value === 'number' ? { vi: formatNumber(value, 'vi'), en: formatNumber(value, 'en') } : { vi: formatDate(value), en: formatDate(value) }
  return lintIssue(context, 'number_in_rule', path, { value: written })
}

/** One of something counted asks whether there is any, or only one; one year or one đồng is a value of the law. */
const isStructuralLimit = (value: number | string, unit: UnitGuess): boolean => value === 0 || (value === 1 && (typeof unit !== 'object' || isCountUnit(unit)))

const comparesValue = (operator: OperatorName): boolean => operator !== 'isKnown' && operator !== 'contains'

const inLeaf = (context: LintContext, whole: UnitBook, { leaf, path, place }: PlacedLeaf): readonly Issue[] => {
  const { of, use } = place
  const book = whole.at(place)
  if (use === 'check' || use === 'visible' || !comparesValue(leaf.operator)) return []
  const unit = isParameterReference(leaf) ? book.ofParameter(leaf, of) : isFactReference(leaf) ? book.ofFact(leaf, of) : undefined
  return operandsOf(leaf.value).flatMap((operand) => (isOfLaw(operand) && !isStructuralLimit(operand, unit) ? [issueOf(context, operand, [...path, 'value'])] : []))
}

/** Factors that turn one unit into another: months of a year, percent, thousands. */
const conversions: readonly Literal[] = [12, 100, 1_000, 1_000_000, 1_000_000_000]

const isStructuralOperand = ({ expression, key = '' }: ExpressionNode): boolean =>
  expression === 0 || expression === 1 || expression === -1 || ((key === 'multiply' || key === 'divide') && conversions.includes(expression as Literal))

const inExpression = (context: LintContext, piece: LogicPiece, path: Path): readonly Issue[] =>
  expressionNodesOfPiece(piece, path).flatMap((node) => (isOfLaw(node.expression) && !isStructuralOperand(node) ? [issueOf(context, node.expression, node.path)] : []))

/** Results of a table are its content; they need no parameter where the row says what they rest on. */
const inResults = (context: LintContext, { rows }: TablePiece, path: Path): readonly Issue[] =>
  rows.flatMap(({ then, citation, note }, row) => (citation || note ? [] : then.flatMap((result, column) =>
    (isOfLaw(result) && result !== 0 ? [issueOf(context, result, [...path, 'rows', row, 'then', column])] : []))))

/**
 * Numbers and days of the law that stand in the logic instead of a parameter. What is structure and not law stays: zero,
 * one of something counted, one as a whole or a complement, steps of rounding, factors between units. Forms are not looked
 * at: limits of plausibility are no law.
 */
export const numberChecks = (context: LintContext): readonly Issue[] => {
  const book = new UnitBook(context.assembly)
  return [
    ...placedLeavesOf(context.conditions).flatMap((leaf) => inLeaf(context, book, leaf)),
    ...context.pieces.flatMap(({ piece, path }) => [...inExpression(context, piece, path), ...(piece.kind === 'table' ? inResults(context, piece, path) : [])]),
  ]
}
