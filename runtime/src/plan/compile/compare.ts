import { findOperator } from '../../conditions/operators.ts'
import type { ComparisonForms } from '../../conditions/operators/comparison-forms.ts'
import type { OperatorName } from '../../documents/condition-document.ts'
import { and, every, not, or, some } from '../graph/bits.ts'
import { equal, oneOf } from '../graph/comparisons.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { isSet, notTruth, type NumberOption, type PlanText, type PlanTruth, type PlanValue, type ValueOf } from './plan-value.ts'
import { equalQuotient, known, lessQuotient, overlap, sameQuotient } from './quotient.ts'
import { aligned } from './scale.ts'
import { planArithmetic } from './plan-arithmetic.ts'
import { constantCodes, equalTexts } from './texts.ts'
import { Unplannable } from './unplannable.ts'

const unknown = (graph: Graph): PlanTruth => ({ certain: graph.bit(false), possible: graph.bit(true) })

/** a < b over every pair of possibilities. */
const less = (graph: Graph, a: PlanValue, b: PlanValue): PlanTruth => {
  if (a.kind === 'day' && b.kind === 'day') return lessEnds(graph, daysAsEnds(a), daysAsEnds(b))
  if (a.kind !== 'number' || b.kind !== 'number') return unknown(graph)
  const [left, right] = aligned(graph, [a, b])
  if (!left || !right) throw new Error('Two numbers were aligned')
  return lessEnds(graph, left, right)
}

type Ends = Pick<ValueOf<'number'>, 'from' | 'to'>

const daysAsEnds = ({ from, to }: ValueOf<'day'>): Ends => ({ from: { number: from }, to: { number: to } })

const lessEnds = (graph: Graph, a: Ends, b: Ends): PlanTruth => ({ certain: lessQuotient(graph, a.to, b.from), possible: lessQuotient(graph, a.from, b.to) })

const bothTruths = (graph: Graph, a: PlanTruth, b: PlanTruth): PlanTruth => ({ certain: and(graph, a.certain, b.certain), possible: and(graph, a.possible, b.possible) })

const sameEnds = (graph: Graph, a: Ends, b: Ends): PlanTruth => {
  if (sameQuotient(a.from, a.to) && sameQuotient(b.from, b.to)) {
    const truth = equalQuotient(graph, a.from, b.from)
    return { certain: truth, possible: truth }
  }
  const certain = and(graph, and(graph, known(graph, a.from, a.to), known(graph, b.from, b.to)), equalQuotient(graph, a.from, b.from))
  return { certain, possible: overlap(graph, a.from, a.to, b.from, b.to) }
}

/** Of two sets, whether they share a number. */
const sharesNumber = (graph: Graph, a: ValueOf<'number'>, b: ValueOf<'number'>): Node => {
  const optionsOf = (value: ValueOf<'number'>): readonly NumberOption[] => value.options ?? [{ possible: graph.bit(true), value }]
  return some(graph, optionsOf(a).flatMap((x) => optionsOf(b).map((y) => {
    const [left, right] = aligned(graph, [x.value, y.value])
    if (!left || !right) throw new Error('Two numbers were aligned')
    return and(graph, and(graph, x.possible, y.possible), equalQuotient(graph, left.from, right.from))
  })))
}

const sameNumbers = (graph: Graph, a: ValueOf<'number'>, b: ValueOf<'number'>): PlanTruth => {
  const [left, right] = aligned(graph, [a, b])
  if (!left || !right) throw new Error('Two numbers were aligned')
  const ends = sameEnds(graph, left, right)
  if (a.options === undefined && b.options === undefined) return ends
  const sets = and(graph, isSet(graph, a), isSet(graph, b))
  return { certain: ends.certain, possible: and(graph, ends.possible, or(graph, not(graph, sets), sharesNumber(graph, a, b))) }
}

