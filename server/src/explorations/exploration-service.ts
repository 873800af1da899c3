import { checkReport, joinPeriods, leafColumns, sensitiveInReport, type ReportDocument, type Text } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { asPerson, type Db, type Reach, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { askOf, findForms, type ReportFound } from '../reports/report-asked.ts'
import { listCounted } from '../reports/report-households.ts'
import type { CountedHouseholds, Report, ReportQuestionAsked } from '../reports/report-schema.ts'
import { fillReport } from '../reports/report-service.ts'
import type { Exploration, Exploring, ExploringFigure } from './exploration-schema.ts'

interface Tools {
  readonly db: Db
  readonly book: RuleBook
}

/** Figures of a row, over all periods. */
const mostFigures = 200
/** Blocks of rows, and facts and conditions of its own. */
const mostParts = 50

/** A period that cannot be told, and what is said where none can. */
interface Missing {
  readonly reason: Text
  readonly problem: Problem
}

const noRules: Text = { vi: 'không có bộ quy định nào áp dụng', en: 'no rules are in force' }
const noUnit: Text = { vi: 'khi đó chưa có đơn vị này, hoặc đơn vị không thuộc địa bàn của bạn', en: 'this unit was not there then, or is not in your area' }

/** Counts a table of one's own over a unit of the reader's area, period by period; a problem where none of them can be counted. */
export async function explore(tools: Tools, reader: Reach, { programme, unit, known, layer, document, periods: asked }: Exploring): Promise<Exploration> {
  const report = documentOrThrow(document, asked.length)
  const periods: Report[] = []
  const missing: (Missing & Exploring['periods'][number])[] = []
  for (const period of asked) {
    const found = await findExplored(tools, reader, programme, { unit, ...period, known, layer }, report)
    if ('problem' in found) missing.push({ ...period, ...found })
    else periods.push(await fillReport(tools.db, reader, found, known))
  }
  const [first] = missing
  if (periods.length === 0 && first) throw first.problem
  return { periods, missing: missing.map(({ from, to, reason }) => ({ from, to, reason })) }
}

/** The households of a figure of such a table, some at a time. */
export async function exploreFigure(tools: Tools, reader: Reach, { programme, document, unit, from, to, known, layer, ...figure }: ExploringFigure): Promise<CountedHouseholds> {
  const found = await findExplored(tools, reader, programme, { unit, from, to, known, layer }, documentOrThrow(document, 1))
  if ('problem' in found) throw found.problem
  return listCounted(tools.db, reader, found, { unit, from, to, ...figure })
}

/** The periods of a table as one sheet to be taken out. */
export function joinExplored({ periods }: Exploration): Report {
  const joined = joinPeriods(periods)
  const [first, last] = [periods[0], periods.at(-1)]
  if (!joined || !first || !last) throw new Error('There is no period')
  return { ...last, ...rulesOf(periods), from: first.from, document: joined.document, rows: [...joined.rows] }
}

/** By whose rules several periods are told: locally where any is, with the local rules of all of them. */
const rulesOf = (periods: readonly Report[]): Pick<Report, 'layer' | 'local'> => ({
  ...(periods.some(({ layer }) => layer === 'local') && { layer: 'local' }),
  local: [...new Map(periods.flatMap(({ local }) => local).map((each) => [each.hash, each])).values()],
})

function documentOrThrow(document: object, periods: number): ReportDocument {
  const issues = validateDocument('report', document)
  if (issues.length > 0) throw new Problem('explored_unsound', {}, issues)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its schema has just been the guard
  const report = document as ReportDocument
  const figures = leafColumns(report).length * periods
  if (figures > mostFigures) throw new Problem('explored_too_large', { found: figures, most: mostFigures })
  const parts = report.rows.length + (report.logic ?? []).length + (report.checks ?? []).length
  if (parts > mostParts) throw new Problem('explored_too_large', { found: parts, most: mostParts })
  return report
}

interface Question {
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly known?: string | undefined
  readonly layer?: 'local' | undefined
}

async function findExplored({ db, book }: Tools, reader: Reach, programme: string, { known, layer, ...place }: Question, report: ReportDocument): Promise<ReportFound | Missing> {
  try {
    return await asPerson(db, reader, (tx) => askExplored(tx, book, programme, { ...place, ...(known !== undefined && { known }), ...(layer && { layer }) }, report))
  } catch (error) {
    if (error instanceof Problem && error.code === 'unit_out_of_reach') return { reason: noUnit, problem: error }
    throw error
  }
}

async function askExplored(tx: Tx, book: RuleBook, programme: string, question: ReportQuestionAsked, report: ReportDocument): Promise<ReportFound | Missing> {
  const forms = await findForms(tx, book, programme, question)
  const { rules } = forms
  if (!rules) return { reason: noRules, problem: new Problem('explored_without_rules', { programme: forms.programme.title }) }
  const { common, releases } = rules.documents
  const sensitive = sensitiveInReport(common, report)
  if (sensitive.length > 0) throw new Problem('explored_sensitive', { questions: sensitive.join(', ') })
  const [first, ...more] = checkReport(common, report, releases)
  return first ? { reason: first.message, problem: new Problem('explored_unsound', {}, [first, ...more]) } : askOf({ ...forms, rules }, report)
}
