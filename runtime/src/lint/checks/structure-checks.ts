import { childrenOf, operandsOf } from '../../conditions/condition-tree.ts'
import { operatorOf } from '../../conditions/operators.ts'
import type { Condition } from '../../documents/condition-document.ts'
import type { CodeList, ListEntry } from '../../documents/common-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { LogicPiece, RulesPiece, TablePiece } from '../../documents/logic-document.ts'
import type { Text } from '../../documents/text.ts'
import { describeReference } from '../../explain/readable.ts'
import { writeOperand } from '../../explain/sentence.ts'
import { piecesOfReport } from '../../report/report-pieces.ts'
import { operatorWords } from '../../release/type-words.ts'
import { nodesOfCondition, placedLeavesOf, type PlacedLeaf } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import { withoutIds } from './applicability-checks.ts'
import type { Path } from '../path.ts'

/** Conditions of columns and rows of report forms, and of what these share. */
const conditionsOfReports = ({ release: { reports = [] } }: LintContext): readonly { readonly condition: Condition; readonly path: Path }[] =>
  reports.flatMap((report, index) => piecesOfReport(report, ['reports', index])).flatMap(({ piece, path, part }) =>
    (piece.kind === 'condition' ? [{ condition: piece.conditions, path: part === undefined ? [...path, 'conditions'] : path }] : []))

const emptyGroups = (context: LintContext): readonly Issue[] =>
  [...context.conditions, ...conditionsOfReports(context)].flatMap((place) => nodesOfCondition(place.condition, place.path)).flatMap(({ condition, path }) =>
    (('all' in condition || 'any' in condition) && childrenOf(condition).length === 0 ? [lintIssue(context, 'empty_group', path, {})] : []))

const counts: Readonly<Record<'one' | 'pair' | 'list', { readonly fits: (count: number) => boolean; readonly words: Text }>> = {
  one: { fits: (count) => count === 1, words: { vi: 'một giá trị', en: 'one value' } },
  pair: { fits: (count) => count === 2, words: { vi: 'hai giá trị: từ và đến', en: 'two values, from and to' } },
  list: { fits: (count) => count > 0, words: { vi: 'ít nhất một giá trị', en: 'at least one value' } },
}

const wrongCount = (context: LintContext, { leaf, path }: PlacedLeaf): readonly Issue[] => {
  const { fits, words } = counts[operatorOf(leaf.operator).right]
  return fits(operandsOf(leaf.value).length) ? [] : [lintIssue(context, 'operand_count', [...path, 'value'], { operator: operatorWords(leaf.operator), expected: words })]
}

const repeatedOperands = (context: LintContext, { leaf, path }: PlacedLeaf): readonly Issue[] => {
  if (operatorOf(leaf.operator).right !== 'list') return []
  const operands = operandsOf(leaf.value)
  const keys = operands.map((operand) => JSON.stringify(operand))
  return operands.flatMap((operand, index) =>
    (keys.indexOf(keys[index] ?? '') < index ? [lintIssue(context, 'operand_repeated', [...path, 'value', index], { value: writeOperand(context.assembly, operand, describeReference(context.assembly, leaf)) })] : []))
}

const sameRows = (context: LintContext, { rows, outputs }: TablePiece, path: Path): readonly Issue[] => {
  const keys = rows.map(({ when, then }) => JSON.stringify([when, then]))
  return [
    ...keys.flatMap((key, index) => (keys.indexOf(key) < index ? [lintIssue(context, 'rows_identical', [...path, 'rows', index], { row: keys.indexOf(key) + 1 })] : [])),
    ...outputs.flatMap((output, index) => (outputs.indexOf(output) < index ? [lintIssue(context, 'duplicate_output', [...path, 'outputs', index], { output })] : [])),
  ]
}

const sameRules = (context: LintContext, { rules }: RulesPiece, path: Path): readonly Issue[] => {
  const keys = rules.map(({ conditions }) => withoutIds(conditions))
  return keys.flatMap((key, index) => {
    const other = rules[keys.indexOf(key)]
    return other && other !== rules[index] ? [lintIssue(context, 'rules_identical', [...path, 'rules', index], { other: other.title })] : []
  })
}

const samePieces = (context: LintContext, piece: LogicPiece, path: Path): readonly Issue[] => {
  if (piece.kind === 'table') return sameRows(context, piece, path)
  return piece.kind === 'rules' ? sameRules(context, piece, path) : []
}

const meets = (a: ListEntry, b: ListEntry): boolean =>
  (a.valid_from === undefined || b.valid_to === undefined || a.valid_from <= b.valid_to) && (b.valid_from === undefined || a.valid_to === undefined || b.valid_from <= a.valid_to)

const listIssues = (context: LintContext, { entries }: CodeList, path: Path): readonly Issue[] =>
  entries.flatMap((entry, index) => {
    const at = [...path, 'entries', index]
    const { code, valid_from: from, valid_to: to } = entry
    return [
      ...(entries.slice(0, index).some((other) => other.code === code && meets(other, entry)) ? [lintIssue(context, 'duplicate_code', at, { code })] : []),
      ...(from !== undefined && to !== undefined && to < from ? [lintIssue(context, 'period_reversed', at, { from, to })] : []),
    ]
  })

const withoutOutcome = (context: LintContext): readonly Issue[] => {
  const { programme, logic } = context.release
  return programme === 'common' || logic.some(({ kind }) => kind === 'outcome' || kind === 'entitlement') ? [] : [lintIssue(context, 'release_without_outcome', ['logic'], {})]
}

/** How the documents are built, whatever they say; works for unsound releases too. */
export const structureChecks = (context: LintContext): readonly Issue[] => {
  const leaves = placedLeavesOf(context.conditions)
  return [
    ...emptyGroups(context),
    ...leaves.flatMap((leaf) => [...wrongCount(context, leaf), ...repeatedOperands(context, leaf)]),
    ...context.pieces.flatMap(({ piece, path }) => samePieces(context, piece, path)),
    ...context.common.lists.flatMap((list, index) => listIssues(context, list, ['common', 'lists', index])),
    ...withoutOutcome(context),
  ]
}

