import { and, not, or } from '../graph/bits.ts'
import { less } from '../graph/comparisons.ts'
import { anyElement, asCode, countElements, earlierElement, greatestElement, leastElement, sumElements } from '../graph/elements.ts'
import { isConstant, type Graph } from '../graph/graph.ts'
import type { List, Node } from '../graph/node.ts'
import { add, choose, higher, lower } from '../graph/numbers.ts'
import { isSet, numberBetween, type Absence, type PlanTruth, type PlanValue, type ValueOf } from './plan-value.ts'
import { anythingOf } from './one-of.ts'
import { chooseQuotient, constantQuotient, lessQuotient, quotient, sameQuotient, type Quotient } from './quotient.ts'
import { Unplannable } from './unplannable.ts'

/** The elements an aggregate looks over, as bits of each element and of the whole. */
export interface PlanElements {
  readonly graph: Graph
  readonly list: List
  /** The element is one of those asked about. */
  readonly present: Node
  /** The element stands in for any number of others that nobody listed. */
  readonly standsIn: Node
  /** Others may be there of which nothing is known. */
  readonly open: Node
}

/** The elements with all others as open ones, where they may play a part: `mayPlay` says it of the stand-in. */
export const withOthers = (elements: PlanElements, mayPlay: Node): PlanElements => {
  const { graph, list, standsIn, open } = elements
  return { ...elements, standsIn: graph.bit(false), open: or(graph, open, anyElement(graph, list, and(graph, standsIn, mayPlay))) }
}

const present = ({ graph, present: there }: PlanElements, bit: Node): Node => and(graph, there, bit)

/** Elements that certainly count, and that may count. */
const counting = (elements: PlanElements, { certain, possible }: PlanTruth) => ({ certain: present(elements, certain), possible: present(elements, possible) })

/** How many elements count, from those that certainly do to those that may. */
export const countOf = (elements: PlanElements, where: PlanTruth): PlanValue => {
  const { graph, list, open } = elements
  const { certain, possible } = counting(elements, where)
  const to = choose(graph, open, graph.constant(Infinity), countElements(graph, list, possible))
  return numberBetween(graph, { number: countElements(graph, list, certain) }, { number: to }, 1)
}

/** Whether at least one element counts. */
export const anyOf = (elements: PlanElements, where: PlanTruth): PlanTruth => {
  const { graph, list, open } = elements
  const { certain, possible } = counting(elements, where)
  const some = anyElement(graph, list, certain)
  return { certain: some, possible: or(graph, some, or(graph, anyElement(graph, list, possible), open)) }
}

/** Whether every element counts; true of an empty list. */
export const everyOf = (elements: PlanElements, { certain, possible }: PlanTruth): PlanTruth => {
  const { graph, list, open } = elements
  const fails = anyElement(graph, list, present(elements, not(graph, possible)))
  const mayFail = anyElement(graph, list, present(elements, not(graph, certain)))
  return { certain: not(graph, or(graph, fails, or(graph, mayFail, open))), possible: not(graph, fails) }
}

/** Part of the base that counts, as a quotient; not applicable of an empty base. */
export const shareOf = (elements: PlanElements, among: PlanTruth, where: PlanTruth): PlanValue => {
  const { graph, list, open } = elements
  const base = counting(elements, among)
  const count = (bit: Node) => countElements(graph, list, bit)
  const yes = count(and(graph, base.certain, where.certain))
  const perhapsYes = count(and(graph, base.possible, where.possible))
  const certainBase = base.certain === base.possible ? count(base.certain) : undefined
  const whole = (part: Node, rest: Node) => higher(graph, certainBase ?? add(graph, part, count(rest)), graph.constant(1))
  const from = quotient(yes, whole(yes, and(graph, base.possible, not(graph, where.certain))))
  const to = quotient(perhapsYes, whole(perhapsYes, and(graph, base.certain, not(graph, where.possible))))
  const absence: Absence = {
    never: not(graph, or(graph, anyElement(graph, list, base.possible), open)),
    perhaps: not(graph, anyElement(graph, list, base.certain)),
  }
  return numberBetween(graph, chooseQuotient(graph, open, constantQuotient(graph, 0), from), chooseQuotient(graph, open, constantQuotient(graph, 1), to), 1, absence)
}

