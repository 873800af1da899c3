import type { FactReference } from '../documents/condition-document.ts'
import type { FieldSchema } from '../documents/common-document.ts'
import type { Expression } from '../documents/logic-document.ts'
import type { Assembly } from './assembly.ts'

export type ValueType = 'number' | 'date' | 'boolean' | 'text' | 'list'

const typeOfField = ({ type, format }: FieldSchema): ValueType => {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'array') return 'list'
  return format === 'date' || format === 'partial-date' ? 'date' : 'text'
}

const numeric = ['add', 'subtract', 'multiply', 'divide', 'min', 'max', 'round', 'floor', 'ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'personalNumberBirthYear', 'count', 'share', 'sum', 'countEvents']

const truths = ['any', 'all', 'none']

const typeOfExpression = (assembly: TypedParts, expression: Expression): ValueType | undefined => {
  if (typeof expression === 'number') return 'number'
  if (typeof expression === 'boolean') return 'boolean'
  if (typeof expression === 'string') return 'text'
  if ('fact' in expression) return typeOfFact(assembly, expression)
  if ('moment' in expression) return 'date'
  if ('if' in expression) return typeOfExpression(assembly, expression.then)
  const keys = Object.keys(expression)
  if (keys.some((key) => numeric.includes(key))) return 'number'
  if (keys.some((key) => truths.includes(key))) return 'boolean'
  return 'personalNumberSex' in expression ? 'text' : undefined
}

type TypedParts = Pick<Assembly, 'fields' | 'pieces'>

/** Type of what a reference reads; undefined where only evaluation can tell. */
export const typeOfFact = (assembly: TypedParts, { fact, output }: FactReference): ValueType | undefined => {
  const field = assembly.fields.get(fact)
  if (field) return typeOfField(field.schema)
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'fact') return typeOfExpression(assembly, piece.value)
  if (piece?.kind === 'rules') return 'number'
  if (piece?.kind === 'condition') return 'boolean'
  if (piece?.kind === 'outcome') return typeOfFact(assembly, typeof piece.from === 'string' ? { fact: piece.from } : piece.from)
  if (piece?.kind !== 'table') return undefined
  if (piece.hit === 'collect') return 'list'
  const sample = piece.rows[0]?.then[output === undefined ? 0 : piece.outputs.indexOf(output)]
  return sample === undefined ? undefined : typeOfExpression(assembly, sample)
}

/** Code list of what a reference reads, where its values are codes. */
export const listOfFact = (assembly: TypedParts, { fact }: FactReference): string | undefined => {
  const field = assembly.fields.get(fact)
  if (field) return field.schema['x-list']
  const piece = assembly.pieces.get(fact)?.piece
  return piece?.kind === 'fact' || piece?.kind === 'outcome' ? piece.list : undefined
}
