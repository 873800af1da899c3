import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { commonSchema, type CommonDocument } from '../documents/common-document.ts'
import { draftSchema } from '../documents/draft-document.ts'
import type { HouseholdInput } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import { overlaySchema } from '../documents/overlay-document.ts'
import { programmeSchema, releaseSchema } from '../documents/release-document.ts'
import { unitsSchema } from '../documents/unit-document.ts'
import { documentWords } from './document-words.ts'
import { inputIssue, mostIssues, semanticViolations, type Violation } from './input-issues.ts'
import { inputSchema } from './input-schema.ts'
import { meantErrors } from './meant-errors.ts'

/** The one place that imports ajv: the authority on what is stored. */
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, coerceTypes: false, removeAdditional: false })

const documentSchemas = { programme: programmeSchema, release: releaseSchema, overlay: overlaySchema, common: commonSchema, units: unitsSchema, draft: draftSchema } as const

export type DocumentKind = keyof typeof documentSchemas

const compiled = new Map<unknown, ValidateFunction>()

const compile = (key: object, schema: object): ValidateFunction => {
  const validate = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, validate)
  return validate
}

const inputValidators = new WeakMap<CommonDocument, ValidateFunction>()

const segments = (pointer: string): readonly string[] => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Alternatives that failed are told by the error of the whole; the rest repeats it. */
const isSummary = ({ keyword }: ErrorObject): boolean => ['anyOf', 'oneOf', 'not'].includes(keyword)

/** That the branch chosen by `if` failed says less than what failed in it. */
const saysNothing = ({ keyword }: ErrorObject): boolean => keyword === 'if'

const limitOf = ({ keyword, params, schema }: ErrorObject): unknown => {
  if (keyword === 'required') return params['missingProperty']
  return keyword === 'additionalProperties' ? params['additionalProperty'] : schema
}

const violationOf = (error: ErrorObject): Violation => {
  const path = segments(error.instancePath)
  return { path: error.keyword === 'additionalProperties' ? [...path, String(error.params['additionalProperty'])] : path, keyword: error.keyword, limit: limitOf(error) }
}

/** Problems of an evaluation's input against the dictionary; none where it may be evaluated. */
export const checkInput = (common: CommonDocument, input: unknown): readonly Issue[] => {
  const validate = inputValidators.get(common) ?? ajv.compile(inputSchema(common))
  inputValidators.set(common, validate)
  if (!validate(input)) return (validate.errors ?? []).slice(0, mostIssues).map((error) => inputIssue(common, input, violationOf({ ...error, schema: error.schema ?? schemaAt(inputSchema(common), error.schemaPath) })))
  return semanticViolations(common, input as HouseholdInput).map((violation) => inputIssue(common, input, violation))
}

const schemaAt = (schema: unknown, schemaPath: string): unknown =>
  segments(schemaPath.replace(/^#/, '')).reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Object.entries(node).find(([name]) => name === key)?.[1] : undefined), schema)

/** Problems of a document's form against the JSON Schema of its kind. References are `checkRelease`'s. */
export const validateDocument = (kind: DocumentKind, value: unknown): readonly Issue[] => {
  const validate = compile(documentSchemas[kind], documentSchemas[kind])
  if (validate(value)) return []
  const errors = meantErrors(validate.errors ?? []).filter((error) => !saysNothing(error))
  const summaries = errors.filter(isSummary)
  return (summaries.length > 0 ? deepest(summaries) : errors).map((error) => documentIssue(error))
}

/** Of nested failures the innermost place says most. */
const deepest = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const depth = Math.max(...errors.map((error) => segments(error.instancePath).length))
  return errors.filter((error) => segments(error.instancePath).length === depth)
}

const documentIssue = ({ keyword, instancePath, params }: ErrorObject): Issue => {
  const path = segments(instancePath)
  return { code: `document_${keyword}`, severity: 'error', path, params, message: documentWords(path, keyword, params) }
}
