import { use, useMemo, type ReactNode } from 'react'
import type { Issue, LogicPiece } from '@tieuchi/runtime'
import { numberedPlace } from '../editor-store/document-place.ts'
import { findReport, isWithinCommand, pieceNameAt, viewOfReport, type ReportSite } from '../editor-store/commands/report-rules.ts'
import { DraftContext, useDraft } from '../editor-store/draft-context.ts'
import { useFindings } from '../findings/use-findings.ts'
import { ReportRulesReader } from './report-rules-reader.ts'

interface ReportRulesProps {
  readonly site: ReportSite
  /** The piece that is written at the site, and what was found in it. */
  readonly render: (piece: LogicPiece, issues: readonly Issue[]) => ReactNode
}

/** Within this, a place of a report is edited as rules of a release: what editors do to it is done to the report. */
export const ReportRules = ({ site, render }: ReportRulesProps) => {
  const outer = use(DraftContext)
  if (!outer) throw new Error('A report was shown outside a draft')
  const issues = useIssuesAt(site)
  const key = JSON.stringify(site)
  const value = useMemo(() => {
    const own = JSON.parse(key) as ReportSite
    const { editor } = outer
    return {
      ...outer,
      reader: new ReportRulesReader(outer.reader, outer.others, own),
      editor: { ...editor, perform: (command: Parameters<typeof editor.perform>[0]) => editor.perform(isWithinCommand(command) ? { name: 'report.rules', args: { site: own, command } } : command) },
    }
  }, [outer, key])
  return <DraftContext value={value}><OfSite site={site} issues={issues} render={render} /></DraftContext>
}

const OfSite = ({ site, issues, render }: ReportRulesProps & { readonly issues: readonly Issue[] }) => {
  const { state: { document: { release } } } = useDraft()
  const piece = release.logic.find(({ id }) => id === pieceNameAt(site))
  return piece ? render(piece, issues) : null
}

const begins = (path: Issue['path'], start: Issue['path']): boolean => start.every((step, at) => path[at] === step)

/** What was found at a place of a report, as editors of rules are told it. */
const useIssuesAt = (site: ReportSite): readonly Issue[] => {
  const findings = useFindings()
  const { state: { document } } = useDraft()
  const found = findings({ kind: 'report', id: site.report })
  return useMemo(() => {
    const report = findReport(document, site.report)
    const view = viewOfReport(document, site)
    if (!report || !view) return []
    const number = (document.release.reports ?? []).indexOf(report)
    const place = 'piece' in site ? ['logic', (report.logic ?? []).findIndex(({ id }) => id === site.piece)] : numberedPlace(report, site.place)
    const start = ['reports', number, ...place]
    const index = view.document.release.logic.findIndex(({ id }) => id === view.piece)
    const part = 'piece' in site ? [] : [site.part]
    return found.filter(({ path }) => begins(path, start)).map((issue) => ({ ...issue, path: ['logic', index, ...part, ...issue.path.slice(start.length)] }))
  }, [document, found, site])
}
