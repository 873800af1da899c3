import type { Literal } from '../documents/condition-document.ts'
import type { Parameter } from '../documents/release-document.ts'
import { dayCode } from '../plan/dictionary/day-code.ts'
import type { Graph } from '../plan/graph/graph.ts'
import type { ParameterInput } from '../plan/graph/parameter-input.ts'
import type { Assembly } from '../release/assembly.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { isDay } from '../values/day.ts'
import { exact } from '../values/number.ts'

/**
 * The values by which changed rules differ from those of a graph, by their place in the graph; undefined where anything else
 * differs, or a value is out of the graph's reach: the changed rules are then compiled for themselves.
 */
export const parameterChanges = (graph: Graph, before: Assembly, after: Assembly): ReadonlyMap<number, number> | undefined => {
  if (before.dependencies.size > 0 || after.dependencies.size > 0 || restOf(before) !== restOf(after)) return undefined
  const changes = new Map<number, number>()
  for (const [index, input] of graph.parameters.entries()) {
    const value = laneValue(graph, input, literalOf(input, after.parameters.get(input.name)?.parameter))
    if (value === input.value) continue
    if (value === undefined || value < input.bounds.from || value > input.bounds.to || isFreeText(input)) return undefined
    changes.set(index, value)
  }
  return changes
}

/** Columns know only the texts in no list that the rules compare with. */
const isFreeText = ({ lane, domain }: ParameterInput): boolean => lane === 'code' && domain === undefined

/** Everything an evaluation reads but the values of parameters. */
const restOf = ({ programme, layer, common, release, parameters }: Assembly): string =>
  canonicalJson({ programme, layer, common, logic: release.logic, parameters: [...parameters].map(([id, { name, parameter }]) => [id, name, shapeOf(parameter)]) })

const shapeOf = ({ by, value, values }: Parameter): unknown => ({ by: by ?? null, keys: values ? Object.keys(values).toSorted() : null, single: value !== undefined })

const literalOf = ({ key }: ParameterInput, parameter: Parameter | undefined): Literal | undefined => (key === undefined ? parameter?.value : parameter?.values?.[key])

/** A literal as the graph's parameter has it; undefined where it is of another type or finer than the parameter's scale. */
const laneValue = ({ dictionary }: Graph, { lane, scale, domain }: ParameterInput, literal: Literal | undefined): number | undefined => {
  if (typeof literal === 'boolean') return lane === 'bit' ? Number(literal) : undefined
  if (typeof literal === 'number') {
    const whole = exact(literal).mul(scale)
    return lane === 'number' && whole.d === 1n ? whole.valueOf() : undefined
  }
  if (literal === undefined) return undefined
  if (lane === 'number') return isDay(literal) ? dayCode(literal) : undefined
  return lane === 'code' && !isDay(literal) ? dictionary.codeOf(domain, literal) : undefined
}
