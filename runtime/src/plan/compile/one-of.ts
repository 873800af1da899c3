import { and, every, not, or, some } from '../graph/bits.ts'
import { atMost, equal } from '../graph/comparisons.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { choose, countBits, higher, lower } from '../graph/numbers.ts'
import { anyNumber, isSet, type Absence, type NumberOption, type PlanText, type PlanValue, type TextOption, type ValueOf } from './plan-value.ts'
import { chooseQuotient, constantQuotient, higherQuotient, lowerQuotient } from './quotient.ts'
import { aligned } from './scale.ts'
import { equalTexts } from './texts.ts'
import { Unplannable } from './unplannable.ts'

/** A value that may be the one, as far as `possible`. */
export interface Candidate {
  readonly possible: Node
  readonly value: PlanValue
}

/** As many values as the interpreter keeps apart; of more it only knows the ends, or nothing. */
export const mostApart = 32

interface Merge {
  readonly graph: Graph
  readonly candidates: readonly Candidate[]
  /** Which of them count: possible, and not certainly not applicable. */
  readonly counting: readonly Node[]
  readonly absence: Absence
  /** At most one of them is possible, whatever the household. */
  readonly exclusive: boolean
}

/**
 * Any of several values, as the interpreter's `oneOf`. Of different types there is no common form. `exclusive` says that never
 * two of them are possible at once, as between the branches of a condition that is certainly true or false.
 */
export const oneOf = (graph: Graph, candidates: readonly Candidate[], exclusive: boolean): PlanValue => {
  const counting = candidates.map(({ possible, value }) => and(graph, possible, not(graph, value.absence.never)))
  const absence = {
    never: not(graph, some(graph, counting)),
    perhaps: some(graph, candidates.map(({ possible, value }) => and(graph, possible, value.absence.perhaps))),
  }
  const kinds = new Set(candidates.flatMap(({ value: { kind } }) => (kind === 'open' ? [] : [kind])))
  const [kind] = kinds
  if (kinds.size > 1) throw new Unplannable(`one value of several types: ${[...kinds].join(', ')}`)
  if (kind === undefined) return { kind: 'open', absence }
  return mergers[kind]({ graph, candidates, counting, absence, exclusive })
}

/** The candidates as values of one kind; what may be anything is anything of that kind. */
const typed = <Kind extends Exclude<PlanValue['kind'], 'open'>>({ graph, candidates }: Merge, kind: Kind): readonly ValueOf<Kind>[] =>
  candidates.map(({ value }) => (value.kind === 'open' ? anythingOf(graph, kind, value.absence) : value) as ValueOf<Kind>)

/** Anything of a kind. */
export const anythingOf = (graph: Graph, kind: Exclude<PlanValue['kind'], 'open'>, absence: Absence): PlanValue => {
  const [yes, no] = [graph.bit(true), graph.bit(false)]
  if (kind === 'truth') return { kind, yes, no: yes, any: yes, absence }
  if (kind === 'number') return anyNumber(graph, absence)
  if (kind === 'day') return { kind, from: graph.constant(-Infinity), to: graph.constant(Infinity), absence }
  if (kind === 'text') return { kind, options: [], any: yes, single: no, absence }
  return { kind, texts: [], certainly: () => no, possibly: () => yes, any: yes, whole: no, absence }
}

const mergeTruths = (merge: Merge): PlanValue => {
  const { graph, counting, absence } = merge
  const values = typed(merge, 'truth')
  const someOf = (bit: (value: ValueOf<'truth'>) => Node) => some(graph, values.map((value, index) => and(graph, counting[index] ?? value.yes, bit(value))))
  return { kind: 'truth', yes: someOf(({ yes }) => yes), no: someOf(({ no }) => no), any: someOf(({ any }) => any), absence }
}

const mergeNumbers = (merge: Merge): PlanValue => {
  const { graph, counting, absence, exclusive } = merge
  const values = aligned(graph, typed(merge, 'number'))
  const [first] = values
  if (!first) throw new Error('A merge has candidates')
  const pairs = values.map((value, index) => [counting[index] ?? graph.bit(false), value] as const)
  const { scale } = first
  if (exclusive && values.every(({ options }) => options === undefined)) {
    const [last] = pairs.slice(-1)
    const chosen = pairs.slice(0, -1).reduceRight<ValueOf<'number'>>((other, [bit, value]) => ({
      ...other, from: chooseQuotient(graph, bit, value.from, other.from), to: value.from === value.to && other.from === other.to ? chooseQuotient(graph, bit, value.from, other.from) : chooseQuotient(graph, bit, value.to, other.to),
    }), last?.[1] ?? first)
    const same = chosen.from.number === chosen.to.number && chosen.from.divisor === chosen.to.divisor
    return { kind: 'number', from: chosen.from, to: same ? chosen.from : chosen.to, scale, absence }
  }
  const from = pairs.map(([bit, value]) => chooseQuotient(graph, bit, value.from, constantQuotient(graph, Infinity))).reduce((a, b) => lowerQuotient(graph, a, b))
  const to = pairs.map(([bit, value]) => chooseQuotient(graph, bit, value.to, constantQuotient(graph, -Infinity))).reduce((a, b) => higherQuotient(graph, a, b))
  const options = pairs.flatMap(([bit, value]): readonly NumberOption[] =>
    value.options ? value.options.map((option) => ({ ...option, possible: and(graph, bit, option.possible) })) : [{ possible: bit, value }])
  const sets = every(graph, pairs.map(([bit, value]) => or(graph, not(graph, bit), isSet(graph, value))))
  return { kind: 'number', from, to, scale, options, isSet: and(graph, sets, fewEnough(graph, options.map(({ possible }) => possible))), absence }
}

