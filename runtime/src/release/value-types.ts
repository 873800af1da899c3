import { aggregateIn } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import type { FactReference, ParameterReference } from '../documents/condition-document.ts'
import type { FieldSchema } from '../documents/common-document.ts'
import { outcomeSource, outputColumn, type EntitlementPiece, type Expression } from '../documents/logic-document.ts'
import { typeOfLiteral, type ValueType } from '../values/value-type.ts'
import type { Assembly } from './assembly.ts'

const typeOfField = ({ type, format }: FieldSchema): ValueType => {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'array') return 'list'
  return format === 'date' || format === 'partial-date' ? 'date' : 'text'
}

const numeric = ['add', 'subtract', 'multiply', 'divide', 'min', 'max', 'round', 'floor', 'ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'personalNumberBirthYear', 'countEvents']

/** Type of a parameter's value; undefined where it is open or not there. */
export const typeOfParameter = ({ parameters }: Pick<TypedParts, 'parameters'>, { parameter: id }: ParameterReference): ValueType | undefined => {
  const parameter = parameters.get(id)?.parameter
  const sample = parameter?.value ?? Object.values(parameter?.values ?? {})[0]
  return sample === undefined ? undefined : typeOfLiteral(sample)
}

/** Outcomes being looked into, by full name: what an earlier decision on one said may be what it says again. */
type Trail = readonly string[]

/** Type of what an expression comes to; undefined where only evaluation can tell. Of the branches of `if` the first says it. */
export const typeOfExpression = (assembly: TypedParts, expression: Expression, trail: Trail = []): ValueType | undefined => {
  if (typeof expression !== 'object') return typeOfLiteral(expression)
  if ('parameter' in expression) return typeOfParameter(assembly, expression)
  if ('fact' in expression) return typeOfFact(assembly, expression, trail)
  if ('moment' in expression) return 'date'
  if ('if' in expression) return typeOfExpression(assembly, expression.then, trail)
  if ('last' in expression) return typeOfLast(assembly, expression, trail)
  const use = aggregateIn(expression)
  if (use) return aggregateOf(use.name).gives
  const keys = Object.keys(expression)
  if (keys.some((key) => numeric.includes(key))) return 'number'
  return 'personalNumberSex' in expression ? 'text' : undefined
}

/** What of an assembly types depend on. */
export type TypedParts = Pick<Assembly, 'fields' | 'pieces' | 'parameters' | 'programme' | 'dependencies'>

const historyTypes: Readonly<Record<string, ValueType>> = { from: 'date', to: 'date', decided_on: 'date', standard: 'text' }

/** What is taken of the last earlier decision that counts, read among the fields of a decision. */
const typeOfLast = (assembly: TypedParts, { value, ...recorded }: Extract<Expression, { readonly last: unknown }>, trail: Trail): ValueType | undefined => {
  if (typeof value !== 'object' || !('fact' in value)) return typeOfExpression(assembly, value, trail)
  return value.fact === 'value' ? typeOfFact(assembly, { fact: recorded.outcome }, trail) : (historyTypes[value.fact] ?? typeOfFact(assembly, value, trail))
}

/** The programme that an outcome of the form `programme.outcome` belongs to, where it is at hand. */
const ownerOf = (assembly: TypedParts, reference: FactReference): readonly [TypedParts, FactReference] | undefined => {
  const [programme = '', fact = ''] = reference.fact.split('.')
  const owner = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  return owner?.pieces.has(fact) === true ? [owner, { fact }] : undefined
}

/** Type of what a reference reads; undefined where only evaluation can tell. */
export const typeOfFact = (assembly: TypedParts, reference: FactReference, trail: Trail = []): ValueType | undefined => {
  const { fact, output } = reference
  const field = assembly.fields.get(fact)
  if (field) return field.untyped ? undefined : typeOfField(field.schema)
  if (fact.includes('.')) {
    const owner = trail.includes(fact) ? undefined : ownerOf(assembly, reference)
    return owner && typeOfFact(...owner, [...trail, fact])
  }
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'fact') return typeOfExpression(assembly, piece.value, trail)
  if (piece?.kind === 'rules') return output === undefined ? 'number' : 'list'
  if (piece?.kind === 'condition') return 'boolean'
  if (piece?.kind === 'entitlement') return typeOfEntitlement(assembly, piece, output, trail)
  if (piece?.kind === 'outcome') return typeOfFact(assembly, outcomeSource(piece), trail)
  if (piece?.kind !== 'table') return undefined
  if (piece.hit === 'collect') return 'list'
  const sample = piece.rows[0]?.then[outputColumn(piece, output)]
  return sample === undefined ? undefined : typeOfExpression(assembly, sample, trail)
}

const typeOfEntitlement = (assembly: TypedParts, { level, amount }: EntitlementPiece, output: string | undefined, trail: Trail): ValueType | undefined => {
  const part = output === 'level' ? level : output === 'amount' ? amount : undefined
  if (output === undefined) return 'boolean'
  return part === undefined ? undefined : typeOfExpression(assembly, part, trail)
}

/** Code list of what a reference reads, where its values are codes. */
export const listOfFact = (assembly: TypedParts, reference: FactReference): string | undefined => {
  const { fact, output } = reference
  const field = assembly.fields.get(fact)
  if (field) return field.schema['x-list']
  if (fact.includes('.')) {
    const owner = ownerOf(assembly, reference)
    return owner && listOfFact(...owner)
  }
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'entitlement') return output === 'level' ? piece.level_list : undefined
  return piece?.kind === 'fact' || piece?.kind === 'outcome' ? piece.list : undefined
}
