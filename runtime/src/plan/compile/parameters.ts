import type { ParameterReference } from '../../documents/condition-document.ts'
import type { Literal } from '../../documents/condition-document.ts'
import type { Assembly } from '../../release/assembly.ts'
import { isDay } from '../../values/day.ts'
import { dayCode } from '../dictionary/day-code.ts'
import { fractionOfNumber } from '../dictionary/number-scale.ts'
import { and, not, or, some } from '../graph/bits.ts'
import { bitBounds, finite } from '../graph/bounds.ts'
import { oneOf as oneOfCodes } from '../graph/comparisons.ts'
import { dayBounds, isConstant, type Graph } from '../graph/graph.ts'
import { largestExact, type Bounds, type Node } from '../graph/node.ts'
import { higher, lower, pick } from '../graph/numbers.ts'
import { equalTexts } from './texts.ts'
import { always, dayBetween, numberBetween, withAbsence, type PlanText, type PlanValue, type ValueOf } from './plan-value.ts'
import { mostApart, oneOf } from './one-of.ts'
import { Unplannable } from './unplannable.ts'

/** A literal of a document; a full ISO day is a day unless text is wanted. */
export const literalOf = (graph: Graph, literal: Literal, asText = false): PlanValue => {
  if (typeof literal === 'boolean') return { kind: 'truth', yes: graph.bit(literal), no: graph.bit(!literal), any: graph.bit(false), absence: always(graph) }
  if (typeof literal === 'string') return isDay(literal) && !asText ? dayAt(graph, graph.constant(dayCode(literal))) : oneText(graph, { kind: 'constant', text: literal })
  const fraction = fractionOfNumber(literal)
  if (!fraction) throw new Unplannable(`the number ${literal}`)
  const number = { number: graph.constant(fraction.numerator) }
  return numberBetween(graph, number, number, fraction.denominator)
}

const dayAt = (graph: Graph, day: Node): PlanValue => dayBetween(graph, day, day)

const oneText = (graph: Graph, text: PlanText): PlanValue => ({ kind: 'text', options: [{ gate: graph.bit(true), text }], any: graph.bit(false), single: graph.bit(true), absence: always(graph) })

/** A thousand times what the law says, with its sign: what-ifs within that need no new plan. */
const boundsAround = (value: number): Bounds => {
  if (value === 0) return finite(0, 0)
  const reach = Math.min(largestExact, Math.max(Math.abs(value) * 1000, 1000))
  return value > 0 ? finite(1, reach) : finite(-reach, -1)
}

/** One value of a parameter, as an input of the graph. */
const valueInput = (graph: Graph, name: string, key: string | undefined, literal: Literal): PlanValue => {
  const input = { name, ...(key !== undefined && { key }), scale: 1 }
  if (typeof literal === 'boolean') {
    const yes = graph.parameter({ ...input, lane: 'bit', value: literal ? 1 : 0, bounds: bitBounds })
    return { kind: 'truth', yes, no: not(graph, yes), any: graph.bit(false), absence: always(graph) }
  }
  if (typeof literal === 'string') {
    if (!isDay(literal)) return oneText(graph, { kind: 'parameter', text: literal, name, ...(key !== undefined && { key }) })
    return dayAt(graph, graph.parameter({ ...input, lane: 'number', value: dayCode(literal), bounds: dayBounds }))
  }
  const fraction = fractionOfNumber(literal)
  if (!fraction) throw new Unplannable(`the value of parameter ${name}`)
  const { numerator: value, denominator: scale } = fraction
  const number = { number: graph.parameter({ ...input, lane: 'number', scale, value, bounds: boundsAround(value) }) }
  return numberBetween(graph, number, number, scale)
}

/** How the key of a parameter is read, in the scope of whoever reads the parameter. */
export type ReadKey = (field: string) => PlanValue

/** A parameter's value without an established one in the law. */
const openValue = (graph: Graph): PlanValue => ({ kind: 'open', absence: always(graph) })

/** Whether a parameter has no established value at all, by what stands in the release. */
export const isOpenParameter = ({ parameters }: Assembly, { parameter: id, at }: ParameterReference): boolean => {
  const parameter = parameters.get(id)?.parameter
  if (!parameter || (parameter.value === undefined && (parameter.by === undefined || parameter.values === undefined))) return true
  const fixed = parameter.by === undefined ? undefined : at?.[parameter.by]
  return parameter.value === undefined && fixed !== undefined && !Object.hasOwn(parameter.values ?? {}, fixed)
}