/** Both certainly true or both certainly false; each is at least one of the two. */
const sameTruths = (graph: Graph, a: ValueOf<'truth'>, b: ValueOf<'truth'>): PlanTruth => ({
  certain: or(graph, and(graph, not(graph, a.no), not(graph, b.no)), and(graph, not(graph, a.yes), not(graph, b.yes))),
  possible: or(graph, and(graph, a.yes, b.yes), and(graph, a.no, b.no)),
})

/** A field's own text: its code, and nothing else that it could be. */
const ownCode = ({ options }: ValueOf<'text'>): Extract<PlanText, { readonly kind: 'code' }> | undefined => {
  const [only] = options
  return options.length === 1 && only?.text.kind === 'code' && only.gate.op === 'constant' ? only.text : undefined
}

const sameTexts = (graph: Graph, a: ValueOf<'text'>, b: ValueOf<'text'>): PlanTruth => {
  const shared = some(graph, a.options.flatMap((x) => b.options.map((y) => and(graph, and(graph, x.gate, y.gate), equalTexts(graph, x.text, y.text)))))
  return { certain: and(graph, shared, and(graph, a.single, b.single)), possible: or(graph, shared, or(graph, a.any, b.any)) }
}

/** A list is never a single text; as long as it is not settled that cannot be told. */
const sameAsCodes = (graph: Graph, codes: ValueOf<'codes'>): PlanTruth => ({ certain: graph.bit(false), possible: not(graph, codes.whole) })

const sameCodes = (graph: Graph, a: ValueOf<'codes'>, b: ValueOf<'codes'>): PlanTruth => {
  const whole = and(graph, a.whole, b.whole)
  const equalSets = every(graph, [...new Set([...a.texts, ...b.texts])].map((text) => equal(graph, a.certainly(text), b.certainly(text))))
  return { certain: and(graph, whole, equalSets), possible: or(graph, not(graph, whole), equalSets) }
}

const same = (graph: Graph, a: PlanValue, b: PlanValue): PlanTruth => {
  if (a.kind === 'open' || b.kind === 'open') return unknown(graph)
  if (a.kind === 'number' && b.kind === 'number') return sameNumbers(graph, a, b)
  if (a.kind === 'truth' && b.kind === 'truth') return sameTruths(graph, a, b)
  if (a.kind === 'text' && b.kind === 'text') return sameTexts(graph, a, b)
  if (a.kind === 'day' && b.kind === 'day') return sameEnds(graph, daysAsEnds(a), daysAsEnds(b))
  if (a.kind === 'codes' && b.kind === 'codes') return sameCodes(graph, a, b)
  if (a.kind === 'codes' && b.kind === 'text') return sameAsCodes(graph, a)
  if (a.kind === 'text' && b.kind === 'codes') return sameAsCodes(graph, b)
  throw new Unplannable(`a comparison of ${a.kind} with ${b.kind}`)
}

const someTruth = (graph: Graph, truths: readonly PlanTruth[]): PlanTruth => ({ certain: some(graph, truths.map(({ certain }) => certain)), possible: some(graph, truths.map(({ possible }) => possible)) })

/** A field's text among texts of the rules: one test of its code. */
const amongCodes = (graph: Graph, left: PlanValue, right: readonly PlanValue[]): PlanTruth | undefined => {
  const own = left.kind === 'text' ? ownCode(left) : undefined
  const texts = right.map((value) => (value.kind === 'text' && value.options.length === 1 ? value.options[0]?.text : undefined))
  if (left.kind !== 'text' || !own || texts.some((text) => text?.kind !== 'constant')) return undefined
  const codes = constantCodes(graph, own.domain, texts.flatMap((text) => text ?? [])) ?? []
  const certain = oneOf(graph, own.code, codes)
  return { certain, possible: left.any.op === 'constant' ? or(graph, certain, left.any) : oneOf(graph, own.code, [0, ...codes]) }
}

