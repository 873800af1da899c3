import { limits } from '../limits/limits.ts'
import type { Condition, CoreOperatorName, FactReference, Literal, Operand, ParameterReference } from './condition-document.ts'
import { extensionNameSchema, type ExtensionName } from './extension-name.ts'
import { oneKindOf, oneShapeOf, type Shape } from './one-shape.ts'
import { authorIdSchema, certaintySchema, citationSchema, outcomeIdSchema, randomIdSchema, textSchema, type Certainty, type Citation, type Text } from './text.ts'

/** Whose piece it is: of the household as a whole, or of each member. */
export type Subject = 'household' | 'members'

export type RoundingMode = 'half_up' | 'half_even' | 'up' | 'down'

/** The three dates of an evaluation, by name. */
export type MomentName = 'law_at' | 'facts_at' | 'unit_at'

/** A value computed from facts, parameters and members. Arithmetic is exact until `round`. */
export type Expression =
  | Literal
  | FactReference
  | ParameterReference
  | { readonly moment: MomentName }
  | { readonly add: readonly Expression[] }
  | { readonly subtract: readonly [Expression, Expression] }
  | { readonly multiply: readonly Expression[] }
  | { readonly divide: readonly [Expression, Expression] }
  | { readonly min: readonly Expression[] }
  | { readonly max: readonly Expression[] }
  | { readonly round: Expression; readonly mode: RoundingMode; readonly unit: number }
  | { readonly floor: Expression }
  | { readonly ageInYears: readonly [Expression, Expression] }
  | { readonly ageInMonths: readonly [Expression, Expression] }
  | { readonly monthsBetween: readonly [Expression, Expression] }
  | { readonly yearOf: Expression }
  | { readonly personalNumberSex: Expression }
  | { readonly personalNumberBirthYear: Expression }
  | { readonly if: Condition; readonly then: Expression; readonly else: Expression }
  | Aggregate<'count', { readonly where?: Condition }>
  | Aggregate<'any' | 'all' | 'none', { readonly where: Condition }>
  | Aggregate<'share', { readonly where: Condition; readonly among?: Condition }>
  | Aggregate<'sum' | 'min' | 'max', { readonly value: Expression; readonly where?: Condition }>
  | ExtensionAggregate
  | ({ readonly last: 'history'; readonly value: Expression; readonly where?: Condition } & Recorded)
  | { readonly countEvents: string }

/** Names of the core's aggregates; each has its object in `aggregates/`. */
export type CoreAggregateName = 'count' | 'any' | 'all' | 'none' | 'share' | 'sum' | 'min' | 'max'

/** An aggregate of the core, or of a package: `sample.majority`. */
export type AggregateName = CoreAggregateName | ExtensionName

/** An aggregate of a package, over the members or the earlier decisions on one outcome. Which parts it takes the package says. */
type ExtensionAggregate = { readonly aggregate: ExtensionName; readonly value?: Expression; readonly where?: Condition } & ({ readonly over: 'members' } | ({ readonly over: 'history' } & Recorded))

/** Which earlier decisions: those on one outcome, `programme.outcome`, in one layer (national unless said). */
export interface Recorded {
  readonly outcome: string
  readonly layer?: 'national' | 'local'
}

/**
 * One number or truth of many elements: of the members, or of the earlier decisions on one outcome. `where`, `among`
 * and `value` are read of one and the same element.
 */
type Aggregate<Name extends string, Parts> = Name extends Name
  ? ({ readonly [name in Name]: 'members' } & Parts) | ({ readonly [name in Name]: 'history' } & Parts & Recorded)
  : never

interface Piece {
  readonly id: string
  readonly title: Text
  readonly of?: Subject
  /**
   * Whether an overlay may patch it: the value of a fact, the condition of a condition, what an entitlement gives; of a
   * table or rule set any row or rule, and add others. Absent: no.
   */
  readonly overridable?: boolean
  readonly note?: Text
}

