import { makeSheet, type Language } from '@tieuchi/runtime'
import { fileSlug } from '../excel/file-slug.ts'
import { asPerson, type Db, type Reach } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { describeOnDate } from '../units/unit-service.ts'
import { countReport } from './count-report.ts'
import { listNames } from './list-names.ts'
import { findReport, type ReportFound, type ReportNamed } from './report-asked.ts'
import type { WrittenReport } from './report-excel.ts'
import { inReportTurn } from './report-turns.ts'
import type { Report, ReportQuestionAsked } from './report-schema.ts'

interface ReportTools {
  readonly db: Db
  readonly book: RuleBook
}

/** Counts a report with the eyes of the system, of a unit that the person sees. */
export async function makeReport({ db, book }: ReportTools, person: Reach, name: ReportNamed, question: ReportQuestionAsked): Promise<Report> {
  return fillReport(db, person, await asPerson(db, person, (tx) => findReport(tx, book, name, question)), question.known)
}

/** Counts a report that was found for somebody who may see its unit. */
export async function fillReport(db: Db, person: Reach, { programme, release, local, unit, report: document, rows, count }: ReportFound, known: string | undefined): Promise<Report> {
  const counted = await inReportTurn(db, count, (tx) => countReport(tx, count))
  const sheet = await makeSheet({ ...count, units: rows, counted, names: await listNames(db, person, count) })
  return {
    programme, release,
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    from: count.span.from, to: count.span.to, ...(count.local && { layer: 'local' }), local: [...local], ...(known !== undefined && { known }),
    by_place: count.byPlace, document, rows: [...sheet.rows],
  }
}

/** A report to be taken out, with its unit as it was on the last day. */
export async function describeWritten(db: Db, person: Reach, report: Report, language: Language): Promise<WrittenReport> {
  return { report, unit: await asPerson(db, person, (tx) => describeOnDate(tx, report.unit.id, report.to)), language }
}

/** What the file of a report is called, without its ending. */
export const reportFileName = ({ report: { document, unit, to }, language }: WrittenReport): string => [document.title[language], unit.name, to].map(fileSlug).join('-')
