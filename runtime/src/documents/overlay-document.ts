import { limits } from '../limits/limits.ts'
import { conditionDefinitions, type Condition, type Literal, type SingleOperand } from './condition-document.ts'
import { boundSchema, logicDefinitions, periodSchema, type Cell, type EntitlementPiece, type Expression, type LogicPiece, type Rule, type TableRow } from './logic-document.ts'
import { caseSchema, parameterSchema, type CaseDocument, type Parameter, type UnitScope } from './release-document.ts'
import { authorIdSchema, certaintySchema, citationSchema, dateSchema, nameSchema, programmeIdSchema, randomIdSchema, textSchema, type Certainty, type Citation, type Text } from './text.ts'

/** What a patch rests on. Where it names no article, none is shown: the base's does not say this. */
interface PatchSource {
  readonly citation?: Citation
  /** A row or entitlement patched in part is no surer than what stays of it. */
  readonly certainty?: Certainty
  readonly note?: Text
}

/**
 * Another value for a parameter of the base, of the same unit and shape: `value`, or `by` and `values` for some keys
 * only. Neither where the local law has a value of its own that is not established (`certainty: "open"`).
 */
export interface ChangedParameter {
  readonly kind: 'changed'
  /** As the locality understands it; it must be the base's. */
  readonly unit: string
  readonly value?: Literal
  readonly by?: string
  readonly values?: Readonly<Record<string, Literal>>
  readonly citation?: Citation
  readonly certainty: Certainty
  readonly confirmed?: string
  readonly note?: Text
}

/** A value that only the locality has, for what it adds. */
export interface AddedParameter {
  readonly kind: 'added'
  readonly parameter: Parameter
}

export type ParameterPatch = ChangedParameter | AddedParameter

/**
 * Some cells and results of a row, by the column they stand in: an input by what it reads (`fact`, `fact.output` or the
 * id of a parameter; the second column of one name is `name#2`), a result by its output. `null` is any value.
 */
export interface ChangedRow extends PatchSource {
  readonly kind: 'changed'
  readonly id: string
  readonly cells?: Readonly<Record<string, Cell | null>>
  readonly results?: Readonly<Record<string, SingleOperand>>
}

export interface AddedRow {
  readonly kind: 'added'
  readonly row: TableRow
  /** The row it stands behind; absent: it is the first. */
  readonly behind?: string
}

export interface ChangedRule extends PatchSource {
  readonly kind: 'changed'
  readonly id: string
  readonly title?: Text
  readonly conditions: Condition
}

export interface AddedRule {
  readonly kind: 'added'
  readonly rule: Rule
  /** The rule it stands behind; absent: it is the first. */
  readonly behind?: string
}

/** A row or rule that does not hold here. */
export interface Removed {
  readonly kind: 'removed'
  readonly id: string
}

export type RowPatch = ChangedRow | AddedRow | Removed
export type RulePatch = ChangedRule | AddedRule | Removed

export interface FactPatch extends PatchSource {
  readonly kind: 'fact'
  readonly id: string
  readonly title?: Text
  readonly value: Expression
}

export interface ConditionPatch extends Omit<PatchSource, 'certainty'> {
  readonly kind: 'condition'
  readonly id: string
  readonly title?: Text
  readonly conditions: Condition
}

export interface TablePatch {
  readonly kind: 'table'
  readonly id: string
  readonly rows: readonly RowPatch[]
}

export interface RulesPatch {
  readonly kind: 'rules'
  readonly id: string
  readonly rules: readonly RulePatch[]
}

/** What the locality grants otherwise: what it does not name stays. */
export interface EntitlementPatch extends PatchSource, Partial<Pick<EntitlementPiece, 'title' | 'conditions' | 'level' | 'amount' | 'bound' | 'level_bound' | 'period'>> {
  readonly kind: 'entitlement'
  readonly id: string
}

/** A piece that only the locality has; it stands behind those of the base. */
export interface AddedPiece {
  readonly kind: 'added'
  readonly piece: LogicPiece
}

/** What an overlay says of one piece of the base, by its id, or a piece it adds. What it does not name stays. */
export type PiecePatch = FactPatch | ConditionPatch | TablePatch | RulesPatch | EntitlementPatch | AddedPiece

/**
 * Local law on top of national law: a release of narrower scope, as patches by stable ids. It is joined to the base
 * release of the date, never to a pinned one; `overridable` of the base says what may be patched, for every level below.
 */
export interface Overlay {
  readonly format: 1
  readonly programme: string
  readonly scope: UnitScope
  readonly title: Text
  readonly legal_basis: readonly Citation[]
  /** What this overlay changes, in a sentence. */
  readonly changelog: Text
  readonly parameters: Readonly<Record<string, ParameterPatch>>
  readonly logic: readonly PiecePatch[]
  /** Worked examples of the layer: the base of their day with this overlay and those of the units above. */
  readonly cases: readonly CaseDocument[]
}