/** A number of each element, where it counts; its ends as quotients, whose divisors are the same for all elements. */
interface Measured {
  readonly from: Quotient
  readonly to: Quotient
  /** May count, and applies perhaps. */
  readonly may: Node
  /** Counts and applies certainly. */
  readonly must: Node
  /** Others may count. */
  readonly open: Node
  readonly scale: number
}

/** Quotients are only looked over where their divisor is outside the list: then it divides what was found. */
const outsideDivisor = ({ list }: PlanElements, { divisor }: Quotient): void => {
  if (divisor !== undefined && divisor.scope === list.scope) throw new Unplannable('an aggregate of quotients, each with a divisor of its own')
}

const measured = (elements: PlanElements, where: PlanTruth, value: PlanValue): Measured => {
  const { graph, open } = elements
  const number = value.kind === 'open' ? anythingOf(graph, 'number', value.absence) : value
  if (number.kind !== 'number') throw new Unplannable(`an aggregate of ${value.kind}`)
  outsideDivisor(elements, number.from)
  outsideDivisor(elements, number.to)
  const { certain, possible } = counting(elements, where)
  const { never, perhaps } = value.absence
  return { from: number.from, to: number.to, may: and(graph, possible, not(graph, never)), must: and(graph, certain, not(graph, perhaps)), open, scale: number.scale }
}

/** Sum over the elements that count; one for which it is not applicable is left out. */
export const sumOf = (elements: PlanElements, where: PlanTruth, value: PlanValue): PlanValue => {
  const { graph, list } = elements
  const { from, to, may, must, open, scale } = measured(elements, where, value)
  const zero = graph.constant(0)
  const part = (end: Node, pick: typeof lower) => choose(graph, must, end, choose(graph, may, pick(graph, end, zero), zero))
  const total = ({ number, divisor }: Quotient, pick: typeof lower, unknown: number) => quotient(choose(graph, open, graph.constant(unknown), sumElements(graph, list, part(number, pick))), divisor)
  return numberBetween(graph, total(from, lower, -Infinity), total(to, higher, Infinity), scale)
}

/** One way to look for an extreme; the greatest is the least with its ends exchanged. */
interface Extreme {
  readonly reach: (graph: Graph, list: List, number: Node) => Node
  readonly opposite: (graph: Graph, list: List, number: Node) => Node
  readonly none: number
}

const extremes: Readonly<Record<'min' | 'max', Extreme>> = {
  min: { reach: leastElement, opposite: greatestElement, none: Infinity },
  max: { reach: greatestElement, opposite: leastElement, none: -Infinity },
}

/** Least or greatest over the elements that count; not applicable over none. */
export const extremeOf = (elements: PlanElements, where: PlanTruth, value: PlanValue, name: 'min' | 'max'): PlanValue => {
  const { graph, list } = elements
  const { from, to, may, must, open, scale } = measured(elements, where, value)
  const { reach, opposite, none } = extremes[name]
  const [near, far] = name === 'min' ? [from, to] : [to, from]
  const without = graph.constant(none)
  const some = anyElement(graph, list, must)
  const end = quotient(choose(graph, open, graph.constant(-none), reach(graph, list, choose(graph, may, near.number, without))), near.divisor)
  const certain = reach(graph, list, choose(graph, must, far.number, without))
  const possible = choose(graph, open, without, opposite(graph, list, choose(graph, may, far.number, graph.constant(-none))))
  const bound = quotient(choose(graph, some, certain, possible), far.divisor)
  const absence: Absence = { never: not(graph, or(graph, anyElement(graph, list, may), open)), perhaps: not(graph, some) }
  const exact = sameQuotient(near, far) && may === must && isConstant(open, 0)
  const [low, high] = exact ? [end, end] : name === 'min' ? [end, bound] : [bound, end]
  return numberBetween(graph, low, high, scale, absence)
}

