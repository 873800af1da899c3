import { limits } from '../limits/limits.ts'
import { conditionDefinitions, type Literal } from './condition-document.ts'
import { packageNamePattern, versionPattern } from './extension-name.ts'
import { formDefinitions, type FormDocument } from './form-document.ts'
import type { HouseholdInput, Moment } from './input-document.ts'
import { logicDefinitions, type LogicPiece } from './logic-document.ts'
import { reportDefinitions, type ReportDocument } from './report-document.ts'
import { authorIdSchema, certaintySchema, citationSchema, dateSchema, nameSchema, programmeIdSchema, randomIdSchema, textSchema, type Certainty, type Citation, type Text } from './text.ts'

/** A policy with a timeline. */
export interface ProgrammeDocument {
  readonly format: 1
  readonly id: string
  readonly title: Text
  readonly depends_on: readonly string[]
}

/** A named value of the law, constant within its release. Exactly one of `value`, `values`, or neither where it is open. */
export interface Parameter {
  readonly title: Text
  /** How it is written for people: `VND/person/month`, `years`, `points`, `count`, `share`. */
  readonly unit: string
  readonly value?: Literal
  /** The field whose value is the key into `values`. */
  readonly by?: string
  readonly values?: Readonly<Record<string, Literal>>
  readonly citation?: Citation
  readonly certainty: Certainty
  /** Day a person last compared the value with the text. */
  readonly confirmed?: string
  /**
   * What an overlay may do: `raise` and `lower` take the greater and the smaller of base and local (numbers only), so
   * that the base stays a floor; `true` takes the local value as it is. Absent or false: nothing.
   */
  readonly overridable?: boolean | 'raise' | 'lower'
  readonly note?: Text
}

/** A worked example: answers, a date, and what must come out. */
export interface CaseDocument {
  readonly id: string
  readonly title: Text
  readonly at?: string
  readonly moment?: Moment
  readonly given: HouseholdInput
  readonly assume?: Assumptions
  /**
   * What must come out, by name: an outcome, fact, entitlement (`granted`, `refused`), its `id.amount` or `id.level`, or
   * `set.rule`. `undetermined` where nothing may be concluded. Of members: a value per member id. Empty while it is being written; the
   * lint asks for at least one.
   */
  readonly expect: Readonly<Record<string, Literal | Readonly<Record<string, Literal>>>>
}

/**
 * Pieces put in place instead of computed, by full name: `programme.piece` or `programme.set.rule`
 * (`common.piece` for shared facts). For pieces of members: a value per member id.
 */
export type Assumptions = Readonly<Record<string, Literal | Readonly<Record<string, Literal>>>>

/** A unit by its stable id (`UnitDocument.id`), never by its code, since codes are reused. */
export interface UnitScope {
  readonly unit: string
}

/** National, or a unit and everything below it (an overlay). */
export type Scope = 'national' | UnitScope

/**
 * One immutable bundle of a programme's documents; its identity is the hash of its canonical JSON. Rules of narrower
 * scope are an `Overlay` on it.
 */
export interface Release {
  readonly format: 1
  readonly programme: string
  readonly scope: 'national'
  readonly title: Text
  readonly legal_basis: readonly Citation[]
  /** What this release changes, in a sentence. */
  readonly changelog: Text
  /** Packages of code whose operators and the like it uses, with the version it was written for. */
  readonly extensions?: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly logic: readonly LogicPiece[]
  readonly forms: readonly FormDocument[]
  readonly reports?: readonly ReportDocument[]
  readonly cases: readonly CaseDocument[]
}

export const programmeSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    id: programmeIdSchema,
    title: textSchema,
    depends_on: { type: 'array', items: programmeIdSchema, uniqueItems: true, maxItems: limits.list },
  },
  required: ['format', 'id', 'title', 'depends_on'],
  additionalProperties: false,
} as const

export const parameterSchema = {
  type: 'object',
  properties: {
    title: textSchema,
    unit: nameSchema,
    value: { $ref: '#/$defs/literal' },
    by: authorIdSchema,
    values: { type: 'object', minProperties: 1, maxProperties: limits.codes, additionalProperties: { $ref: '#/$defs/literal' } },
    citation: citationSchema,
    certainty: certaintySchema,
    confirmed: dateSchema,
    overridable: { enum: [true, false, 'raise', 'lower'] },
    note: textSchema,
  },
  required: ['title', 'unit', 'certainty'],
  not: { required: ['value', 'values'] },
  dependentRequired: { by: ['values'], values: ['by'] },
  if: { properties: { certainty: { const: 'open' } } },
  then: { not: { anyOf: [{ required: ['value'] }, { required: ['values'] }] } },
  else: { anyOf: [{ required: ['value'] }, { required: ['values'] }] },
  additionalProperties: false,
} as const

const momentSchema = {
  type: 'object',
  properties: { law_at: dateSchema, facts_at: dateSchema, unit_at: dateSchema },
  required: ['law_at', 'facts_at', 'unit_at'],
  additionalProperties: false,
} as const

/** Values by name; of members a value per member id. */
const namedValues = {
  type: 'object',
  maxProperties: limits.properties,
  additionalProperties: { anyOf: [{ $ref: '#/$defs/literal' }, { type: 'object', minProperties: 1, additionalProperties: { $ref: '#/$defs/literal' } }] },
} as const

export const caseSchema = {
  type: 'object',
  properties: {
    id: randomIdSchema,
    title: textSchema,
    at: dateSchema,
    moment: momentSchema,
    given: { type: 'object' },
    assume: namedValues,
    expect: namedValues,
  },
  required: ['id', 'title', 'given', 'expect'],
  oneOf: [{ required: ['at'] }, { required: ['moment'] }],
  additionalProperties: false,
} as const

/** Packages by name with their version. */
const extensionsSchema = {
  type: 'object', minProperties: 1, maxProperties: limits.properties, propertyNames: { maxLength: limits.name, pattern: `^${packageNamePattern}$` },
  additionalProperties: { type: 'string', maxLength: limits.name, pattern: versionPattern },
} as const

export const releaseSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    programme: programmeIdSchema,
    scope: { const: 'national' },
    title: textSchema,
    legal_basis: { type: 'array', maxItems: limits.list, items: citationSchema },
    changelog: textSchema,
    extensions: extensionsSchema,
    parameters: { type: 'object', maxProperties: limits.parameters, propertyNames: authorIdSchema, additionalProperties: parameterSchema },
    logic: { type: 'array', maxItems: limits.pieces, items: { $ref: '#/$defs/piece' } },
    forms: { type: 'array', maxItems: limits.forms, items: { $ref: '#/$defs/formDocument' } },
    reports: { type: 'array', maxItems: limits.reports, items: { $ref: '#/$defs/reportDocument' } },
    cases: { type: 'array', maxItems: limits.cases, items: caseSchema },
  },
  required: ['format', 'programme', 'scope', 'title', 'legal_basis', 'changelog', 'parameters', 'logic', 'forms', 'cases'],
  additionalProperties: false,
  $defs: { ...conditionDefinitions, ...logicDefinitions, ...formDefinitions, ...reportDefinitions },
} as const
