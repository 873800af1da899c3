import { _, Ajv2020, str, type ErrorObject, type KeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js'
import { bundleSchema } from '../bundle/bundle.ts'
import { commonSchema, type CommonDocument } from '../documents/common-document.ts'
import { additionsSchema, draftSchema } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import { overlaySchema } from '../documents/overlay-document.ts'
import { programmeSchema, releaseSchema } from '../documents/release-document.ts'
import { reportSchema } from '../documents/report-document.ts'
import { unitsSchema } from '../documents/unit-document.ts'
import { releaseFileSchema } from '../release-file/release-file.ts'
import { checkDocumentLimits, checkInputLimits } from '../limits/check-limits.ts'
import { documentIssues } from './document-issues.ts'
import { inputIssues } from './input-issues.ts'
import { inputSchemaOf } from './input-schema.ts'
import { hasUniqueItems, isMultiple, isOneOf, sameJson } from './json-values.ts'
import { plainSchema } from './plain-schema.ts'
import type { JsonSchema, Verdict, Violation } from './verdict.ts'

/**
 * The one place that imports ajv: the authority on what is stored. It reads exactly JSON Schema 2020-12: properties of
 * the data alone count, not those every object has; values are compared by `json-values.ts`, for ajv's own comparison
 * overlooks or stumbles over names such as `toString`, and reckons with floating point. Its code is not tidied up before it is
 * compiled: that takes a third of the time a schema takes, at every start, and what runs is as quick without.
 */
const ajv = new Ajv2020({ allErrors: true, strict: false, strictNumbers: true, validateFormats: false, ownProperties: true, logger: false, code: { optimize: false } })

const ownKeywords: readonly KeywordDefinition[] = [
  { keyword: 'enum', schemaType: 'array', validate: isOneOf, error: { message: 'must be equal to one of the allowed values', params: ({ schemaCode }) => _`{ allowedValues: ${schemaCode} }` } },
  { keyword: 'const', validate: sameJson, error: { message: 'must be equal to constant', params: ({ schemaCode }) => _`{ allowedValue: ${schemaCode} }` } },
  { keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: hasUniqueItems, error: { message: 'must NOT have duplicate items' } },
  { keyword: 'multipleOf', type: 'number', schemaType: 'number', validate: isMultiple, error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}` } },
]
for (const definition of ownKeywords) ajv.removeKeyword(String(definition.keyword)).addKeyword({ ...definition, errors: false } as KeywordDefinition)

const documentSchemas = { programme: programmeSchema, release: releaseSchema, overlay: overlaySchema, common: commonSchema, additions: additionsSchema, units: unitsSchema, draft: draftSchema, 'release-file': releaseFileSchema, bundle: bundleSchema, report: reportSchema } as const

export type DocumentKind = keyof typeof documentSchemas

const compiled = new WeakMap<object, ValidateFunction>()

const validatorFor = (schema: JsonSchema): ValidateFunction => {
  const found = typeof schema === 'object' ? compiled.get(schema) : undefined
  if (found) return found
  const made = compileAlone(plainSchema(schema))
  if (typeof schema === 'object') compiled.set(schema, made)
  return made
}

/** Compiles a schema without keeping it: what another one names by the same `$id` is another schema. */
const compileAlone = (schema: JsonSchema): ValidateFunction => {
  try {
    return ajv.compile(schema)
  } finally {
    if (typeof schema === 'object') ajv.removeSchema(schema)
  }
}

const segments = (pointer: string): readonly string[] => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const limitOf = ({ keyword, params, schema }: ErrorObject): unknown => {
  if (keyword === 'required') return params['missingProperty']
  return keyword === 'additionalProperties' ? params['additionalProperty'] : schema
}

const violationOf = (error: ErrorObject): Violation => {
  const path = segments(error.instancePath)
  return { path: error.keyword === 'additionalProperties' ? [...path, String(error.params['additionalProperty'])] : path, keyword: error.keyword, limit: limitOf(error) }
}

const at = (schema: JsonSchema, schemaPath: string): unknown =>
  segments(schemaPath.replace(/^#/, '')).reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Object.entries(node).find(([name]) => name === key)?.[1] : undefined), schema)

/** Judges data by a JSON Schema 2020-12. A schema is compiled once; one that is none, or refers to what is not in it, throws. */
export const validate = (schema: JsonSchema, data: unknown): Verdict => {
  const run = validatorFor(schema)
  if (run(data)) return { valid: true, violations: [] }
  const errors = run.errors ?? []
  return { valid: false, violations: errors.map((error) => violationOf({ ...error, schema: error.schema ?? at(schema, error.schemaPath) })) }
}

/** Problems of an evaluation's input against the dictionary; none where it may be evaluated. */
export const checkInput = (common: CommonDocument, input: unknown): readonly Issue[] => {
  const tooLarge = checkInputLimits(input)
  if (tooLarge.length > 0) return tooLarge
  return inputIssues(common, input, validate(inputSchemaOf(common), input).violations)
}

/** Problems of a document's size and form against the JSON Schema of its kind. References are `checkRelease`'s. */
export const validateDocument = (kind: DocumentKind, value: unknown): readonly Issue[] => {
  const tooLarge = checkDocumentLimits(value)
  if (tooLarge.length > 0) return tooLarge
  const run = validatorFor(documentSchemas[kind])
  return run(value) ? [] : documentIssues(run.errors ?? [])
}