/**
 * The value of the first element that counts, in the order of the list; not applicable where none does. Where it may be
 * one of several numbers or texts that differ, the interpreter tells.
 */
export const firstOf = (elements: PlanElements, where: PlanTruth, value: PlanValue): PlanValue => {
  const { graph, list, standsIn } = elements
  const certain = present(elements, where.certain)
  const possible = or(graph, present(elements, where.possible), and(graph, standsIn, where.possible))
  const candidate = and(graph, possible, not(graph, earlierElement(graph, list, certain)))
  const may = and(graph, candidate, not(graph, value.absence.never))
  const none = not(graph, anyElement(graph, list, certain))
  const absence: Absence = {
    never: not(graph, anyElement(graph, list, may)),
    perhaps: or(graph, none, anyElement(graph, list, and(graph, candidate, value.absence.perhaps))),
  }
  return firstValue(elements, value, may, absence)
}

const firstValue = (elements: PlanElements, value: PlanValue, may: Node, absence: Absence): PlanValue => {
  const { graph, list } = elements
  const anyWith = (bit: Node) => anyElement(graph, list, and(graph, may, bit))
  const least = (number: Node) => leastElement(graph, list, choose(graph, may, number, graph.constant(Infinity)))
  const greatest = (number: Node) => greatestElement(graph, list, choose(graph, may, number, graph.constant(-Infinity)))
  if (value.kind === 'open') return { kind: 'open', absence }
  if (value.kind === 'truth') return { kind: 'truth', yes: anyWith(value.yes), no: anyWith(value.no), any: anyWith(value.any), absence }
  if (value.kind === 'day') return { kind: 'day', from: least(value.from), to: greatest(value.to), absence }
  if (value.kind === 'number') return firstNumber(elements, value, { from: quotient(least(value.from.number), value.from.divisor), to: quotient(greatest(value.to.number), value.to.divisor) }, not(graph, anyWith(not(graph, isSet(graph, value)))), absence)
  if (value.kind === 'codes') return firstCodes(elements, value, may, anyWith, absence)
  return firstText(graph, value, anyWith, { least, greatest }, absence)
}

const firstNumber = (elements: PlanElements, value: ValueOf<'number'>, { from, to }: Pick<ValueOf<'number'>, 'from' | 'to'>, sets: Node, absence: Absence): PlanValue => {
  const { graph } = elements
  outsideDivisor(elements, value.from)
  outsideDivisor(elements, value.to)
  graph.exempt(and(graph, sets, lessQuotient(graph, from, to)))
  return numberBetween(graph, from, to, value.scale, absence)
}

/** Of several lists that may be the first the interpreter tells. */
const firstCodes = ({ graph, list }: PlanElements, value: ValueOf<'codes'>, may: Node, anyWith: (bit: Node) => Node, absence: Absence): PlanValue => {
  graph.exempt(anyElement(graph, list, and(graph, may, earlierElement(graph, list, may))))
  return { kind: 'codes', texts: value.texts, certainly: (text) => anyWith(value.certainly(text)), possibly: (text) => anyWith(value.possibly(text)), any: anyWith(value.any), whole: anyWith(value.whole), absence }
}

interface Extremes {
  readonly least: (number: Node) => Node
  readonly greatest: (number: Node) => Node
}

const firstText = (graph: Graph, value: PlanValue, anyWith: (bit: Node) => Node, { least, greatest }: Extremes, absence: Absence): PlanValue => {
  const [only] = value.kind === 'text' ? value.options : []
  if (value.kind !== 'text' || value.options.length !== 1 || only?.text.kind !== 'code' || !isConstant(only.gate, 1)) throw new Unplannable(`the latest of what is no answer, or is ${value.kind}`)
  const any = anyWith(value.any)
  const gate = not(graph, any)
  const [low, high] = [least(only.text.code), greatest(only.text.code)]
  graph.exempt(and(graph, gate, less(graph, low, high)))
  return { kind: 'text', options: [{ gate, text: { ...only.text, code: asCode(graph, high) } }], any, single: gate, absence }
}
