import type { Issue } from '../../documents/issue.ts'
import { checkReports } from '../../report/check-report.ts'
import { releasesRead } from '../foreign-read.ts'
import type { LintContext } from '../lint-context.ts'

/** What makes it impossible to compute a report. */
export const reportChecks = ({ common, release, others = {} }: LintContext): readonly Issue[] => checkReports(common, release, releasesRead(release, others))
