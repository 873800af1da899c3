import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import { checkInputLimits } from '../limits/check-limits.ts'
import { documentIssues } from './document-issues.ts'
import { inputIssues } from './input-issues.ts'
import { inputSchemaOf } from './input-schema.ts'
import { plainSchema } from './plain-schema.ts'
import type { JsonSchema, Verdict, Violation } from './verdict.ts'

/** The one place that imports @cfworker/json-schema: it needs no generated code, which a strict content policy forbids. */
const validators = new WeakMap<object, Validator>()

const validatorFor = (schema: JsonSchema): Validator => {
  const found = typeof schema === 'object' ? validators.get(schema) : undefined
  if (found) return found
  const made = new Validator(plainSchema(schema) as Schema, '2020-12', false)
  if (typeof schema === 'object') validators.set(schema, made)
  return made
}

const segments = (pointer: string): readonly string[] => pointer.split('/').slice(1).map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))

const child = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined)

/** What stands at a place. Where the path of a schema goes through a reference, what is referred to within the document. */
const at = (node: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => {
    const next = child(value, key)
    return key === '$ref' && typeof next === 'string' ? at(node, segments(next)) : next
  }, node)

/** Keywords that only say that something below them failed. */
const isSummary = ({ keyword }: OutputUnit): boolean => keyword === 'properties' || keyword === 'items' || keyword === 'false'

const missingNames = (schema: unknown, input: unknown, unit: OutputUnit): readonly string[] => {
  const required = at(schema, segments(unit.keywordLocation))
  const present = at(input, segments(unit.instanceLocation))
  return Array.isArray(required) ? required.filter((name) => typeof present === 'object' && present !== null && !Object.hasOwn(present, name)) : []
}

/** Names not among the schema's properties; the validator reports their parent once for each. */
const unknownNames = (schema: unknown, input: unknown, unit: OutputUnit): readonly string[] => {
  const properties = at(schema, [...segments(unit.keywordLocation).slice(0, -1), 'properties'])
  const present = at(input, segments(unit.instanceLocation))
  if (typeof present !== 'object' || present === null || typeof properties !== 'object' || properties === null) return []
  return Object.keys(present).filter((name) => !Object.hasOwn(properties, name))
}

const violationsOf = (schema: unknown, input: unknown, unit: OutputUnit): readonly Violation[] => {
  const path = segments(unit.instanceLocation)
  if (unit.keyword === 'required') return missingNames(schema, input, unit).map((limit) => ({ path, keyword: 'required', limit }))
  if (unit.keyword === 'additionalProperties') return unknownNames(schema, input, unit).map((name) => ({ path: [...path, name], keyword: unit.keyword, limit: name }))
  return [{ path, keyword: unit.keyword, limit: at(schema, segments(unit.keywordLocation)) }]
}

const firstOfPlace = (errors: readonly OutputUnit[], unit: OutputUnit, index: number): boolean =>
  errors.findIndex((other) => other.keyword === unit.keyword && other.instanceLocation === unit.instanceLocation && other.keywordLocation === unit.keywordLocation) === index

/** Judges data by a JSON Schema 2020-12, as the server's `validate`. */
export const validate = (schema: JsonSchema, data: unknown): Verdict => {
  const { valid, errors } = validatorFor(schema).validate(data)
  if (valid) return { valid, violations: [] }
  return { valid, violations: errors.filter((unit, index) => !isSummary(unit) && firstOfPlace(errors, unit, index)).flatMap((unit) => violationsOf(schema, data, unit)) }
}

/** As the server's `checkInput`: the same verdicts in the same words. */
export const checkInput = (common: CommonDocument, input: unknown): readonly Issue[] => {
  const tooLarge = checkInputLimits(input)
  if (tooLarge.length > 0) return tooLarge
  return inputIssues(common, input, validate(inputSchemaOf(common), input).violations)
}

/** The parameters of an error as ajv has them, by which `documentWords` says what to do. */
const names: Readonly<Record<string, string>> = { required: 'missingProperty', additionalProperties: 'additionalProperty', enum: 'allowedValues', const: 'allowedValue', type: 'type', pattern: 'pattern' }

/** What is wrong with a document by its schema, as the server's `validateDocument`: of alternatives only those of the one that is meant. */
export const checkDocument = (schema: JsonSchema, document: unknown): readonly Issue[] => {
  const { valid, errors } = validatorFor(schema).validate(document)
  if (valid) return []
  const units = errors.filter((unit, index) => !isSummary(unit) && unit.keyword !== '$ref' && firstOfPlace(errors, unit, index))
  return documentIssues(units.flatMap((unit) => violationsOf(schema, document, unit).map(({ keyword, limit }) => ({ keyword, instancePath: unit.instanceLocation.replace(/^#/, ''), schemaPath: unit.keywordLocation, params: { [names[keyword] ?? 'limit']: limit } }))))
}
