import { askReport, leafColumns, makeSheet, type Figure, type ReportDocument, type SheetCell } from '@tieuchi/runtime'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CaseProduct } from './case-product.ts'

export interface BalanceQuestion {
  readonly law_at: string
  /** Last day of the year the report is of. */
  readonly at: string
  readonly inputs: Readonly<Record<string, unknown>>
}

type Numbers = Readonly<Record<string, number>>

const ends = ['start', 'end'] as const

/** The report on movements of the households of the programme, and the column in which those of the end stand. */
const column = 'end'
const counted = ['start', 'escaped', 'relapsed', 'new', 'came', 'went', column]

/** Tells what a report on movements says how many households there are at the end of a year, given those of its other columns. */
export async function judgeBalance(product: CaseProduct, { law_at: lawAt, at, inputs }: BalanceQuestion): Promise<SheetCell> {
  const rules = resolvePackRules(product.packs, { programme: product.programme, at: lawAt })
  if (isIssue(rules)) throw new CaseProblem(rules.message.en)
  const report = (rules.release.release.reports ?? []).find(isOfMovements)
  if (!report) throw new CaseProblem(`no report of ${lawAt} has the columns ${counted.join(', ')} and a check`)
  const asked = { report, byPlace: false, span: { from: `${at.slice(0, 4)}-01-01`, to: at }, common: product.packs.common, releases: rules.releases }
  const numbers = numbersOf(inputs)
  const columns = ends.flatMap((end) => {
    const question = askReport(asked, end)
    return question ? [{ question, rows: question.blocks.filter(({ keys }) => keys.length === 0).map(({ block, figures }) => ({ block, unit: 'place', keys: [], amounts: figures.map((figure) => ({ value: valueOf(figure, numbers), open: 0 })) })) }] : []
  })
  const { rows: [whole] } = await makeSheet({ ...asked, units: { below: [], above: new Map() }, counted: columns })
  const cell = whole?.cells[column]
  if (!cell) throw new CaseProblem(`the report “${report.title.en}” tells nothing in its column “${column}”`)
  return cell
}

const isOfMovements = (report: ReportDocument): boolean => {
  const ids = new Set(leafColumns(report).map(({ column: { id } }) => id))
  return (report.checks ?? []).length > 0 && counted.every((id) => ids.has(id))
}

const valueOf = ({ column: id, part }: Figure, numbers: Numbers): number => (part === undefined ? (numbers[id] ?? 0) : 0)

/** Nobody is counted at the end: what the check of the report says stands there instead. */
function numbersOf(inputs: BalanceQuestion['inputs']): Numbers {
  const keys = new CaseKeys(inputs, 'inputs')
  const take = (name: string): number => keys.takeNumber(name) ?? 0
  const moved = take('moved_net')
  const numbers = { start: take('start'), escaped: take('escaped'), relapsed: take('relapsed'), new: take('new'), came: take('moved_in') + Math.max(0, moved), went: take('moved_out') + Math.max(0, -moved) }
  keys.finish()
  return numbers
}