const source = { citation: citationSchema, certainty: certaintySchema, note: textSchema } as const

const node = (kind: string, properties: Readonly<Record<string, unknown>>, required: readonly string[], more: object = {}) => ({
  type: 'object',
  properties: { kind: { const: kind }, ...properties },
  required: ['kind', ...required],
  additionalProperties: false,
  ...more,
})

const ofKind = (kind: string) => ({ properties: { kind: { const: kind } } })

/** Chosen by `kind`, so that a mistake is told of the kind meant and not of every other. */
const byKind = (alternatives: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: Object.keys(alternatives) } },
  allOf: Object.entries(alternatives).map(([kind, then]) => ({ if: ofKind(kind), then })),
})

const removed = node('removed', { id: nameSchema }, ['id'])

const changedParameter = node('changed', {
  unit: nameSchema,
  value: { $ref: '#/$defs/literal' },
  by: authorIdSchema,
  values: { type: 'object', minProperties: 1, maxProperties: limits.codes, additionalProperties: { $ref: '#/$defs/literal' } },
  citation: citationSchema,
  certainty: certaintySchema,
  confirmed: dateSchema,
  note: textSchema,
}, ['unit', 'certainty'], {
  not: { required: ['value', 'values'] },
  dependentRequired: { by: ['values'], values: ['by'] },
  if: { properties: { certainty: { const: 'open' } } },
  then: { not: { anyOf: [{ required: ['value'] }, { required: ['values'] }] } },
  else: { anyOf: [{ required: ['value'] }, { required: ['values'] }] },
})

const changedRow = node('changed', {
  id: randomIdSchema,
  cells: { type: 'object', minProperties: 1, maxProperties: limits.columns, additionalProperties: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/cell' }] } },
  results: {
    type: 'object',
    minProperties: 1,
    maxProperties: limits.columns,
    additionalProperties: { anyOf: [{ $ref: '#/$defs/literal' }, { $ref: '#/$defs/factReference' }, { $ref: '#/$defs/parameterReference' }] },
  },
  ...source,
}, ['id'], { anyOf: [{ required: ['cells'] }, { required: ['results'] }] })

const rowPatch = byKind({ changed: changedRow, added: node('added', { row: { $ref: '#/$defs/row' }, behind: randomIdSchema }, ['row']), removed })

const rulePatch = byKind({
  changed: node('changed', { id: authorIdSchema, title: textSchema, conditions: { $ref: '#/$defs/condition' }, ...source }, ['id', 'conditions']),
  added: node('added', { rule: { $ref: '#/$defs/rule' }, behind: authorIdSchema }, ['rule']),
  removed,
})

const piecePatch = byKind({
  fact: node('fact', { id: authorIdSchema, title: textSchema, value: { $ref: '#/$defs/expression' }, ...source }, ['id', 'value']),
  condition: node('condition', { id: authorIdSchema, title: textSchema, conditions: { $ref: '#/$defs/condition' }, citation: citationSchema, note: textSchema }, ['id', 'conditions']),
  table: node('table', { id: authorIdSchema, rows: { type: 'array', minItems: 1, maxItems: limits.rows, items: rowPatch } }, ['id', 'rows']),
  rules: node('rules', { id: authorIdSchema, rules: { type: 'array', minItems: 1, maxItems: limits.rules, items: rulePatch } }, ['id', 'rules']),
  entitlement: node('entitlement', {
    id: authorIdSchema,
    title: textSchema,
    conditions: { $ref: '#/$defs/condition' },
    level: { $ref: '#/$defs/expression' },
    amount: { $ref: '#/$defs/expression' },
    bound: boundSchema,
    level_bound: boundSchema,
    period: periodSchema,
    ...source,
  }, ['id'], { anyOf: ['conditions', 'level', 'amount', 'bound', 'level_bound', 'period'].map((part) => ({ required: [part] })) }),
  added: node('added', { piece: { $ref: '#/$defs/piece' } }, ['piece']),
})

export const overlaySchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    programme: programmeIdSchema,
    scope: { type: 'object', properties: { unit: nameSchema }, required: ['unit'], additionalProperties: false },
    title: textSchema,
    legal_basis: { type: 'array', minItems: 1, maxItems: limits.list, items: citationSchema },
    changelog: textSchema,
    parameters: { type: 'object', maxProperties: limits.parameters, propertyNames: authorIdSchema, additionalProperties: byKind({ changed: changedParameter, added: node('added', { parameter: parameterSchema }, ['parameter']) }) },
    logic: { type: 'array', maxItems: limits.pieces, items: piecePatch },
    cases: { type: 'array', maxItems: limits.cases, items: caseSchema },
  },
  required: ['format', 'programme', 'scope', 'title', 'legal_basis', 'changelog', 'parameters', 'logic', 'cases'],
  additionalProperties: false,
  $defs: { ...conditionDefinitions, ...logicDefinitions },
} as const
