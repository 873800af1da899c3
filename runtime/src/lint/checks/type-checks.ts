import type { Issue } from '../../documents/issue.ts'
import { entitlementParts, type EntitlementPiece, type LogicPiece, type TablePiece } from '../../documents/logic-document.ts'
import { typeWords } from '../../release/type-words.ts'
import { typeOfExpression, typeOfFact } from '../../release/value-types.ts'
import type { ValueType } from '../../values/value-type.ts'
import { partsOfExpression, readingInside, type ExpressionNode } from '../expression-part.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { expressionNodesOfPiece } from '../piece-expression.ts'
import { assemblyAt } from '../reading.ts'

/** The type that the operands of each calculation must have, by the property they stand in. */
const operandTypes: Readonly<Record<string, ValueType>> = {
  add: 'number', subtract: 'number', multiply: 'number', divide: 'number', min: 'number', max: 'number', round: 'number', floor: 'number',
  ageInYears: 'date', ageInMonths: 'date', monthsBetween: 'date', yearOf: 'date',
  personalNumberSex: 'text', personalNumberBirthYear: 'text',
  value: 'number',
}

/** What is taken of the last decision may be of any type. */
const takesAny = (expression: ExpressionNode['expression'], key: unknown): boolean => typeof expression === 'object' && 'last' in expression && key === 'value'

const operandIssues = (context: LintContext, { expression, path, ...reading }: ExpressionNode): readonly Issue[] =>
  partsOfExpression(expression).flatMap(({ part, keys }) => {
    const expected = takesAny(expression, keys[0]) ? undefined : operandTypes[String(keys[0])]
    const type = typeOfExpression(assemblyAt(context.assembly, readingInside(expression, reading)), part)
    if (expected === undefined || type === undefined || type === expected) return []
    return [lintIssue(context, 'expression_type', [...path, ...keys], { type: typeWords(type), expected: typeWords(expected) })]
  })

const branchIssues = (context: LintContext, { expression, path, ...reading }: ExpressionNode): readonly Issue[] => {
  if (typeof expression !== 'object' || !('if' in expression)) return []
  const [expected, type] = [expression.then, expression.else].map((branch) => typeOfExpression(assemblyAt(context.assembly, reading), branch))
  return expected === undefined || type === undefined || type === expected ? [] : [lintIssue(context, 'branch_types', path, { type: typeWords(type), expected: typeWords(expected) })]
}

const columnIssues = (context: LintContext, piece: TablePiece, path: Path): readonly Issue[] =>
  piece.outputs.flatMap((_output, column) => {
    const types = piece.rows.map(({ then }) => (then[column] === undefined ? undefined : typeOfExpression(context.assembly, then[column])))
    const expected = types.find((type) => type !== undefined)
    return types.flatMap((type, row) =>
      (expected === undefined || type === undefined || type === expected ? [] : [lintIssue(context, 'then_types', [...path, 'rows', row, 'then', column], { type: typeWords(type), expected: typeWords(expected) })]))
  })

const listIssues = (context: LintContext, piece: LogicPiece, path: Path): readonly Issue[] => {
  if (piece.kind !== 'fact' && piece.kind !== 'outcome') return []
  const type = typeOfFact(context.assembly, { fact: piece.id })
  const isCodes = type === 'text' || type === 'list'
  if (piece.list === undefined) return piece.kind === 'outcome' && isCodes ? [lintIssue(context, 'outcome_without_list', path, {})] : []
  const list = context.assembly.lists.get(piece.list)
  return type === undefined || isCodes || !list ? [] : [lintIssue(context, 'list_type', [...path, 'list'], { list: list.title, type: typeWords(type) })]
}

/** What each part of an entitlement must be; a level is a number or a code. */
const partTypes: Readonly<Record<string, ValueType>> = { amount: 'number', at_most: 'number', from: 'date', to: 'date' }

const partIssues = (context: LintContext, piece: EntitlementPiece, path: Path): readonly Issue[] => {
  const level = piece.level === undefined ? undefined : typeOfExpression(context.assembly, piece.level)
  const list = context.assembly.lists.get(piece.level_list ?? '')
  const parts = entitlementParts(piece).flatMap(([below, part]) => {
    const [type, expected] = [typeOfExpression(context.assembly, part), partTypes[below.at(-1) ?? '']]
    return expected === undefined || type === undefined || type === expected ? [] : [lintIssue(context, 'expression_type', [...path, ...below], { type: typeWords(type), expected: typeWords(expected) })]
  })
  return [...parts, ...(list && level !== undefined && level !== 'text' ? [lintIssue(context, 'list_type', [...path, 'level_list'], { list: list.title, type: typeWords(level) })] : [])]
}

/** Types of every calculation, branch, result and outcome. Comparisons are checked by `checkRelease`. */
export const typeChecks = (context: LintContext): readonly Issue[] =>
  context.pieces.flatMap(({ piece, path }) => {
    return [
      ...expressionNodesOfPiece(piece, path).flatMap((node) => [...operandIssues(context, node), ...branchIssues(context, node)]),
      ...(piece.kind === 'entitlement' ? partIssues(context, piece, path) : []),
      ...(piece.kind === 'table' ? columnIssues(context, piece, path) : []),
      ...listIssues(context, piece, path),
    ]
  })
