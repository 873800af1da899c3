import { countableReport, extendCommon, makeSheet, withoutUnsound, type DraftDocument, type Issue, type ReportDocument } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { joinRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow } from '../drafts/draft-service.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { countReport } from './count-report.ts'
import type { CountAsked } from './report-states.ts'
import { listNames } from './list-names.ts'
import { inReportTurn } from './report-turns.ts'
import { placeOrThrow, type ReportPlace } from './report-place.ts'
import type { DraftReport, ReportQuestionAsked } from './report-schema.ts'

/** Which report of which draft. */
export interface DraftReportNamed {
  readonly id: string
  readonly report: string
}

interface Found {
  readonly version: number
  readonly place: ReportPlace
  readonly count: CountAsked
  readonly issues: readonly Issue[]
}

/** Counts a report form of a draft as it is saved, as far as it can be counted, over a unit of the reader's area. */
export async function tryReport(db: Db, signedIn: SignedIn, named: DraftReportNamed, question: ReportQuestionAsked): Promise<DraftReport> {
  const { version, place: { unit, rows }, count, issues } = await asPerson(db, signedIn, (tx) => findReport(tx, named, question))
  const counted = await inReportTurn(db, count, (tx) => countReport(tx, count))
  const sheet = await makeSheet({ ...count, units: rows, counted, names: await listNames(db, signedIn, count) })
  return {
    version,
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    from: count.span.from, to: count.span.to,
    by_place: count.byPlace, document: count.report, rows: [...sheet.rows], issues: [...issues],
  }
}

async function findReport(tx: Tx, { id, report: name }: DraftReportNamed, question: ReportQuestionAsked): Promise<Found> {
  const { version, document } = await getDraftOrThrow(tx, id)
  const draft: DraftDocument = JSON.parse(document)
  const { report, unsound } = reportOrThrow(draft, name)
  const place = await placeOrThrow(tx, question)
  const { common, releases } = await joinRules(tx, draft.programme, place.count.span.to)
  const parts = {
    common: extendCommon(common.document, draft.additions).common,
    releases: { ...Object.fromEntries(Object.entries(releases).map(([programme, { release }]) => [programme, release])), [draft.release.programme]: draft.release },
  }
  const { report: countable, issues } = countableReport(parts.common, report, parts.releases, unsound)
  return { version, place, count: { ...parts, ...place.count, report: countable }, issues }
}

interface Written {
  readonly report: ReportDocument
  /** What of it is half written, so that it is no part of a report form yet. */
  readonly unsound: readonly Issue[]
}

const errorsOf = (report: ReportDocument): readonly Issue[] => validateDocument('report', report).filter(({ severity }) => severity === 'error')

/** The form of the document is looked at first: columns and rows that are half written are left out, what is no report form without them cannot be counted. */
function reportOrThrow(draft: DraftDocument, name: string): Written {
  const report = draft.release.reports?.find((each) => each.id === name)
  if (!report) throw new Problem('draft_report_not_found', { report: name })
  const unsound = errorsOf(report)
  if (errorsOf(withoutUnsound(report, unsound)).length > 0) throw new Problem('draft_unsound', {}, unsound)
  return { report, unsound }
}
