import { limits } from '../limits/limits.ts'
import { conditionDefinitions, type Condition } from './condition-document.ts'
import { logicDefinitions, type Expression, type LogicPiece, type Subject } from './logic-document.ts'
import { oneKindOf, oneShapeOf } from './one-shape.ts'
import { authorIdSchema, certaintySchema, citationSchema, randomIdSchema, textSchema, type Certainty, type Citation, type Text } from './text.ts'

/** How often a report is made. */
export type ReportPeriod = 'month' | 'quarter' | 'half_year' | 'year'

/** The state that is counted: at the end of the day before the period, or at the end of its last day. */
export type ReportEnd = 'start' | 'end'

export type Counted = 'households' | 'members'

/**
 * What is counted or added up. Conditions and values are those of the programme `report`: the programme's own outcomes are read like those
 * of another one, as they were decided; besides there are `period_from`, `period_to` and `residence`.
 */
export type Measure =
  | { readonly count: Counted; readonly where?: Condition }
  | { readonly sum: Counted; readonly value: Expression; readonly where?: Condition }
  /** Of those for whom `among` holds the part for whom `where` holds too. */
  | { readonly share: Counted; readonly where: Condition; readonly among?: Condition }

interface Source {
  readonly note?: Text
  readonly citation?: Citation
  readonly certainty?: Certainty
}

interface ColumnBase extends Source {
  readonly id: string
  readonly title: Text
}

/** How the number of a column is written. */
interface NumberColumn extends ColumnBase {
  readonly unit?: string
  /** Digits behind the comma; none unless said. What is compared is not rounded. */
  readonly decimals?: number
}

export interface ColumnGroup extends ColumnBase {
  readonly kind: 'group'
  readonly columns: readonly ReportColumn[]
}

export interface MeasureColumn extends NumberColumn {
  readonly kind: 'measure'
  /** At the end of the period unless said. */
  readonly at?: ReportEnd
  readonly measure: Measure
}

/** Computed of other columns of the row, which it reads by their ids. */
export interface FormulaColumn extends NumberColumn {
  readonly kind: 'formula'
  readonly formula: Expression
}

/** Words that stand in every row; a place to write by hand where there are none. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text'
  readonly text?: Text
}

/** In a row of one household what is known of it or, with `of`, what is answered of its head, at the end of the period; nothing in other rows. */
export interface ValueColumn extends ColumnBase {
  readonly kind: 'value'
  readonly fact: string
  readonly of?: 'head'
}

/** A column the law has of which nobody knows yet what it counts; how its number is written may be known. */
export interface OpenColumn extends NumberColumn {
  readonly kind: 'open'
}

export type LeafColumn = MeasureColumn | FormulaColumn | ValueColumn | TextColumn | OpenColumn
export type ReportColumn = ColumnGroup | LeafColumn

/** How rows of a block are numbered. */
export type Numbering = 'roman' | 'arabic' | 'letter'

interface BlockBase extends Source {
  readonly id: string
  readonly numbering?: Numbering
}

/** One row of everything. */
export interface TotalBlock extends BlockBase {
  readonly kind: 'total'
  readonly title: Text
}

/** A row for each unit below the one that reports; where there is none, for each place of the register, like villages. */
export interface UnitsBlock extends BlockBase {
  readonly kind: 'units'
  readonly rows?: readonly RowBlock[]
}

/** A row for each code of a yes/no or listed fact, or of a question – with `of`, of a question about the head; of several codes the household stands in each. */
export interface CodesBlock extends BlockBase {
  readonly kind: 'codes'
  readonly fact: string
  readonly of?: 'head'
  /** Those that have a row, in this order; all unless said. */
  readonly codes?: readonly string[]
  readonly rows?: readonly RowBlock[]
}

export interface ConditionRow extends Source {
  readonly id: string
  readonly title: Text
  readonly where: Condition
}

/** A row for each condition, of the household or, of members, of those who are counted. */
export interface ConditionsBlock extends BlockBase {
  readonly kind: 'conditions'
  readonly of?: Subject
  readonly conditions: readonly ConditionRow[]
}

/**
 * A list of names: a row for each household for which the condition holds at the end of the period, by place and name. Where a measure of the end
 * meets such a row stands what the household adds.
 */
export interface HouseholdsBlock extends BlockBase {
  readonly kind: 'households'
  readonly where?: Condition
}

export type RowBlock = TotalBlock | UnitsBlock | CodesBlock | ConditionsBlock | HouseholdsBlock

/** What must come to the same in every row. */
export interface ReportCheck extends Source {
  readonly id: string
  readonly title: Text
  readonly column: string
  readonly equals: Expression
}

/** Who signs, from the left to the right. */
export interface Signature {
  readonly title: Text
}