export interface FactPiece extends Piece {
  readonly kind: 'fact'
  readonly value: Expression
  /** How the value is written for people, as in the dictionary's `x-unit`. */
  readonly unit?: string
  /** The code list of its values. */
  readonly list?: string
  readonly citation?: Citation
  readonly certainty?: Certainty
}

export interface ConditionPiece extends Piece {
  readonly kind: 'condition'
  readonly conditions: Condition
  readonly citation?: Citation
}

export type HitPolicy = 'first' | 'unique' | 'collect' | 'sum' | 'max'

/** A comparison with the column's value: exactly one operator. `null` in a row stands for any value. */
export type Cell = { readonly [name in CoreOperatorName]?: Operand } | { readonly [name: ExtensionName]: Operand }

export interface TableRow {
  readonly id: string
  /** One entry per input. */
  readonly when: readonly (Cell | null)[]
  /** One entry per output. */
  readonly then: readonly (Literal | FactReference | ParameterReference)[]
  readonly citation?: Citation
  readonly certainty?: Certainty
  /** Whether an overlay may change or remove this row. */
  readonly overridable?: boolean
  readonly note?: Text
}

export interface TablePiece extends Piece {
  readonly kind: 'table'
  readonly hit: HitPolicy
  /** That the table says nothing where no row holds is meant: the result then does not apply. Absent: a row for everything else is missed. */
  readonly otherwise?: 'not_applicable'
  readonly inputs: readonly (string | FactReference | ParameterReference)[]
  readonly outputs: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface Rule {
  readonly id: string
  readonly title: Text
  readonly conditions: Condition
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, Literal>> }
  readonly citation?: Citation
  readonly certainty?: Certainty
  /** Whether an overlay may change or remove this rule. */
  readonly overridable?: boolean
  readonly note?: Text
}