/** Whether so few are possible that the interpreter keeps them apart; where it may not, and they may be equal, it alone can tell. */
const fewEnough = (graph: Graph, possible: readonly Node[]): Node => {
  if (possible.length <= mostApart) return graph.bit(true)
  const few = atMost(graph, countBits(graph, possible), graph.constant(mostApart))
  graph.exempt(not(graph, few))
  return few
}

const mergeDays = (merge: Merge): PlanValue => {
  const { graph, counting, absence, exclusive } = merge
  const values = typed(merge, 'day')
  const [first] = values
  if (!first) throw new Error('A merge has candidates')
  if (exclusive) {
    const end = (side: 'from' | 'to') => values.slice(0, -1).reduceRight((other, value, index) => choose(graph, counting[index] ?? graph.bit(false), value[side], other), (values.at(-1) ?? first)[side])
    return { kind: 'day', from: end('from'), to: end('to'), absence }
  }
  const bit = (index: number) => counting[index] ?? graph.bit(false)
  const from = values.map((value, index) => choose(graph, bit(index), value.from, graph.constant(Infinity))).reduce((a, b) => lower(graph, a, b))
  const to = values.map((value, index) => choose(graph, bit(index), value.to, graph.constant(-Infinity))).reduce((a, b) => higher(graph, a, b))
  return { kind: 'day', from, to, absence }
}

const sameConstant = (a: PlanText, b: PlanText): boolean => a.kind === 'constant' && b.kind === 'constant' && a.text === b.text

/** Options of equal constant texts as one. */
const joinOptions = (graph: Graph, options: readonly TextOption[]): readonly TextOption[] => {
  const joined: TextOption[] = []
  for (const option of options) {
    const at = joined.findIndex(({ text }) => sameConstant(text, option.text))
    const before = joined[at]
    if (before) joined[at] = { ...before, gate: or(graph, before.gate, option.gate) }
    else joined.push(option)
  }
  return joined
}

const isThere = (graph: Graph, { gate, text }: TextOption): Node => (text.kind === 'code' ? and(graph, gate, not(graph, equal(graph, text.code, graph.constant(0, 'code')))) : gate)

/** Whether the options leave one text: some are there, and no two of them differ. */
const singleOf = (graph: Graph, options: readonly TextOption[], exclusive: boolean): Node => {
  const there = options.map((option) => isThere(graph, option))
  if (exclusive || options.length <= 1) return some(graph, there)
  const initial = { seen: graph.bit(false), twice: graph.bit(false) }
  const { seen, twice } = there.reduce(({ seen: before, twice: two }, bit, index) => {
    const option = options[index]
    const differs = option?.text.kind === 'constant' && options.slice(0, index).every(({ text }) => text.kind === 'constant')
      ? before
      : some(graph, options.slice(0, index).map((other, place) => and(graph, there[place] ?? before, not(graph, option ? equalTexts(graph, other.text, option.text) : before))))
    return { seen: or(graph, before, bit), twice: or(graph, two, and(graph, bit, differs)) }
  }, initial)
  return and(graph, seen, not(graph, twice))
}

const mergeTexts = (merge: Merge): PlanValue => {
  const { graph, counting, absence, exclusive } = merge
  const values = typed(merge, 'text')
  const gated = values.map((value, index) => ({ bit: counting[index] ?? graph.bit(false), value }))
  const options = joinOptions(graph, gated.flatMap(({ bit, value }) => value.options.map((option) => ({ ...option, gate: and(graph, bit, option.gate) }))))
  const few = fewEnough(graph, exclusive ? [] : options.map((option) => isThere(graph, option)))
  const any = some(graph, [not(graph, few), ...gated.map(({ bit, value }) => and(graph, bit, value.any))])
  const eachSingle = exclusive && values.every(({ options: own }) => own.length <= 1)
  return { kind: 'text', options, any, single: and(graph, not(graph, any), singleOf(graph, options, eachSingle)), absence }
}

/** Of several lists only one is planned; where two are possible the interpreter tells. */
const mergeCodes = (merge: Merge): PlanValue => {
  const { graph, counting, absence, exclusive } = merge
  const values = typed(merge, 'codes')
  if (!exclusive) graph.exempt(some(graph, counting.map((bit, index) => and(graph, bit, some(graph, counting.slice(0, index))))))
  const someOf = (bit: (value: ValueOf<'codes'>) => Node) => some(graph, values.map((value, index) => and(graph, counting[index] ?? value.any, bit(value))))
  return {
    kind: 'codes',
    texts: [...new Set(values.flatMap(({ texts }) => texts))],
    certainly: (text) => someOf((value) => value.certainly(text)),
    possibly: (text) => someOf((value) => value.possibly(text)),
    any: someOf(({ any }) => any),
    whole: someOf(({ whole }) => whole),
    absence,
  }
}

const mergers: { readonly [Kind in Exclude<PlanValue['kind'], 'open'>]: (merge: Merge) => PlanValue } = {
  truth: mergeTruths,
  number: mergeNumbers,
  day: mergeDays,
  text: mergeTexts,
  codes: mergeCodes,
}
