import type { FactReference } from '../documents/condition-document.ts'
import { outcomeSource, type Expression } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { factMemory } from '../release/fact-memory.ts'
import { overOf } from '../logic/over.ts'
import { listOfFact, typeOfFact } from '../release/value-types.ts'
import type { ValueType } from '../values/value-type.ts'
import { exact } from '../values/number.ts'
import type { NumberLimits } from './number-domain.ts'

/** What is known of the values of something read, before any is looked at. */
export interface FactType {
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  readonly limits: NumberLimits
  readonly list: string | undefined
  readonly personalNumber: boolean
  readonly mayNotApply: boolean
  /** A field takes every value of its type; a computed fact perhaps only some. */
  readonly isField: boolean
}

const anyNumber: NumberLimits = { integer: false }

const counting = (maximum?: number): NumberLimits => ({ integer: true, minimum: exact(0), ...(maximum !== undefined && { maximum: exact(maximum) }) })

const whole = ['ageInYears', 'ageInMonths', 'monthsBetween', 'yearOf', 'personalNumberBirthYear', 'floor']

const limitsOfExpression = (assembly: Assembly, expression: Expression): NumberLimits => {
  if (typeof expression !== 'object') return anyNumber
  if ('fact' in expression) return factTypeOf(assembly, expression).limits
  if ('countEvents' in expression) return rulesLimits(assembly, expression.countEvents)
  if ('count' in expression) return counting()
  if ('share' in expression) return { integer: false, minimum: exact(0), maximum: exact(1) }
  return { integer: Object.keys(expression).some((key) => whole.includes(key)) }
}

const rulesLimits = ({ pieces }: Assembly, set: string): NumberLimits => {
  const piece = pieces.get(set)?.piece
  return counting(piece?.kind === 'rules' ? piece.rules.length : undefined)
}

const isExpression = (part: unknown): part is Expression => typeof part === 'object' && part !== null

const neverMissing = ['count', 'countEvents', 'any', 'all', 'none', 'sum', 'moment', 'parameter']

const perhapsNothing = ['share', 'divide']

/** Whether an expression can be not applicable: it divides, looks at perhaps nobody, or reads what may not apply. */
const mayExpressionNotApply = (assembly: Assembly, expression: Expression): boolean => {
  if (typeof expression !== 'object') return false
  if ('fact' in expression) return factTypeOf(assembly, expression).mayNotApply
  const keys = Object.keys(expression)
  if (keys.some((key) => neverMissing.includes(key))) return false
  if (keys.some((key) => perhapsNothing.includes(key)) || overOf(expression) !== undefined) return true
  return Object.entries(expression).some(([key, part]) => key !== 'if' && [part].flat().filter(isExpression).some((each) => mayExpressionNotApply(assembly, each)))
}

const nothingSpecial = { limits: anyNumber, list: undefined, personalNumber: false, isField: false } as const

const foreignType = (assembly: Assembly, { fact }: FactReference): FactType => {
  const [programme = '', outcome = ''] = fact.split('.')
  const other = assembly.dependencies.get(programme)
  const found = other?.pieces.has(outcome) === true ? factTypeOf(other, { fact: outcome }) : undefined
  return { ...nothingSpecial, type: undefined, ...found, mayNotApply: true, isField: false }
}

/** The type, limits and codes of what a reference reads. */
export const factTypeOf: (assembly: Assembly, reference: FactReference) => FactType = factMemory((assembly, reference): FactType => {
  if (reference.fact.includes('.')) return foreignType(assembly, reference)
  const base = { ...nothingSpecial, type: typeOfFact(assembly, reference), list: listOfFact(assembly, reference) }
  const schema = assembly.fields.get(reference.fact)?.schema
  if (schema) {
    const limit = (end: number | undefined) => (end === undefined ? undefined : exact(end))
    const limits = { integer: schema.type === 'integer', minimum: limit(schema.minimum), maximum: limit(schema.maximum) }
    return { ...base, limits, personalNumber: schema.format === 'personal-number', mayNotApply: schema.applies !== undefined, isField: true }
  }
  const piece = assembly.pieces.get(reference.fact)?.piece
  if (piece?.kind === 'fact') return { ...base, limits: limitsOfExpression(assembly, piece.value), mayNotApply: mayExpressionNotApply(assembly, piece.value) }
  if (piece?.kind === 'rules') return { ...base, limits: reference.output === undefined ? rulesLimits(assembly, piece.id) : anyNumber, mayNotApply: false }
  if (piece?.kind === 'outcome') return { ...factTypeOf(assembly, outcomeSource(piece)), list: base.list }
  if (piece?.kind === 'entitlement') return { ...base, mayNotApply: reference.output !== undefined }
  return { ...base, mayNotApply: piece?.kind === 'table' && piece.hit !== 'collect' && piece.hit !== 'sum' }
})

/** Whether what a reference reads can only be whole numbers. */
export const takesWholeNumbers = (assembly: Assembly, reference: FactReference): boolean => factTypeOf(assembly, reference).limits.integer
