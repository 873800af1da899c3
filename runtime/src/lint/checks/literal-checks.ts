import { operandsOf } from '../../conditions/condition-tree.ts'
import type { Issue } from '../../documents/issue.ts'
import { isDay } from '../../values/day.ts'
import { largestInput, significantDigits } from '../../values/number.ts'
import { placedLeavesOf } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { expressionNodesOfPiece } from '../piece-expression.ts'

interface Written {
  readonly value: unknown
  readonly path: Path
  /** Whether it can only be a day. */
  readonly day?: boolean
}

const inLogic = ({ pieces, conditions }: LintContext): readonly Written[] => [
  ...placedLeavesOf(conditions).flatMap(({ leaf, path }) => operandsOf(leaf.value).map((value) => ({ value, path: [...path, 'value'] }))),
  ...pieces.flatMap(({ piece, path }): readonly Written[] => [
    ...expressionNodesOfPiece(piece, path).map(({ expression, path: at }) => ({ value: expression, path: at })),
    ...(piece.kind === 'table' ? piece.rows.flatMap(({ then }, row) => then.map((value, column) => ({ value, path: [...path, 'rows', row, 'then', column] }))) : []),
  ]),
]

const days = (entries: Readonly<Record<string, unknown>>, path: Path): readonly Written[] =>
  Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [{ value, path: [...path, key], day: true }]))

const outsideLogic = ({ release, common }: LintContext): readonly Written[] => [
  ...Object.entries(release.parameters).flatMap(([id, { value, values = {}, confirmed }]): readonly Written[] => [
    { value, path: ['parameters', id, 'value'] },
    ...Object.entries(values).map(([code, each]) => ({ value: each, path: ['parameters', id, 'values', code] })),
    ...days({ confirmed }, ['parameters', id]),
  ]),
  ...release.cases.flatMap(({ at, moment }, index) => [...days({ at }, ['cases', index]), ...days({ ...moment }, ['cases', index, 'moment'])]),
  ...common.lists.flatMap(({ entries }, list) => entries.flatMap(({ valid_from, valid_to }, entry) => days({ valid_from, valid_to }, ['common', 'lists', list, 'entries', entry]))),
]

const looksLikeDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

const isExactNumber = (value: number): boolean => Math.abs(value) <= largestInput && significantDigits(value) <= 15

const writtenIssues = (context: LintContext, { value, path, day }: Written): readonly Issue[] => {
  if (typeof value === 'number') return isExactNumber(value) ? [] : [lintIssue(context, 'number_digits', path, { number: value })]
  const wrong = (day === true || looksLikeDay(value)) && !(typeof value === 'string' && isDay(value))
  return wrong ? [lintIssue(context, 'day_unknown', path, { day: String(value) })] : []
}

const unwritten = (context: LintContext): readonly Issue[] => inLogic(context).flatMap(({ value, path }) => (value === '' ? [lintIssue(context, 'value_unwritten', path, {})] : []))

/** Numbers that can be kept exactly, days of the calendar, and values of the logic that nobody has written yet. */
export const literalChecks = (context: LintContext): readonly Issue[] => [...[...inLogic(context), ...outsideLogic(context)].flatMap((written) => writtenIssues(context, written)), ...unwritten(context)]
