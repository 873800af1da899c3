import type { Issue } from '../../documents/issue.ts'
import type { EntitlementPiece, PeriodName } from '../../documents/logic-document.ts'
import { periodNames } from '../../explain/entitlement-words.ts'
import { formatUnit } from '../../values/format.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { parseUnit } from '../units/unit.ts'

/** The span of time that each period gives the amount for; a school month is a month. */
const spans: Readonly<Record<PeriodName, string | undefined>> = { once: undefined, month: 'month', quarter: 'quarter', year: 'year', school_month: 'month', school_year: 'year' }

const timeWords = ['month', 'quarter', 'year']

const periodIssues = (context: LintContext, { unit, amount, period }: EntitlementPiece, path: Path): readonly Issue[] => {
  if (unit === undefined || amount === undefined || !period) return []
  const rate = timeWords.find((word) => parseUnit(unit).powers.get(word) === -1)
  if (rate === undefined || rate === spans[period.every]) return []
  return [lintIssue(context, 'entitlement_period', [...path, 'period'], { unit: { vi: formatUnit(unit, 'vi').trim(), en: formatUnit(unit, 'en').trim() }, every: periodNames[period.every] })]
}

const boundIssues = (context: LintContext, { bound = 'exact', level_bound: levelBound, level, amount }: EntitlementPiece, path: Path): readonly Issue[] => {
  const isOfNothing = (levelBound !== undefined && level === undefined) || (bound !== 'exact' && amount === undefined && (level === undefined || levelBound !== undefined))
  if (isOfNothing) return [lintIssue(context, 'entitlement_bound', path, {})]
  return level !== undefined && amount !== undefined && bound !== 'exact' && levelBound === undefined ? [lintIssue(context, 'entitlement_level_bound', path, {})] : []
}

/** Entitlements by themselves: what bounds are said of, and the span of time an amount is for. */
export const entitlementChecks = (context: LintContext): readonly Issue[] =>
  context.pieces.flatMap(({ piece, path }) => (piece.kind === 'entitlement' ? [...periodIssues(context, piece, path), ...boundIssues(context, piece, path)] : []))
