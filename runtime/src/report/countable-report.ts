import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Release } from '../documents/release-document.ts'
import type { ReportColumn, ReportDocument, RowBlock } from '../documents/report-document.ts'
import { checkReport } from './check-report.ts'

type Path = readonly (string | number)[]

/** A report as far as it can be counted, and what is wrong with the rest. */
export interface CountableReport {
  readonly report: ReportDocument
  readonly issues: readonly Issue[]
}

/** The numbers of what is wrong right below a list. */
const wrongIn = (issues: readonly Issue[], path: Path): ReadonlySet<number> =>
  new Set(issues.filter((issue) => issue.path.length > path.length && path.every((step, at) => issue.path[at] === step)).map((issue) => Number(issue.path[path.length])))

/** What is wrong with an open column is its name. */
const openColumns = (columns: readonly ReportColumn[], issues: readonly Issue[], path: Path): readonly ReportColumn[] => {
  const wrong = wrongIn(issues, path)
  return columns.flatMap((column, index): readonly ReportColumn[] => {
    if (!wrong.has(index)) return [column]
    if (column.kind === 'group') return [{ ...column, columns: openColumns(column.columns, issues, [...path, index, 'columns']) }]
    return column.kind === 'open' ? [] : [{ kind: 'open', id: column.id, title: column.title }]
  })
}

const soundRows = (rows: readonly RowBlock[], issues: readonly Issue[], path: Path): readonly RowBlock[] => {
  const wrong = wrongIn(issues, path)
  return rows.flatMap((block, index): readonly RowBlock[] => {
    const at = [...path, index]
    if (!wrong.has(index)) return [block]
    const parts = new Set(issues.filter((issue) => at.every((step, place) => issue.path[place] === step)).map((issue) => issue.path[at.length]))
    if (block.kind === 'conditions' && [...parts].every((part) => part === 'conditions')) {
      const conditions = soundOf(block.conditions, issues, [...at, 'conditions'])
      return conditions.length > 0 ? [{ ...block, conditions }] : []
    }
    if (![...parts].every((part) => part === 'rows') || !('rows' in block) || !block.rows) return []
    const { rows: inner, ...rest } = block
    const left = soundRows(inner, issues, [...at, 'rows'])
    return [left.length > 0 ? { ...rest, rows: left } : rest]
  })
}

const soundOf = <T>(list: readonly T[], issues: readonly Issue[], path: Path): readonly T[] => {
  const wrong = wrongIn(issues, path)
  return list.filter((_entry, index) => !wrong.has(index))
}

const withoutWrong = (report: ReportDocument, issues: readonly Issue[]): ReportDocument => {
  const { logic, checks, rows, columns, ...head } = report
  const all: RowBlock = { kind: 'total', id: 'everything', title: report.title }
  const left = soundRows(rows, issues, ['rows'])
  return {
    ...head,
    ...(logic && { logic: soundOf(logic, issues, ['logic']) }),
    rows: left.length > 0 ? left : [all],
    columns: openColumns(columns, issues, ['columns']),
    ...(checks && { checks: soundOf(checks, issues, ['checks']) }),
  }
}

/** The form of a document is told by places in which numbers of lists are written as text. */
const numbered = (issue: Issue): Issue => ({ ...issue, path: issue.path.map((step) => (/^\d+$/.test(String(step)) ? Number(step) : step)) })

/** A report without what is no part of a report form. */
export const withoutUnsound = (report: ReportDocument, unsound: readonly Issue[]): ReportDocument => (unsound.length > 0 ? withoutWrong(report, unsound.map(numbered)) : report)

/**
 * What of a report that is being written can be counted already: columns with something wrong are open, rows, checks and facts of its own with
 * something wrong are left out, and so is what reads them. `issues` are those of the report as it is written; `unsound` are those its form has
 * as a document, like a condition in which nothing is written yet.
 */
export const countableReport = (common: CommonDocument, report: ReportDocument, releases: Readonly<Record<string, Release>>, unsound: readonly Issue[] = []): CountableReport => {
  const formed = withoutUnsound(report, unsound)
  const found = checkReport(common, formed, releases)
  const issues = [...unsound, ...found]
  let sound = formed
  for (let wrong = found; wrong.length > 0; wrong = checkReport(common, sound, releases)) sound = withoutWrong(sound, wrong)
  return { report: sound, issues }
}
