import { aggregateOf } from '../aggregates/aggregates.ts'
import type { FactReference } from '../documents/condition-document.ts'
import { outcomeSource, outputColumn, type Expression } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { factMemory } from '../release/fact-memory.ts'
import { exact, type Exact } from '../values/number.ts'
import { byKind, isLiteral, type ExpressionTable } from './expression-kind.ts'

const wholes: ExpressionTable<Assembly, boolean> = {
  fact: (reference, assembly) => isWhole(assembly, reference),
  parameter: ({ parameter: id }, assembly) => {
    const parameter = assembly.parameters.get(id)?.parameter
    return [parameter?.value, ...Object.values(parameter?.values ?? {})].every((value) => value === undefined || Number.isInteger(value))
  },
  moment: () => false,
  add: ({ add }, assembly) => everyWhole(assembly, add),
  subtract: ({ subtract }, assembly) => everyWhole(assembly, subtract),
  multiply: ({ multiply }, assembly) => everyWhole(assembly, multiply),
  divide: () => false,
  min: ({ min }, assembly) => everyWhole(assembly, min),
  max: ({ max }, assembly) => everyWhole(assembly, max),
  round: ({ unit }) => Number.isInteger(unit),
  floor: () => true,
  ageInYears: () => true,
  ageInMonths: () => true,
  monthsBetween: () => true,
  yearOf: () => true,
  personalNumberSex: () => false,
  personalNumberBirthYear: () => true,
  if: (expression, assembly) => everyWhole(assembly, [expression.then, expression.else]),
  aggregate: ({ name, value }, assembly) => {
    const { unit } = aggregateOf(name)
    return unit === 'elements' || ((unit === 'each' || unit === 'together') && value !== undefined && everyWhole(assembly, [value]))
  },
  last: ({ value }, assembly) => everyWhole(assembly, [value]),
  countEvents: () => true,
}

const everyWhole = (assembly: Assembly, parts: readonly Expression[]): boolean =>
  parts.every((part) => (isLiteral(part) ? Number.isInteger(part) : byKind(wholes, part, assembly)))

const isWhole = factMemory((assembly, { fact, output }): boolean => {
  const field = assembly.fields.get(fact)
  if (field) return field.schema.type === 'integer'
  const piece = assembly.pieces.get(fact)?.piece
  if (piece?.kind === 'fact') return piece.unit?.startsWith('VND') === true || everyWhole(assembly, [piece.value])
  if (piece?.kind === 'outcome') return isWhole(assembly, outcomeSource(piece))
  if (piece?.kind !== 'table') return piece?.kind === 'rules'
  const column = outputColumn(piece, output)
  return everyWhole(assembly, piece.rows.map((row) => row.then[column] ?? 0))
})

const whole = exact(1)
const hundredth = exact(0.01)

/** The least difference worth naming in what a reference reads: whole đồng, persons, points, years; else a hundredth. */
export const stepOf = (assembly: Assembly, reference: FactReference): Exact => (isWhole(assembly, reference) ? whole : hundredth)
