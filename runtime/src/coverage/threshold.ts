import { isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { FactReference, Leaf, Literal, SingleOperand } from '../documents/condition-document.ts'
import type { Subject } from '../documents/logic-document.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { literalValue } from '../logic/literal-value.ts'
import type { Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { addDays } from '../values/day.ts'
import { exact, isExact, type Exact } from '../values/number.ts'
import { certainScalar, sameScalar, type Scalar } from '../values/value.ts'
import { namesAt, nodesOf, type ConditionSite } from './condition-site.ts'
import type { Position } from './position.ts'
import { stepOf, type Step } from './step.ts'
import { isOnTurningDay, turningDaysOf } from './turning-day.ts'

/** A number or day that a fact is compared with; a parameter looked up by a field is one threshold for each of its values. */
export interface Threshold {
  /** The place of the comparison, with the number of the operand where there are two, and the key of the parameter. */
  readonly path: string
  readonly site: ConditionSite
  readonly leaf: Leaf & FactReference
  readonly of: Subject
  readonly operand: SingleOperand
  /** The field whose answer chooses this value of the parameter. */
  readonly by?: { readonly field: string; readonly key: string }
  /** Absent where the law's value has not been established. */
  readonly limit?: Exact | string
  readonly step: Step
}

/** Every threshold of a site: comparisons of a fact with a number, a day or a parameter that is one. */
export const thresholdsOf = (assembly: Assembly, site: ConditionSite): readonly Threshold[] =>
  nodesOf(site).flatMap(({ condition, path }) => (isLeaf(condition) && isFactReference(condition) && operatorOf(condition.operator).turns !== undefined ? leafThresholds(namesAt(assembly, site), site, condition, path) : []))

const leafThresholds = (assembly: Assembly, site: ConditionSite, leaf: Leaf & FactReference, path: string): readonly Threshold[] => {
  const operands = operandsOf(leaf.value)
  return operands.flatMap((operand, index) => {
    const base = { site, leaf, of: site.of, operand, step: stepOf(assembly, leaf) }
    const place = operands.length === 1 ? path : `${path}/${index}`
    return limitsOf(assembly, operand).map(({ key, ...limit }): Threshold => ({ ...base, ...limit, path: key === undefined ? place : `${place}/${key}` }))
  })
}

type Limit = Pick<Threshold, 'by' | 'limit'> & { readonly key?: string }

const limitsOf = (assembly: Assembly, operand: SingleOperand): readonly Limit[] => {
  if (isFactReference(operand)) return []
  if (!isParameterReference(operand)) return literalLimit(operand)
  const parameter = assembly.parameters.get(operand.parameter)?.parameter
  if (parameter?.value !== undefined) return literalLimit(parameter.value)
  const { by: field, values } = parameter ?? {}
  if (field === undefined || values === undefined) return [{}]
  const fixed = operand.at?.[field]
  if (fixed !== undefined) return values[fixed] === undefined ? [{}] : literalLimit(values[fixed])
  return Object.entries(values).flatMap(([key, value]) => literalLimit(value).map((limit) => ({ ...limit, by: { field, key }, key })))
}

const literalLimit = (literal: Literal): readonly Limit[] => {
  const limit = certainScalar(literalValue(literal))
  const isDay = literalValue(literal).possible.kind === 'days'
  return isExact(limit) || (typeof limit === 'string' && isDay) ? [{ limit }] : []
}

/**
 * Where the compared value lies; undefined where it is further away, uncertain, or compared with another value, and of an
 * age on a day that is not next to the turning of the comparison.
 */
export const positionOf = async (threshold: Threshold, interpreter: Interpreter, scope: Scope): Promise<Position | undefined> => {
  const position = await nearbyPosition(threshold, interpreter, scope)
  const day = position && turningDaysOf(interpreter.assembly, threshold)[position]
  return day === undefined || (await isOnTurningDay(threshold, day, interpreter, scope)) ? position : undefined
}

const nearbyPosition = async ({ leaf, by, limit, step }: Threshold, interpreter: Interpreter, scope: Scope): Promise<Position | undefined> => {
  if (limit === undefined) return undefined
  if (by && certainScalar(await interpreter.readFact({ fact: by.field }, scope)) !== by.key) return undefined
  const value = certainScalar(await interpreter.readFact(leaf, scope))
  if (value === undefined) return undefined
  if (sameScalar(value, limit)) return 'at'
  if (!isExact(value) || !isExact(limit)) return typeof value === 'string' && typeof limit === 'string' ? dayPosition(value, limit) : undefined
  const size = step.kind === 'number' ? step.size : await onePerson(step, interpreter)
  if (!size) return undefined
  const distance = value.sub(limit)
  const near = step.kind === 'person' ? distance.abs().compare(size) <= 0 : distance.abs().compare(size) === 0
  return near ? (distance.compare(0) < 0 ? 'below' : 'above') : undefined
}

const dayPosition = (day: string, limit: string): Position | undefined => (day === addDays(limit, -1) ? 'below' : day === addDays(limit, 1) ? 'above' : undefined)

/** What one person is of the whole that a share is of. */
const onePerson = async (step: Step, interpreter: Interpreter): Promise<Exact | undefined> => {
  const scopes = interpreter.memberScopes() ?? []
  const among = step.kind === 'person' ? step.among : undefined
  const inside = among ? await Promise.all(scopes.map(async (scope) => (await interpreter.judge(among, scope)).truth === true)) : scopes.map(() => true)
  const count = inside.filter(Boolean).length
  return count === 0 ? undefined : exact(1).div(count)
}

const largestGroup = 10

/** The values that lie at a position, nearest first; of a share those of small groups. */
export const valuesAt = ({ limit, step }: Threshold, position: Position): readonly Scalar[] => {
  if (limit === undefined) return []
  if (position === 'at') return [limit]
  const direction = position === 'below' ? -1 : 1
  if (!isExact(limit)) return [addDays(limit, direction)]
  if (step.kind === 'number') return [limit.add(step.size.mul(direction))]
  return Array.from({ length: largestGroup }, (_group, index) => index + 1).flatMap((size) => {
    const persons = position === 'below' ? limit.mul(size).ceil().sub(1) : limit.mul(size).floor().add(1)
    const value = persons.div(size)
    return value.compare(0) < 0 || value.compare(1) > 0 ? [] : [value]
  })
}
