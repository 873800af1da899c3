import type { Issue } from '../../documents/issue.ts'
import type { ReportDocument } from '../../documents/report-document.ts'
import { checkReports } from '../../report/check-report.ts'
import { columnsAlike } from '../../report/column-titles.ts'
import { leafColumns } from '../../report/report-columns.ts'
import { releasesRead } from '../foreign-read.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

const alikeIssues = (context: LintContext, report: ReportDocument, path: Path): readonly Issue[] => {
  const alike = columnsAlike(report)
  return leafColumns(report, path).flatMap(({ column: { id }, path: at }) => {
    const title = alike.get(id)
    return title ? [lintIssue(context, 'columns_alike', at, { title })] : []
  })
}

/** What makes it impossible to compute a report, and columns that nobody can tell apart. */
export const reportChecks = (context: LintContext): readonly Issue[] => {
  const { common, release, others = {} } = context
  return [
    ...checkReports(common, release, releasesRead(release, others)),
    ...(release.reports ?? []).flatMap((report, index) => alikeIssues(context, report, ['reports', index])),
  ]
}