/** A report form: figures of the register and of what was decided, never typed. */
export interface ReportDocument extends Source {
  readonly id: string
  readonly title: Text
  /** What the law calls the form: `Mẫu số 7.2`. */
  readonly code?: Text
  readonly period: ReportPeriod
  /** Facts and conditions of its own that columns and rows read. */
  readonly logic?: readonly LogicPiece[]
  readonly rows: readonly RowBlock[]
  readonly columns: readonly ReportColumn[]
  readonly checks?: readonly ReportCheck[]
  readonly signatures?: readonly Signature[]
}

const source = { note: textSchema, citation: citationSchema, certainty: certaintySchema } as const
const condition = { $ref: '#/$defs/condition' } as const
const expression = { $ref: '#/$defs/expression' } as const
/** A name of anything that can be read; the check finds those that lead nowhere. */
const readable = { type: 'string', maxLength: limits.name } as const
const counted = { enum: ['households', 'members'] } as const
const column = { id: authorIdSchema, title: textSchema, ...source } as const
const number = { unit: { type: 'string', maxLength: limits.name }, decimals: { type: 'integer', minimum: 0, maximum: 6 } } as const
const block = { id: authorIdSchema, numbering: { enum: ['roman', 'arabic', 'letter'] }, ...source } as const
const listOf = (items: object) => ({ type: 'array', items, minItems: 1, maxItems: limits.list }) as const

const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({ type: 'object', properties, required, additionalProperties: false })

const rowCondition = closed({ id: authorIdSchema, title: textSchema, where: condition, ...source }, ['id', 'title', 'where'])

const check = closed({ id: randomIdSchema, title: textSchema, column: authorIdSchema, equals: expression, ...source }, ['id', 'title', 'column', 'equals'])

const kindOf = (kind: string, properties: Readonly<Record<string, object>>, required: readonly string[]) => [kind, closed({ kind: { const: kind }, ...properties }, ['kind', ...required])] as const

/** Definitions for reports; they refer to those of the condition language and of the logic. */
export const reportDefinitions = {
  measure: oneShapeOf([
    ['count', closed({ count: counted, where: condition }, ['count'])],
    ['sum', closed({ sum: counted, value: expression, where: condition }, ['sum', 'value'])],
    ['share', closed({ share: counted, where: condition, among: condition }, ['share', 'where'])],
  ]),
  reportColumn: oneKindOf([
    kindOf('group', { ...column, columns: listOf({ $ref: '#/$defs/reportColumn' }) }, ['id', 'title', 'columns']),
    kindOf('measure', { ...column, ...number, at: { enum: ['start', 'end'] }, measure: { $ref: '#/$defs/measure' } }, ['id', 'title', 'measure']),
    kindOf('formula', { ...column, ...number, formula: expression }, ['id', 'title', 'formula']),
    kindOf('value', { ...column, fact: readable, of: { const: 'head' } }, ['id', 'title', 'fact']),
    kindOf('text', { ...column, text: textSchema }, ['id', 'title']),
    kindOf('open', { ...column, ...number }, ['id', 'title']),
  ]),
  rowBlock: oneKindOf([
    kindOf('total', { ...block, title: textSchema }, ['id', 'title']),
    kindOf('units', { ...block, rows: listOf({ $ref: '#/$defs/rowBlock' }) }, ['id']),
    kindOf('codes', { ...block, fact: readable, of: { const: 'head' }, codes: listOf({ type: 'string', minLength: 1, maxLength: limits.name }), rows: listOf({ $ref: '#/$defs/rowBlock' }) }, ['id', 'fact']),
    kindOf('conditions', { ...block, of: { enum: ['household', 'members'] }, conditions: listOf(rowCondition) }, ['id', 'conditions']),
    kindOf('households', { ...block, where: condition }, ['id']),
  ]),
  reportDocument: {
    type: 'object',
    properties: {
      id: authorIdSchema,
      title: textSchema,
      code: textSchema,
      period: { enum: ['month', 'quarter', 'half_year', 'year'] },
      logic: { type: 'array', maxItems: limits.pieces, items: { $ref: '#/$defs/piece' } },
      rows: listOf({ $ref: '#/$defs/rowBlock' }),
      columns: listOf({ $ref: '#/$defs/reportColumn' }),
      checks: { type: 'array', maxItems: limits.list, items: check },
      signatures: { type: 'array', maxItems: 10, items: closed({ title: textSchema }, ['title']) },
      ...source,
    },
    required: ['id', 'title', 'period', 'rows', 'columns'],
    additionalProperties: false,
  },
} as const

/** A report form that stands alone. */
export const reportSchema = { ...reportDefinitions.reportDocument, $defs: { ...conditionDefinitions, ...logicDefinitions, ...reportDefinitions } } as const
