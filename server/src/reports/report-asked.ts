import { momentAt, type ProgrammeDocument, type Release, type ReportDocument, type SheetUnits, type Text } from '@tieuchi/runtime'
import { formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listProgrammes } from '../policies/policy-queries.ts'
import { pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { listReach } from '../units/unit-queries.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { CountAsked } from './report-states.ts'
import { placeOrThrow, type ReportPlace } from './report-place.ts'
import type { LocalRules, ReportLine, ReportQuestionAsked } from './report-schema.ts'

/** A report with all that its figures are counted by. */
export interface ReportFound {
  readonly programme: { readonly id: string; readonly title: Text }
  readonly release: { readonly hash: string; readonly title: Text }
  /** Local rules in force beside it. */
  readonly local: readonly LocalRules[]
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

/** The report forms of all rules in force in a unit on a day; a problem where the reader's area does not have it. */
export async function listReports(tx: Tx, book: RuleBook, { unit, at }: { readonly unit: string; readonly at: string }): Promise<ReportLine[]> {
  if (!(await listReach(tx)).includes(unit)) throw new Problem('unit_out_of_reach', { at: formatDay(at) })
  const lines: ReportLine[] = []
  for (const { id, title } of (await listProgrammes(tx)).filter((programme) => programme.id !== 'common')) {
    const found = await rulesOn(tx, book, { programme: id, unit, at })
    for (const report of found?.release.reports ?? []) {
      lines.push({ programme: { id, title }, release: { hash: found?.hash ?? '', title: found?.release.title ?? title }, id: report.id, title: report.title, ...(report.code && { code: report.code }), period: report.period, local: [...(found?.local ?? [])], open: report.certainty === 'open' })
    }
  }
  return lines
}

/** A release in force with all it is read with. */
interface RulesFound {
  readonly hash: string
  readonly release: Release
  readonly local: readonly LocalRules[]
  readonly documents: Awaited<ReturnType<RuleBook['documents']>>
}

async function rulesOn(tx: Tx, book: RuleBook, { programme, unit, at }: { readonly programme: string; readonly unit: string; readonly at: string }): Promise<RulesFound | undefined> {
  try {
    const pins = await pinRules(tx, { programme, unit, moment: momentAt(at) })
    const documents = await book.documents(tx, pins)
    const release = documents.releases[programme]
    const local = (await book.overlays(tx, programme, pins)).map(({ hash, overlay }) => ({ programme: overlay.programme, hash, title: overlay.title }))
    return release && { hash: pins.releases[programme]?.national ?? '', release, local, documents }
  } catch (error) {
    if (error instanceof Problem && error.code === 'no_rules_in_force') return undefined
    throw error
  }
}

/** The rules that reports of a programme are told by, with whose they are and of when. */
export interface FormsFound {
  readonly programme: ProgrammeDocument
  readonly place: ReportPlace
  /** Those of the last day; absent where none are in force. */
  readonly rules: RulesFound | undefined
}

/** By which rules, whose and of when, over a unit of the reader's area; a problem where there is no such programme or unit. */
export async function findForms(tx: Tx, book: RuleBook, id: string, question: ReportQuestionAsked): Promise<FormsFound> {
  const programme = await programmeOrThrow(tx, id)
  const { count, ...rest } = await placeOrThrow(tx, question)
  const rules = await rulesOn(tx, book, { programme: id, unit: rest.unit.id, at: count.span.to })
  const isLocal = question.layer === 'local' && rules !== undefined && rules.local.length > 0
  return { programme, place: { ...rest, count: { ...count, ...(isLocal && { local: [id] }) } }, rules }
}

/** The report as the rules of its last day have it, over a unit of the reader's area; a problem where there is none. */
export async function findReport(tx: Tx, book: RuleBook, { programme: id, report: name }: ReportNamed, question: ReportQuestionAsked): Promise<ReportFound> {
  const { programme, place, rules } = await findForms(tx, book, id, question)
  const report = rules?.release.reports?.find((each) => each.id === name)
  if (!rules || !report) throw new Problem('report_not_found', { programme: programme.title, report: name, at: formatDay(place.count.span.to) })
  return askOf({ programme, place, rules }, report)
}

/** A report that these rules are read for. */
export const askOf = ({ programme, place: { unit, rows, count }, rules }: FormsFound & { readonly rules: RulesFound }, report: ReportDocument): ReportFound => ({
  programme: { id: programme.id, title: programme.title },
  release: { hash: rules.hash, title: rules.release.title },
  local: rules.local,
  unit, report, rows,
  count: { report, ...rules.documents, ...count },
})

async function programmeOrThrow(tx: Tx, id: string): Promise<ProgrammeDocument> {
  const programme = (await listProgrammes(tx)).find((each) => each.id === id)
  if (!programme || id === 'common') throw new Problem('programme_not_found', { programme: id })
  return programme
}
