import type { CodeList, FieldSchema, ListEntry } from '../documents/common-document.ts'
import type { Cell, ConditionPiece, Expression, FactPiece, OutcomePiece, Rule, RulesPiece, TablePiece, TableRow } from '../documents/logic-document.ts'
import type { Condition, FactReference, Literal, ParameterReference, SingleOperand } from '../documents/condition-document.ts'
import type { FormCheck, FormDocument, FormItem, FormSection } from '../documents/form-document.ts'
import type { ConditionRow, ReportCheck, ReportColumn, ReportDocument, RowBlock } from '../documents/report-document.ts'
import type { CaseDocument, Parameter } from '../documents/release-document.ts'
import type { Certainty, Citation } from '../documents/text.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a value, row or rule rests on; compared as one, since it is read as one. */
export interface Source {
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly confirmed?: string
  readonly note?: { readonly vi: string; readonly en: string }
}

/** The value of a parameter: one value, values by a field, or none where it is open. */
export type Amount = Pick<Parameter, 'value' | 'by' | 'values'>

/**
 * A table row with its cells and results by the column they stand in, so that a new column moves no cell. A draft whose
 * row has more or fewer cells than there are columns keeps `when` and `then`.
 */
export interface KeyedRow extends Partial<Pick<TableRow, 'when' | 'then'>>, Pick<TableRow, 'id'> {
  readonly cells?: Readonly<Record<string, Cell>>
  readonly results?: Readonly<Record<string, SingleOperand>>
  readonly source?: Source
}

type WithSource<T> = Omit<T, keyof Source> & { readonly source?: Source }

/** A table with rows keyed by column; other pieces with their source as one. */
export type KeyedPiece =
  | WithSource<FactPiece>
  | WithSource<ConditionPiece>
  | WithSource<OutcomePiece>
  | (WithSource<Omit<RulesPiece, 'rules'>> & { readonly rules: readonly WithSource<Rule>[] })
  | (WithSource<Omit<TablePiece, 'rows'>> & { readonly rows: readonly KeyedRow[] })

/** Everything a change can be about, and the value it has there. */
export interface ThingValues {
  /** A plain property of whatever stands around it: a title, a unit, a help text. */
  readonly property: Json
  readonly source: Source
  readonly citation: Citation
  readonly parameter: Omit<WithSource<Parameter>, keyof Amount> & { readonly amount: Amount }
  readonly amount: Amount
  /** One of a parameter's values; the last step of the path is its key. */
  readonly keyed_amount: Literal
  readonly piece: KeyedPiece
  readonly input: string | FactReference | ParameterReference
  readonly output: string
  readonly row: KeyedRow
  readonly cell: Cell
  readonly result: SingleOperand
  readonly rule: WithSource<Rule>
  readonly condition: Condition
  readonly expression: Expression
  readonly form: FormDocument
  readonly section: FormSection
  readonly item: FormItem
  /** A field shown in the row of a member. */
  readonly roster_column: string
  readonly check: FormCheck
  readonly report: ReportDocument
  readonly report_column: ReportColumn
  readonly row_block: RowBlock
  readonly report_row: ConditionRow
  readonly report_check: ReportCheck
  readonly case: CaseDocument
  readonly list: CodeList
  readonly entry: ListEntry
  readonly field: FieldSchema
}

export type Thing = keyof ThingValues

/** Steps of names and ids from the root of the document; the last one names the thing itself. */
export type ChangePath = readonly string[]

/** One change to one kind of thing. */
export type ChangeOf<T extends Thing> =
  | { readonly kind: 'added'; readonly thing: T; readonly path: ChangePath; readonly value: ThingValues[T]; /** What it stands behind, in things that have an order; absent: it is the first. */ readonly behind?: string }
  | { readonly kind: 'removed'; readonly thing: T; readonly path: ChangePath; readonly value: ThingValues[T] }
  | { readonly kind: 'moved'; readonly thing: T; readonly path: ChangePath; readonly value: ThingValues[T]; readonly behind?: string }
  | { readonly kind: 'changed'; readonly thing: T; readonly path: ChangePath; readonly before: ThingValues[T]; readonly after: ThingValues[T] }

/** One difference between two documents, by stable ids. Plain data. */
export type DocumentChange = { readonly [T in Thing]: ChangeOf<T> }[Thing]