/** The code that a rule's event carries in a property; undefined where it has none. */
export const eventCode = ({ event: { params = {} } }: Rule, property: string): string | undefined => {
  const value = Object.hasOwn(params, property) ? params[property] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The properties in which events of a rule set carry codes. */
export const eventProperties = ({ rules }: RulesPiece): readonly string[] =>
  [...new Set(rules.flatMap((rule) => Object.keys(rule.event.params ?? {}).filter((property) => eventCode(rule, property) !== undefined)))]

export interface RulesPiece extends Piece {
  readonly kind: 'rules'
  readonly rules: readonly Rule[]
}

export interface OutcomePiece extends Piece {
  readonly kind: 'outcome'
  readonly from: string | FactReference
  /** The code list of its values, with their tones. */
  readonly list?: string
  readonly unit?: string
}

/** What an amount or level says: exactly that, at least that ("from 70 %"), or at most that. */
export type Bound = 'exact' | 'at_least' | 'at_most'

export type PeriodName = 'once' | 'month' | 'quarter' | 'year' | 'school_month' | 'school_year'

/** How often an entitlement is given, how many times at most, and from and until which days. */
export interface Period {
  readonly every: PeriodName
  readonly at_most?: Expression
  readonly from?: Expression
  readonly to?: Expression
}

/**
 * A benefit of the household or of each member: granted where its conditions hold, refused where they do not, with a
 * level (a share or a code) and an amount as far as the law sets them. Read as a fact it is its truth; its outputs
 * `level` and `amount` are not applicable where it is refused.
 */
export interface EntitlementPiece extends Piece {
  readonly kind: 'entitlement'
  readonly conditions: Condition
  readonly level?: Expression
  /** How the level is written for people, as in the dictionary's `x-unit`. */
  readonly level_unit?: string
  /** The code list of its levels. */
  readonly level_list?: string
  readonly amount?: Expression
  /** Unit of the amount: `VND/month`, `kg/person`. */
  readonly unit?: string
  /** What the amount says, and the level too unless `level_bound` does; exactly unless said. */
  readonly bound?: Bound
  /** What the level says: a rate of exactly 6,24 % goes with a loan of at most 100 million. */
  readonly level_bound?: Bound
  readonly period?: Period
  readonly citation?: Citation
  readonly certainty?: Certainty
}

/** What an entitlement computes besides its conditions, each with its place in the piece. */
export const entitlementParts = ({ level, amount, period }: EntitlementPiece): readonly (readonly [readonly string[], Expression])[] =>
  ([[['level'], level], [['amount'], amount], [['period', 'at_most'], period?.at_most], [['period', 'from'], period?.from], [['period', 'to'], period?.to]] as const)
    .flatMap(([path, part]) => (part === undefined ? [] : [[path, part] as const]))

/** What the level of an entitlement, or of its result, says. */
export const boundOfLevel = ({ bound = 'exact', level_bound: levelBound = bound }: Pick<EntitlementPiece, 'bound' | 'level_bound'>): Bound => levelBound

/** What an outcome passes on. */
export const outcomeSource = ({ from }: OutcomePiece): FactReference => (typeof from === 'string' ? { fact: from } : from)

/** The place of a result column among a table's outputs: the one named, or the first. */
export const outputColumn = ({ outputs }: TablePiece, output: string | undefined): number => (output === undefined ? 0 : outputs.indexOf(output))

export type LogicPiece = FactPiece | ConditionPiece | TablePiece | RulesPiece | OutcomePiece | EntitlementPiece

const piece = { id: authorIdSchema, title: textSchema, of: { enum: ['household', 'members'] }, overridable: { type: 'boolean' }, note: textSchema } as const
const source = { citation: citationSchema, certainty: certaintySchema } as const
const expression = { $ref: '#/$defs/expression' } as const
const condition = { $ref: '#/$defs/condition' } as const
const list = { type: 'array', items: expression, minItems: 1, maxItems: limits.list } as const
const pair = { type: 'array', items: expression, minItems: 2, maxItems: 2 } as const
/** How a number is written for people; may be empty. */
const unitSchema = { type: 'string', maxLength: limits.name } as const
const recorded = { outcome: outcomeIdSchema, layer: { enum: ['national', 'local'] } } as const

const node = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const shape = (name: string, properties: Record<string, unknown>, optional: readonly string[] = []): Shape => [name, node(properties, optional)]

/** Over the members, or over the earlier decisions on one outcome: the property that says which of the two. */
const aggregateNode = (name: string, parts: Record<string, unknown>, optional: readonly string[] = []) => ({
  ...node({ [name]: { enum: ['members', 'history'] }, ...recorded, ...parts }, ['outcome', 'layer', ...optional]),
  if: { properties: { [name]: { const: 'history' } } },
  then: { required: ['outcome'] },
  else: { not: { anyOf: [{ required: ['outcome'] }, { required: ['layer'] }] } },
})

const aggregate = (name: string, parts: Record<string, unknown>, optional: readonly string[] = []): Shape => [name, aggregateNode(name, parts, optional)]

/** `min` and `max` are of a list or of elements. */
const extreme = (name: string): Shape => [
  name,
  { if: { properties: { [name]: { type: 'array' } } }, then: node({ [name]: list }), else: aggregateNode(name, { value: expression, where: condition }, ['where']) },
]

const pieceSchema = (kind: string, properties: Record<string, unknown>, required: readonly string[]): Shape => [
  kind,
  {
    properties: { kind: { const: kind }, ...piece, ...properties },
    required: ['kind', 'id', 'title', ...required],
    additionalProperties: false,
  },
]

export const boundSchema = { enum: ['exact', 'at_least', 'at_most'] } as const

export const periodSchema = node({ every: { enum: ['once', 'month', 'quarter', 'year', 'school_month', 'school_year'] }, at_most: expression, from: expression, to: expression }, ['at_most', 'from', 'to'])

/** Definitions for expressions and pieces; they refer to those of the condition language. */
export const logicDefinitions = {
  expression: {
    if: { type: 'object' },
    then: oneShapeOf([
      ['fact', { $ref: '#/$defs/factReference' }],
      ['parameter', { $ref: '#/$defs/parameterReference' }],
      shape('moment', { moment: { enum: ['law_at', 'facts_at', 'unit_at'] } }),
      ...['add', 'multiply'].map((name) => shape(name, { [name]: list })),
      ...['min', 'max'].map(extreme),
      ...['subtract', 'divide', 'ageInYears', 'ageInMonths', 'monthsBetween'].map((name) => shape(name, { [name]: pair })),
      ...['floor', 'yearOf', 'personalNumberSex', 'personalNumberBirthYear'].map((name) => shape(name, { [name]: expression })),
      shape('round', { round: expression, mode: { enum: ['half_up', 'half_even', 'up', 'down'] }, unit: { type: 'number', exclusiveMinimum: 0 } }),
      shape('if', { if: condition, then: expression, else: expression }),
      aggregate('count', { where: condition }, ['where']),
      ...['any', 'all', 'none'].map((name) => aggregate(name, { where: condition })),
      aggregate('share', { where: condition, among: condition }, ['among']),
      aggregate('sum', { value: expression, where: condition }, ['where']),
      ['aggregate', aggregateNode('over', { aggregate: extensionNameSchema, value: expression, where: condition }, ['value', 'where'])],
      shape('last', { last: { const: 'history' }, ...recorded, value: expression, where: condition }, ['where', 'layer']),
      shape('countEvents', { countEvents: authorIdSchema }),
    ]),
    else: { $ref: '#/$defs/literal' },
  },
  row: {
    type: 'object',
    properties: {
      id: randomIdSchema,
      when: { type: 'array', maxItems: limits.columns, items: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/cell' }] } },
      then: {
        type: 'array',
        minItems: 1,
        maxItems: limits.columns,
        items: { anyOf: [{ $ref: '#/$defs/literal' }, { $ref: '#/$defs/factReference' }, { $ref: '#/$defs/parameterReference' }] },
      },
      ...source,
      overridable: { type: 'boolean' },
      note: textSchema,
    },
    required: ['id', 'when', 'then'],
    additionalProperties: false,
  },
  rule: {
    type: 'object',
    properties: {
      id: authorIdSchema,
      title: textSchema,
      conditions: condition,
      event: {
        type: 'object',
        properties: { type: authorIdSchema, params: { type: 'object', maxProperties: limits.properties, additionalProperties: { $ref: '#/$defs/literal' } } },
        required: ['type'],
        additionalProperties: false,
      },
      ...source,
      overridable: { type: 'boolean' },
      note: textSchema,
    },
    required: ['id', 'title', 'conditions', 'event'],
    additionalProperties: false,
  },
  piece: oneKindOf([
    pieceSchema('fact', { value: expression, unit: unitSchema, list: authorIdSchema, ...source }, ['value']),
    pieceSchema('condition', { conditions: condition, citation: citationSchema }, ['conditions']),
    pieceSchema(
      'table',
      {
        hit: { enum: ['first', 'unique', 'collect', 'sum', 'max'] },
        otherwise: { const: 'not_applicable' },
        inputs: { type: 'array', minItems: 1, maxItems: limits.columns, items: { anyOf: [authorIdSchema, { $ref: '#/$defs/factReference' }, { $ref: '#/$defs/parameterReference' }] } },
        outputs: { type: 'array', minItems: 1, maxItems: limits.columns, items: authorIdSchema },
        rows: { type: 'array', minItems: 1, maxItems: limits.rows, items: { $ref: '#/$defs/row' } },
      },
      ['hit', 'inputs', 'outputs', 'rows'],
    ),
    pieceSchema('rules', { rules: { type: 'array', minItems: 1, maxItems: limits.rules, items: { $ref: '#/$defs/rule' } } }, ['rules']),
    pieceSchema('outcome', { from: { anyOf: [authorIdSchema, { $ref: '#/$defs/factReference' }] }, list: authorIdSchema, unit: unitSchema }, ['from']),
    pieceSchema(
      'entitlement',
      {
        conditions: condition,
        level: expression,
        level_unit: unitSchema,
        level_list: authorIdSchema,
        amount: expression,
        unit: unitSchema,
        bound: boundSchema,
        level_bound: boundSchema,
        period: periodSchema,
        ...source,
      },
      ['conditions'],
    ),
  ]),
} as const
