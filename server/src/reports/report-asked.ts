import type { ProgrammeDocument, Release, ReportDocument, SheetUnits, Text } from '@tieuchi/runtime'
import { momentAt } from '@tieuchi/runtime'
import { addDays } from '@tieuchi/runtime'
import { calendarDayOrThrow, formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listProgrammes } from '../policies/policy-queries.ts'
import { pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { listIdsBelow, listReach } from '../units/unit-queries.ts'
import { listOnDate } from '../units/unit-service.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { CountAsked } from './count-report.ts'
import { knownMomentOrThrow } from './known-moment.ts'
import type { ReportLine, ReportQuestionAsked } from './report-schema.ts'

/** A report with all that its figures are counted by. */
export interface ReportFound {
  readonly programme: { readonly id: string; readonly title: Text }
  readonly release: { readonly hash: string; readonly title: Text }
  readonly unit: UnitOnDate
  readonly report: ReportDocument
  readonly rows: SheetUnits
  readonly count: CountAsked
}

/** Which report of which programme. */
export interface ReportNamed {
  readonly programme: string
  readonly report: string
}

/** The report forms of all rules in force on a day. */
export async function listReports(tx: Tx, book: RuleBook, { unit, at }: { readonly unit: string; readonly at: string }): Promise<ReportLine[]> {
  const lines: ReportLine[] = []
  for (const { id, title } of (await listProgrammes(tx)).filter((programme) => programme.id !== 'common')) {
    const found = await rulesOn(tx, book, { programme: id, unit, at })
    for (const report of found?.release.reports ?? []) {
      lines.push({ programme: { id, title }, release: { hash: found?.hash ?? '', title: found?.release.title ?? title }, id: report.id, title: report.title, ...(report.code && { code: report.code }), period: report.period, open: report.certainty === 'open' })
    }
  }
  return lines
}

interface RulesFound {
  readonly hash: string
  readonly release: Release
  readonly documents: Awaited<ReturnType<RuleBook['documents']>>
}

async function rulesOn(tx: Tx, book: RuleBook, { programme, unit, at }: { readonly programme: string; readonly unit: string; readonly at: string }): Promise<RulesFound | undefined> {
  try {
    const pins = await pinRules(tx, { programme, unit, moment: momentAt(at) })
    const documents = await book.documents(tx, pins)
    const release = documents.releases[programme]
    return release && { hash: pins.releases[programme]?.national ?? '', release, documents }
  } catch (error) {
    if (error instanceof Problem && error.code === 'no_rules_in_force') return undefined
    throw error
  }
}

/** The report as the rules of its last day have it, over a unit of the reader's area; a problem where there is none. */
export async function findReport(tx: Tx, book: RuleBook, { programme: id, report: name }: ReportNamed, question: ReportQuestionAsked): Promise<ReportFound> {
  const span = spanOrThrow(question)
  const programme = await programmeOrThrow(tx, id)
  const unit = await unitOrThrow(tx, question.unit, span.to)
  const rules = await rulesOn(tx, book, { programme: id, unit: unit.id, at: span.to })
  const report = rules?.release.reports?.find((each) => each.id === name)
  if (!rules || !report) throw new Problem('report_not_found', { programme: programme.title, report: name, at: formatDay(span.to) })
  const rows = await rowsBelow(tx, unit, span.to)
  const units = new Set([...rows.above.keys(), unit.id, ...(await listIdsBelow(tx, unit.id, addDays(span.from, -1)))])
  return {
    programme: { id, title: programme.title },
    release: { hash: rules.hash, title: rules.release.title },
    unit, report, rows,
    count: { report, span, ...rules.documents, byPlace: rows.below.length === 0, units: [...units], ...(question.known !== undefined && { known: knownMomentOrThrow(question.known) }) },
  }
}

const spanOrThrow = ({ from, to }: ReportQuestionAsked): CountAsked['span'] => {
  const span = { from: calendarDayOrThrow(from), to: calendarDayOrThrow(to) }
  if (span.from > span.to) throw new Problem('report_span', { from: formatDay(from), to: formatDay(to) })
  return span
}

async function programmeOrThrow(tx: Tx, id: string): Promise<ProgrammeDocument> {
  const programme = (await listProgrammes(tx)).find((each) => each.id === id)
  if (!programme || id === 'common') throw new Problem('programme_not_found', { programme: id })
  return programme
}

async function unitOrThrow(tx: Tx, id: string, at: string): Promise<UnitOnDate> {
  const [unit] = (await listReach(tx)).includes(id) ? (await listOnDate(tx, id, at)).filter((each) => each.id === id) : []
  if (!unit) throw new Problem('unit_out_of_reach', { at: formatDay(at) })
  return unit
}

/** The units that have rows – those right below the one that reports – and in which of them each unit further below lies. */
async function rowsBelow(tx: Tx, unit: UnitOnDate, at: string): Promise<SheetUnits> {
  const below = (await listOnDate(tx, unit.id, at)).filter(({ id }) => id !== unit.id)
  const children = below.filter(({ parent_ids: [parent] }) => parent === unit.id).map(({ id, name }) => ({ id, name: { vi: name, en: name } }))
  const ids = new Set(children.map(({ id }) => id))
  return { below: children, above: new Map(below.flatMap(({ id, parent_ids: parents }) => [id, ...parents].filter((each) => ids.has(each)).map((child) => [id, child] as const))) }
}
