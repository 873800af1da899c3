import { limits } from '../limits/limits.ts'
import { coreOrExtension, extensionNameSchema, type ExtensionName } from './extension-name.ts'
import { oneShapeOf } from './one-shape.ts'
import { authorIdSchema, nameSchema, randomIdSchema } from './text.ts'

/** Names of the core's operators; each has its file in `conditions/operators`. */
export type CoreOperatorName =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'between'
  | 'contains'
  | 'isKnown'

/** An operator of the core, or of a package: `sample.withinMonths`. */
export type OperatorName = CoreOperatorName | ExtensionName

export type Literal = boolean | number | string

/**
 * Reads a field, a fact, a table, a rule set (how many of its rules hold, or with `output` the codes their events carry) or an outcome. `fact` is an id of this programme or of
 * `common`, or `programme.outcome` of another one.
 */
export interface FactReference {
  readonly fact: string
  /** Which result column, where the table has several; of a rule set, the property of events whose codes are listed. */
  readonly output?: string
  /** For another programme's outcome only: the decision in force (default) or this evaluation's. */
  readonly as?: 'recorded' | 'computed'
  readonly layer?: 'national' | 'local'
}

/** Reads a named value of the release, of `common`, or (as `programme.parameter`) of another programme. */
export interface ParameterReference {
  readonly parameter: string
  /** Keys to look the value up with instead of the fields of the household. */
  readonly at?: Readonly<Record<string, string>>
}

export type SingleOperand = Literal | FactReference | ParameterReference

/** What a fact is compared with: one value, or the list of `in`, `notIn` and the two ends of `between`. */
export type Operand = SingleOperand | readonly SingleOperand[]

/** One comparison. The left side is a fact or, with `isKnown`, a parameter. */
export type Leaf = (FactReference | ParameterReference) & {
  readonly id: string
  readonly operator: OperatorName
  readonly value: Operand
}

/** The one condition language: the tree of json-rules-engine, typed and restricted. Groups are never empty. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | Leaf

const operatorNames: readonly CoreOperatorName[] = [
  'equal', 'notEqual', 'in', 'notIn', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive',
  'between', 'contains', 'isKnown',
]

const readableIdSchema = { type: 'string', maxLength: limits.name, pattern: '^([a-z][a-z0-9]*(-[a-z0-9]+)*\\.)?[a-z][a-z0-9_]*$' } as const

export const factReferenceProperties = {
  fact: readableIdSchema,
  output: authorIdSchema,
  as: { enum: ['recorded', 'computed'] },
  layer: { enum: ['national', 'local'] },
} as const

export const parameterReferenceProperties = {
  parameter: readableIdSchema,
  at: { type: 'object', additionalProperties: nameSchema, minProperties: 1, maxProperties: limits.properties },
} as const

/** Schemas that refer to each other; every document schema that needs one carries these as `$defs`. */
export const conditionDefinitions = {
  literal: { type: ['boolean', 'number', 'string'], maxLength: limits.text },
  factReference: { type: 'object', properties: factReferenceProperties, required: ['fact'], additionalProperties: false },
  parameterReference: { type: 'object', properties: parameterReferenceProperties, required: ['parameter'], additionalProperties: false },
  operand: {
    anyOf: [
      { $ref: '#/$defs/literal' },
      {
        type: 'array',
        items: { anyOf: [{ $ref: '#/$defs/literal' }, { $ref: '#/$defs/factReference' }, { $ref: '#/$defs/parameterReference' }] },
        minItems: 1,
        maxItems: limits.list,
      },
      { $ref: '#/$defs/factReference' },
      { $ref: '#/$defs/parameterReference' },
    ],
  },
  leaf: {
    type: 'object',
    properties: {
      id: randomIdSchema,
      ...factReferenceProperties,
      ...parameterReferenceProperties,
      operator: coreOrExtension(operatorNames),
      value: { $ref: '#/$defs/operand' },
    },
    required: ['id', 'operator', 'value'],
    oneOf: [{ required: ['fact'] }, { required: ['parameter'] }],
    additionalProperties: false,
  },
  group: { type: 'array', items: { $ref: '#/$defs/condition' }, minItems: 1, maxItems: limits.list },
  condition: oneShapeOf([
    ['all', { properties: { all: { $ref: '#/$defs/group' } }, additionalProperties: false }],
    ['any', { properties: { any: { $ref: '#/$defs/group' } }, additionalProperties: false }],
    ['not', { properties: { not: { $ref: '#/$defs/condition' } }, additionalProperties: false }],
    ['condition', { properties: { condition: authorIdSchema }, additionalProperties: false }],
    ['operator', { $ref: '#/$defs/leaf' }],
  ]),
  cell: {
    type: 'object',
    properties: Object.fromEntries(operatorNames.map((name) => [name, { $ref: '#/$defs/operand' }])),
    patternProperties: { [extensionNameSchema.pattern]: { $ref: '#/$defs/operand' } },
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
  },
} as const
