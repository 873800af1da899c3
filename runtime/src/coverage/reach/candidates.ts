import { isFactReference, isLeaf, isParameterReference, leavesOf, operandsOf } from '../../conditions/condition-tree.ts'
import type { FieldSchema } from '../../documents/common-document.ts'
import type { FactReference, SingleOperand } from '../../documents/condition-document.ts'
import type { Assembly } from '../../release/assembly.ts'
import { listOfFact, typeOfFact } from '../../release/value-types.ts'
import { addDays, isDay, type Day } from '../../values/day.ts'
import { exact, isExact, type Exact } from '../../values/number.ts'
import { sameScalar, toScalar, type Scalar } from '../../values/value.ts'
import { conditionSitesOf, nodesOf } from '../condition-site.ts'
import { stepOf } from '../step.ts'

/** The values worth trying of a fact, most telling first: those the release compares it with and their neighbours. */
export type Candidates = (reference: FactReference, more?: readonly Scalar[]) => readonly Scalar[]

/** Collects the constants of a release once; the values of a fact are then looked up. Days are tried around `on`. */
export const candidatesOf = (assembly: Assembly, on: Day): Candidates => {
  const constants = constantsOf(assembly)
  return (reference, more = []) => {
    const own = constants.get(reference.fact) ?? []
    return distinct(valuesOf(assembly, reference, [...more, ...own], on)).filter((scalar) => fits(assembly.fields.get(reference.fact)?.schema, scalar))
  }
}

const constantsOf = (assembly: Assembly): ReadonlyMap<string, readonly Scalar[]> => {
  const found = new Map<string, Scalar[]>()
  const applies = [...assembly.fields.values()].flatMap(({ schema }) => (schema.applies ? leavesOf(schema.applies) : []))
  const leaves = [...conditionSitesOf(assembly).flatMap((site) => nodesOf(site).map(({ condition }) => condition)), ...applies].filter(isLeaf)
  for (const leaf of leaves) {
    if (isParameterReference(leaf)) continue
    found.set(leaf.fact, [...(found.get(leaf.fact) ?? []), ...operandsOf(leaf.value).flatMap((operand) => scalarsOf(assembly, operand))])
  }
  return found
}

const scalarsOf = (assembly: Assembly, operand: SingleOperand): readonly Scalar[] => {
  if (isFactReference(operand)) return []
  if (!isParameterReference(operand)) return [toScalar(operand)]
  const { value, values = {} } = assembly.parameters.get(operand.parameter)?.parameter ?? {}
  return [...(value === undefined ? [] : [value]), ...Object.values(values)].map(toScalar)
}

const distinct = (scalars: readonly Scalar[]): readonly Scalar[] => scalars.filter((scalar, index) => scalars.findIndex((other) => sameScalar(other, scalar)) === index)

const valuesOf = (assembly: Assembly, reference: FactReference, constants: readonly Scalar[], on: Day): readonly Scalar[] => {
  const list = listOfFact(assembly, reference)
  const codes = list === undefined ? [] : (assembly.lists.get(list)?.entries ?? []).map(({ code }) => code)
  const type = typeOfFact(assembly, reference)
  if (type === 'boolean') return [true, false]
  if (type === 'number') return numbersAround(constants.filter(isExact), sizeOf(assembly, reference))
  if (type === 'date') return [...constants.flatMap((day) => (typeof day === 'string' && isDay(day) ? [day, addDays(day, -1), addDays(day, 1)] : [])), ...plainYears.map((years) => addDays(on, -365 * years))]
  if (type === 'list') return [...codes.map((code) => [code]), [], codes]
  return [...constants, ...codes]
}

const sizeOf = (assembly: Assembly, reference: FactReference): Exact => {
  const step = stepOf(assembly, reference)
  return step.kind === 'number' ? step.size : exact('0.5')
}

/** Years before the day in question. */
const plainYears = [30, 10, 70, 0]

const plain = ['0', '1', '2', '10'].map((number) => exact(number))

const numbersAround = (constants: readonly Exact[], size: Exact): readonly Exact[] => [...constants, ...constants.flatMap((number) => [number.sub(size), number.add(size)]), ...plain]

/** Whether an answer of this value passes the dictionary. */
export const fits = (schema: FieldSchema | undefined, scalar: Scalar): boolean => {
  if (!schema || !isExact(scalar)) return true
  const inside = (schema.minimum === undefined || scalar.compare(exact(schema.minimum)) >= 0) && (schema.maximum === undefined || scalar.compare(exact(schema.maximum)) <= 0)
  return inside && (schema.type !== 'integer' || scalar.floor().compare(scalar) === 0)
}