/** Value of a parameter, as the interpreter's `parameterValue`. */
export const readPlanParameter = (graph: Graph, assembly: Assembly, reference: ParameterReference, readKey: ReadKey): PlanValue => {
  const parameter = assembly.parameters.get(reference.parameter)?.parameter
  if (!parameter || isOpenParameter(assembly, reference)) return openValue(graph)
  if (parameter.value !== undefined) return valueInput(graph, reference.parameter, undefined, parameter.value)
  const { by = '', values = {} } = parameter
  const fixed = reference.at?.[by]
  const literal = fixed === undefined || !Object.hasOwn(values, fixed) ? undefined : values[fixed]
  return literal === undefined ? valueByKey(graph, assembly, reference.parameter, by, values, readKey(by)) : valueInput(graph, reference.parameter, fixed, literal)
}

/** Whether every code that the key may have has a value; otherwise an unknown key leaves the parameter open. */
export const coversEveryCode = ({ fields, lists }: Assembly, by: string, values: object): boolean =>
  (lists.get(fields.get(by)?.schema['x-list'] ?? '')?.entries ?? []).every(({ code }) => Object.hasOwn(values, code))

const valueByKey = (graph: Graph, assembly: Assembly, name: string, by: string, values: Readonly<Record<string, Literal>>, key: PlanValue): PlanValue => {
  if (key.kind !== 'text') throw new Unplannable(`parameter ${name}, by something that is no text`)
  const entries = Object.entries(values).map(([code, literal]) => ({ code, value: valueInput(graph, name, code, literal) }))
  const covered = coversEveryCode(assembly, by, values)
  const absence = covered ? key.absence : { never: key.absence.never, perhaps: key.absence.never }
  const value = (covered ? pickedByCode(graph, key, entries) : undefined) ?? chosenByKey(graph, key, entries, covered)
  return withAbsence(graph, value, absence)
}

interface KeyedValue {
  readonly code: string
  readonly value: PlanValue
}

/** Where the key is a field of a list that always applies and the values are numbers of one scale: a table by the field's code. */
const pickedByCode = (graph: Graph, key: ValueOf<'text'>, entries: readonly KeyedValue[]): PlanValue | undefined => {
  const [only] = key.options
  if (!isConstant(key.absence.perhaps, 0) || key.options.length !== 1 || only?.text.kind !== 'code' || only.text.domain === undefined || !isConstant(only.gate, 1)) return undefined
  const { code, domain } = only.text
  const numbers = graph.dictionary.texts(domain).texts().map((text) => entries.find((entry) => entry.code === text)?.value).map((value) => (value?.kind === 'number' ? value : undefined))
  const [first] = numbers
  if (!first || numbers.length > mostApart || numbers.some((value) => value?.scale !== first.scale)) return undefined
  const ends = numbers.flatMap((value) => (value ? [value.from.number] : []))
  const number = (unknown: Node) => ({ number: pick(graph, code, [unknown, ...ends]) })
  if (isConstant(key.any, 0)) return numberBetween(graph, number(first.from.number), number(first.from.number), first.scale)
  const [least, greatest] = [lower, higher].map((choose) => ends.reduce((a, b) => choose(graph, a, b)))
  const options = numbers.flatMap((value, index) => (value ? [{ possible: oneOfCodes(graph, code, [0, index + 1]), value }] : []))
  return { ...numberBetween(graph, number(least ?? first.from.number), number(greatest ?? first.from.number), first.scale), options, isSet: graph.bit(true) }
}

/** The value of the key while that is one; any of the values while it is not. */
const chosenByKey = (graph: Graph, key: ValueOf<'text'>, entries: readonly KeyedValue[], covered: boolean): PlanValue => {
  const certain = and(graph, key.single, not(graph, key.absence.perhaps))
  const isKey = (code: string): Node => some(graph, key.options.map(({ gate, text }) => and(graph, gate, equalTexts(graph, text, { kind: 'constant', text: code }))))
  const listed = entries.map(({ code }) => and(graph, certain, isKey(code)))
  const candidates = listed.map((bit, index) => ({ value: entries[index]?.value ?? openValue(graph), possible: covered ? or(graph, bit, not(graph, certain)) : bit }))
  const isAlwaysListed = covered && key.options.every(({ text }) => text.kind === 'code' && text.domain !== undefined)
  const elsewhere = { value: openValue(graph), possible: and(graph, not(graph, some(graph, listed)), covered ? certain : graph.bit(true)) }
  return oneOf(graph, isAlwaysListed ? candidates : [...candidates, elsewhere], isConstant(certain, 1))
}
