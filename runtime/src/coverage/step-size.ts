import type { AggregateUse } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import type { FactReference } from '../documents/condition-document.ts'
import { outcomeSource, outputColumn, type Expression, type TablePiece } from '../documents/logic-document.ts'
import { byKind, isLiteral, type ExpressionTable } from '../explain/expression-kind.ts'
import type { Assembly } from '../release/assembly.ts'
import { factMemory } from '../release/fact-memory.ts'
import { assured, exact, isTooLong, smaller, zero, type Exact } from '../values/number.ts'

/** Undefined where the value never moves. */
type Size = Exact | undefined

const one = exact(1)
const hundredth = exact('0.01')

/** Units counted in wholes even where arithmetic would leave a fraction. */
const wholeUnits = ['VND', 'years', 'months', 'points', 'persons', 'count']

const isWhole = (unit: string | undefined): boolean => wholeUnits.includes(unit?.split('/')[0] ?? '')

const byUnit = (unit: string | undefined): Exact => (isWhole(unit) ? one : hundredth)

/**
 * The least by which what a reference reads moves: 1 for whole numbers, 0.01 for decimals, a multiple where arithmetic
 * allows no less.
 */
export const sizeOfFact: (assembly: Assembly, reference: FactReference) => Size = factMemory((assembly, { fact, output }): Size => {
  const schema = assembly.fields.get(fact)?.schema
  if (schema) return schema.type === 'number' ? hundredth : one
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'fact') return sizeOfExpression(piece.value, { assembly, unit: piece.unit })
  if (piece?.kind === 'outcome') return sizeOfFact(assembly, outcomeSource(piece))
  return piece?.kind === 'table' ? sizeOfTable(assembly, piece, output) : one
})

const sizeOfTable = (assembly: Assembly, piece: TablePiece, output: string | undefined): Exact => {
  const column = outputColumn(piece, output)
  const numbers = piece.rows.flatMap((row) => constantOf(assembly, row.then[column] ?? '')?.abs() ?? [])
  const common = numbers.reduce((a, b) => a.gcd(b), zero)
  return common.compare(zero) === 0 ? one : common
}

/** The number an expression always has: a literal, or a parameter of one value. */
const constantOf = (assembly: Assembly, expression: Expression): Size => {
  if (typeof expression === 'number') return exact(expression)
  if (typeof expression !== 'object' || !('parameter' in expression)) return undefined
  const value = assembly.parameters.get(expression.parameter)?.parameter.value
  return typeof value === 'number' ? exact(value) : undefined
}

const finest = (parts: readonly Size[]): Size => assured(parts, smaller)

interface Context {
  readonly assembly: Assembly
  /** The unit of the fact that the expression is the value of. */
  readonly unit: string | undefined
}

const finestOf = (parts: readonly Expression[], context: Context): Size => finest(parts.map((part) => sizeOfExpression(part, context)))

const never = (): Size => undefined
const whole = (): Size => one

const sizes: ExpressionTable<Context, Size> = {
  fact: (reference, { assembly }) => sizeOfFact(assembly, reference),
  parameter: never,
  moment: never,
  add: ({ add }, context) => finestOf(add, context),
  subtract: ({ subtract }, context) => finestOf(subtract, context),
  multiply: ({ multiply }, context) => sizeOfProduct(multiply, context),
  divide: (_quotient, { unit }) => byUnit(unit),
  min: ({ min }, context) => finestOf(min, context),
  max: ({ max }, context) => finestOf(max, context),
  round: ({ unit }) => exact(unit),
  floor: whole,
  ageInYears: whole,
  ageInMonths: whole,
  monthsBetween: whole,
  yearOf: whole,
  personalNumberSex: never,
  personalNumberBirthYear: whole,
  if: (expression, context) => finest([finestOf([expression.then, expression.else], context), ...branchDistance(context.assembly, expression.then, expression.else)]),
  aggregate: (use, context) => sizeOfAggregate(use, context),
  last: ({ value }, context) => sizeOfExpression(value, context),
  countEvents: whole,
}

const sizeOfExpression = (expression: Expression, context: Context): Size => (isLiteral(expression) ? undefined : byKind(sizes, expression, context))

const sizeOfAggregate = ({ name, value }: AggregateUse, context: Context): Size => {
  const { gives, unit } = aggregateOf(name)
  if (gives === 'boolean') return undefined
  if (unit === 'elements') return one
  return value === undefined || typeof unit === 'object' ? byUnit(context.unit) : sizeOfExpression(value, context)
}

const branchDistance = (assembly: Assembly, then: Expression, otherwise: Expression): readonly Exact[] => {
  const [a, b] = [constantOf(assembly, then), constantOf(assembly, otherwise)]
  const distance = a && b && a.sub(b).abs()
  return distance && distance.compare(zero) > 0 ? [distance] : []
}

/** A product as far as it can be reckoned with; one beyond that is no step that anything comes to. */
const multiplied = (product: Exact, factor: Size): Exact => {
  const next = factor && factor.compare(zero) > 0 ? product.mul(factor) : product
  return isTooLong(next) ? product : next
}

const sizeOfProduct = (factors: readonly Expression[], context: Context): Size => {
  const moving = factors.map((factor) => sizeOfExpression(factor, context))
  if (moving.every((size) => size === undefined)) return undefined
  return moving.map((size, index) => size ?? constantOf(context.assembly, factors[index] ?? '')?.abs()).reduce<Exact>(multiplied, one)
}
