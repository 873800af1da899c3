import type { Condition, FactReference } from '../documents/condition-document.ts'
import type { Expression, TablePiece } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { exact, smaller, zero, type Exact } from '../values/number.ts'

/**
 * The least by which a value can differ from a threshold: a number in its own unit, a day, or, for a share of members,
 * one person of those it is a share of.
 */
export type Step =
  | { readonly kind: 'number'; readonly size: Exact }
  | { readonly kind: 'day' }
  | { readonly kind: 'person'; readonly among?: Condition }

const one = exact(1)
const hundredth = exact('0.01')

/** Units counted in wholes even where arithmetic would leave a fraction. */
const wholeUnits = ['VND', 'years', 'months', 'points', 'persons', 'count']

const isWhole = (unit: string | undefined): boolean => wholeUnits.includes(unit?.split('/')[0] ?? '')

const byUnit = (unit: string | undefined): Exact => (isWhole(unit) ? one : hundredth)

/** The step of what a reference reads: 1 for whole numbers, 0.01 for decimals, a multiple where arithmetic allows no less. */
export const stepOf = (assembly: Assembly, reference: FactReference): Step => {
  const piece = assembly.pieces.get(reference.fact)?.piece
  const schema = assembly.fields.get(reference.fact)?.schema
  if (schema?.format === 'date' || schema?.format === 'partial-date') return { kind: 'day' }
  if (piece?.kind === 'fact' && typeof piece.value === 'object' && 'share' in piece.value && piece.value.share === 'members') return { kind: 'person', ...(piece.value.among && { among: piece.value.among }) }
  return { kind: 'number', size: sizeOfFact(assembly, reference) ?? one }
}

/** Undefined where the value never moves. */
const sizeOfFact = (assembly: Assembly, { fact, output }: FactReference): Exact | undefined => {
  const schema = assembly.fields.get(fact)?.schema
  if (schema) return schema.type === 'number' ? hundredth : one
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'fact') return sizeOfExpression(assembly, piece.value, piece.unit)
  if (piece?.kind === 'outcome') return sizeOfFact(assembly, typeof piece.from === 'string' ? { fact: piece.from } : piece.from)
  return piece?.kind === 'table' ? sizeOfTable(assembly, piece, output) : one
}

const sizeOfTable = (assembly: Assembly, piece: TablePiece, output: string | undefined): Exact => {
  const column = output === undefined ? 0 : piece.outputs.indexOf(output)
  const numbers = piece.rows.flatMap((row) => constantOf(assembly, row.then[column] ?? '')?.abs() ?? [])
  const common = numbers.reduce((a, b) => a.gcd(b), zero)
  return common.compare(zero) === 0 ? one : common
}

/** The number an expression always has: a literal, or a parameter of one value. */
const constantOf = (assembly: Assembly, expression: Expression): Exact | undefined => {
  if (typeof expression === 'number') return exact(expression)
  if (typeof expression !== 'object' || !('parameter' in expression)) return undefined
  const value = assembly.parameters.get(expression.parameter)?.parameter.value
  return typeof value === 'number' ? exact(value) : undefined
}

const finest = (sizes: readonly (Exact | undefined)[]): Exact | undefined => sizes.reduce((a, b) => (a && b ? smaller(a, b) : (a ?? b)), undefined)

const sizeOfExpression = (assembly: Assembly, expression: Expression, unit: string | undefined): Exact | undefined => {
  if (typeof expression !== 'object' || 'parameter' in expression || 'moment' in expression) return undefined
  const size = (part: Expression) => sizeOfExpression(assembly, part, unit)
  if ('fact' in expression) return sizeOfFact(assembly, expression)
  if ('add' in expression) return finest(expression.add.map(size))
  if ('subtract' in expression) return finest(expression.subtract.map(size))
  if ('min' in expression && typeof expression.min === 'object') return finest(expression.min.map(size))
  if ('max' in expression && typeof expression.max === 'object') return finest(expression.max.map(size))
  if ('if' in expression) return finest([size(expression.then), size(expression.else), ...branchDistance(assembly, expression.then, expression.else)])
  if ('multiply' in expression) return sizeOfProduct(assembly, expression.multiply, size)
  if ('round' in expression) return exact(expression.unit)
  if ('sum' in expression) return size(expression.value)
  return 'divide' in expression || 'share' in expression ? byUnit(unit) : one
}

const branchDistance = (assembly: Assembly, then: Expression, otherwise: Expression): readonly Exact[] => {
  const [a, b] = [constantOf(assembly, then), constantOf(assembly, otherwise)]
  const distance = a && b && a.sub(b).abs()
  return distance && distance.compare(zero) > 0 ? [distance] : []
}

const sizeOfProduct = (assembly: Assembly, factors: readonly Expression[], size: (part: Expression) => Exact | undefined): Exact | undefined => {
  const sizes = factors.map((factor) => size(factor) ?? constantOf(assembly, factor)?.abs())
  if (factors.every((factor) => size(factor) === undefined)) return undefined
  return sizes.reduce<Exact>((product, factor) => (factor && factor.compare(zero) > 0 ? product.mul(factor) : product), one)
}
