import { assembleReport, readReport, type ReportDocument } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { useFindings } from '../findings/use-findings.ts'
import { tell } from '../ui/tell.ts'
import { reportActions } from './report-actions.ts'
import type { ReportDesk } from './report-desk.ts'
import { reportIssues } from './report-issues.ts'
import { keptSelection, wholeReport, type ReportSelection } from './report-selection.ts'

/** Any period; what can be read does not depend on it. */
const someYear = { from: '2026-01-01', to: '2026-12-31' } as const

/** A report form of the draft as it is designed: what is selected, what was found in it, and what can be done. */
export const useReportDesk = (report: ReportDocument): ReportDesk => {
  const { t } = useTranslation()
  const { assembly: { release }, common: { extended: common }, others, editor, writable } = useDraft()
  const [chosen, setSelection] = useState<ReportSelection>(wholeReport)
  const [renaming, setRenaming] = useState<ReportDesk['renaming']>()
  const selection = keptSelection(report, chosen)
  const parts = useMemo(() => ({ common, releases: { ...others, [release.programme]: release } }), [common, others, release])
  const reading = useMemo(() => readReport(parts, report), [parts, report])
  const rules = useMemo(() => assembleReport(parts, report.logic ?? [], someYear), [parts, report.logic])
  const found = useFindings()({ kind: 'report', id: report.id })
  const issues = useMemo(() => reportIssues(report, found), [report, found])
  const actions = reportActions({
    report, selection, renaming, perform: editor.perform, setSelection, setRenaming,
    tell: (told) => tell('count' in told ? t(`reportDesign.${told.what}`, { count: told.count }) : t('reportDesign.removedRows')),
  })
  return { report, reading, rules, selection, renaming: writable ? renaming : undefined, issues, writable, actions }
}