/** Certain where each possibility is certainly one of the list. */
const everyOptionAmong = (graph: Graph, left: PlanValue, right: readonly PlanValue[]): Node => {
  if (left.kind === 'text') return and(graph, not(graph, left.any), every(graph, left.options.map((option) => or(graph, not(graph, option.gate), among(graph, { ...left, options: [{ ...option, gate: graph.bit(true) }], any: graph.bit(false), single: graph.bit(true) }, right).certain))))
  if (left.kind === 'number' && left.options) return and(graph, isSet(graph, left), every(graph, left.options.map(({ possible, value }) => or(graph, not(graph, possible), among(graph, { kind: 'number', ...value, absence: left.absence }, right).certain))))
  if (left.kind === 'truth') return and(graph, not(graph, left.any), every(graph, [[left.yes, true], [left.no, false]].map(([bit, is]) => or(graph, not(graph, bit as Node), among(graph, onlyTruth(graph, left, is === true), right).certain))))
  return graph.bit(false)
}

const onlyTruth = (graph: Graph, value: ValueOf<'truth'>, is: boolean): PlanValue => ({ ...value, yes: graph.bit(is), no: graph.bit(!is), any: graph.bit(false) })

const isMany = (left: PlanValue): boolean => (left.kind === 'text' && left.options.length > 1) || (left.kind === 'number' && left.options !== undefined) || (left.kind === 'truth' && left.yes.op !== 'constant')

const among = (graph: Graph, left: PlanValue, right: readonly PlanValue[]): PlanTruth => {
  const direct = amongCodes(graph, left, right)
  if (direct) return direct
  const truth = someTruth(graph, right.map((value) => same(graph, left, value)))
  return isMany(left) ? { certain: or(graph, truth.certain, everyOptionAmong(graph, left, right)), possible: truth.possible } : truth
}

/** One of several lists, a code of several: certain where each pair holds. */
const contains = (graph: Graph, left: PlanValue, right: PlanValue): PlanTruth => {
  if (left.kind !== 'codes' || right.kind !== 'text') return unknown(graph)
  const texts = right.options.map(({ gate, text }) => {
    if (text.kind === 'code') throw new Unplannable('a list that contains an answer')
    return { gate, text: text.text }
  })
  const certain = and(graph, not(graph, right.any), every(graph, texts.map(({ gate, text }) => or(graph, not(graph, gate), left.certainly(text)))))
  return { certain, possible: or(graph, right.any, some(graph, texts.map(({ gate, text }) => and(graph, gate, left.possibly(text))))) }
}

const eitherTruth = (graph: Graph, a: PlanTruth, b: PlanTruth): PlanTruth => ({ certain: or(graph, a.certain, b.certain), possible: or(graph, a.possible, b.possible) })

/** What operators are built of here. */
export const planForms = (graph: Graph): ComparisonForms<PlanValue, PlanTruth> => ({
  unknown: () => unknown(graph),
  not: (truth) => notTruth(graph, truth),
  both: (a, b) => bothTruths(graph, a, b),
  either: (a, b) => eitherTruth(graph, a, b),
  same: (a, b) => amongCodes(graph, a, [b]) ?? same(graph, a, b),
  less: (a, b) => less(graph, a, b),
  among: (left, list) => among(graph, left, list),
  contains: (left, code) => contains(graph, left, code),
  ...planArithmetic(graph),
})

/** Truth of one comparison: false on what is not applicable, and never certainly true where that is possible. */
export const compareValues = (graph: Graph, name: OperatorName, left: PlanValue, right: readonly PlanValue[]): PlanTruth => {
  const operator = findOperator(name)
  if (!operator) throw new Unplannable(`${name}, whose package is not installed`)
  const truth = operator.plan(planForms(graph), left, right)
  const sides = [left, ...right].map(({ absence }) => absence)
  return {
    certain: and(graph, truth.certain, not(graph, some(graph, sides.map(({ perhaps }) => perhaps)))),
    possible: and(graph, truth.possible, not(graph, some(graph, sides.map(({ never }) => never)))),
  }
}
