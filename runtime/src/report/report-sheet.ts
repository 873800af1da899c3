import { evaluate } from '../logic/evaluate.ts'
import { momentAt } from '../documents/input-document.ts'
import type { Expression } from '../documents/logic-document.ts'
import type { LeafColumn, ReportDocument } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { referencesOfExpression } from '../release/references.ts'
import { leafColumns } from './report-columns.ts'
import { nothing, type Amount } from './report-figures.ts'
import type { Names } from './report-names.ts'
import { formulasOfReport } from './report-pieces.ts'
import { assembleSheet } from './sheet-rules.ts'
import type { ReportParts, ReportSpan } from './report-rules.ts'
import { valueWriter } from './value-words.ts'
import { rowsOfReport, type CountedColumns, type PlainRow, type SheetUnits } from './sheet-rows.ts'

/** What stands where a row and a column meet. */
export interface SheetCell {
  /** Absent where there is nothing to compute, or where it cannot be: a share of nothing. */
  readonly value?: number
  /** Of how many households it cannot be told what they add. */
  readonly open: number
  /** What is known of the household of the row, in words. */
  readonly words?: Text
  /** Of a share: what it is a share of. */
  readonly among?: number
  /** Where a check is violated: what the value should have been, by which check, and of how many households it cannot be told what that reads; the difference may be theirs. */
  readonly expected?: { readonly value: number; readonly title: Text; readonly open: number }
}

export interface SheetRow extends Omit<PlainRow, 'amounts' | 'listed'> {
  /** Of a list of names: who it is. */
  readonly household?: string
  /** By column. */
  readonly cells: Readonly<Record<string, SheetCell>>
}

/** A report as it is read: its rows with the figures of every column. */
export interface ReportSheet {
  readonly rows: readonly SheetRow[]
}

export interface SheetAsked extends ReportParts {
  readonly report: ReportDocument
  readonly span: ReportSpan
  readonly units: SheetUnits
  /** What was counted of both ends. */
  readonly counted: readonly CountedColumns[]
  /** Who stands in its lists of names, where it has any. */
  readonly names?: Names | undefined
}

/** The report as a sheet: figures put in their rows, formulas computed, checks made. */
export const makeSheet = async (asked: SheetAsked): Promise<ReportSheet> => {
  const columns = leafColumns(asked.report).map(({ column }) => column)
  const computes = columns.some(({ kind }) => kind === 'formula') || (asked.report.checks ?? []).length > 0
  const formulas = computes ? assembleSheet(asked.report, asked, asked.span) : undefined
  const rows: SheetRow[] = []
  const write = valueWriter(asked)
  for (const { amounts, listed, ...row } of rowsOfReport(asked)) {
    const measured = Object.fromEntries(columns.flatMap((column): readonly (readonly [string, SheetCell])[] => (column.kind === 'measure' && row.notTold === undefined && (!listed || amounts.has(column.id)) ? [[column.id, cellOf(column, amounts)]] : [])))
    const known = listed ? write(listed.values) : {}
    rows.push({ ...row, ...(listed && { household: listed.household }), cells: { ...known, ...(formulas && row.notTold === undefined ? await withFormulas(asked, formulas, measured) : measured) } })
  }
  return { rows }
}

const cellOf = (column: LeafColumn & { readonly kind: 'measure' }, amounts: PlainRow['amounts']): SheetCell => {
  const { value, open } = amounts.get(column.id) ?? nothing
  if (!('share' in column.measure)) return { value, open }
  const among: Amount = amounts.get(`${column.id} among`) ?? nothing
  return { ...(among.value !== 0 && { value: value / among.value }), open: Math.max(open, among.open), among: among.value }
}

type Cells = Readonly<Record<string, SheetCell>>

const withFormulas = async ({ report, span }: SheetAsked, assembly: Assembly, measured: Cells): Promise<Cells> => {
  const household = Object.fromEntries(Object.entries(measured).flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const])))
  const { result } = await evaluate(assembly, { input: { household }, moment: momentAt(span.to) })
  const numberOf = (id: string): number | undefined => {
    const value = result.facts.find((fact) => fact.id === id)?.value
    return typeof value === 'number' ? value : undefined
  }
  const computed = leafColumns(report).reduce<Cells>((cells, { column }) => {
    if (column.kind !== 'formula') return cells
    const value = numberOf(column.id)
    return { ...cells, [column.id]: { ...(value !== undefined && { value }), open: openIn(report, column.formula, measured) } }
  }, {})
  return checked(report, { measured, cells: { ...measured, ...computed } }, numberOf)
}

/** Of how many households it cannot be told what the columns of a formula have, those it reads through other formulas too. */
const openIn = (report: ReportDocument, formula: Expression, measured: Cells): number =>
  Math.max(0, ...referencesOfExpression(formula, [], 'household').map((reference) => {
    if (reference.kind !== 'fact') return 0
    const { fact } = reference.reference
    const inner = leafColumns(report).find(({ column }) => column.id === fact)?.column
    return inner?.kind === 'formula' ? openIn(report, inner.formula, measured) : (measured[fact]?.open ?? 0)
  }))

/** Cells with what they should have been, where a check is violated. */
const checked = (report: ReportDocument, { measured, cells }: { readonly measured: Cells; readonly cells: Cells }, numberOf: (id: string) => number | undefined): Cells => {
  const expectations = formulasOfReport(report).filter(({ path }) => path[0] === 'checks').map(({ piece }) => numberOf(piece.id))
  return (report.checks ?? []).reduce<Cells>((all, { column, title, equals }, index) => {
    const [cell, expected] = [all[column], expectations[index]]
    if (cell?.value === undefined || expected === undefined || cell.value === expected) return all
    return { ...all, [column]: { ...cell, expected: { value: expected, title, open: Math.max(cell.open, openIn(report, equals, measured)) } } }
  }, cells)
}
