import type { Graph } from '../graph/graph.ts'
import { and, not, or } from '../graph/bits.ts'
import type { Node } from '../graph/node.ts'
import { known, type Quotient } from './quotient.ts'

/** Strong Kleene truth as two bits: certainly true, and possibly true. */
export interface PlanTruth {
  readonly certain: Node
  readonly possible: Node
}

/** Where `never` is 1 the value is certainly not applicable, where `perhaps` is 1 that is possible (or certain). */
export interface Absence {
  readonly perhaps: Node
  readonly never: Node
}

/** One number of several that a value may be, as far as `possible`; the numbers it may be are those of `value`. */
export interface NumberOption {
  readonly possible: Node
  readonly value: PlainNumber
}

interface PlainNumber {
  readonly from: Quotient
  readonly to: Quotient
  readonly scale: number
}

/** One text of several that a value may be, as far as `gate`; a code of 0 is none. */
export interface TextOption {
  readonly gate: Node
  readonly text: PlanText
}

export type PlanText =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly key?: string; readonly text: string }
  | { readonly kind: 'code'; readonly code: Node; readonly domain?: string }

/**
 * What can still be a value, as nodes; the interpreter's `Possible`, told apart by type before anything runs.
 * - `truth`: may be true, may be false; `any` where even that is not known (an open parameter);
 * - `number`: between two ends, in wholes of `scale`. `options` are there where it may be one of several numbers rather than all between:
 *   it is a set where each possible option is one number (`isSet`);
 * - `day`: between two day codes;
 * - `text`: one of its options; anything where `any`. `single` is 1 where only one text is left;
 * - `codes`: several codes of a list; what is certainly and possibly among them by text. `whole` is 1 where nothing is left open;
 * - `open`: anything of any type.
 */
export type PlanValue = { readonly absence: Absence } & (
  | { readonly kind: 'truth'; readonly yes: Node; readonly no: Node; readonly any: Node }
  | ({ readonly kind: 'number'; readonly options?: readonly NumberOption[]; readonly isSet?: Node } & PlainNumber)
  | { readonly kind: 'day'; readonly from: Node; readonly to: Node }
  | { readonly kind: 'text'; readonly options: readonly TextOption[]; readonly any: Node; readonly single: Node }
  | { readonly kind: 'codes'; readonly texts: readonly string[]; readonly certainly: (text: string) => Node; readonly possibly: (text: string) => Node; readonly any: Node; readonly whole: Node }
  | { readonly kind: 'open' }
)

export type ValueOf<Kind extends PlanValue['kind']> = Extract<PlanValue, { readonly kind: Kind }>

export const always = (graph: Graph): Absence => ({ perhaps: graph.bit(false), never: graph.bit(false) })

export const truthOf = (graph: Graph, value: boolean): PlanTruth => ({ certain: graph.bit(value), possible: graph.bit(value) })

export const notTruth = (graph: Graph, { certain, possible }: PlanTruth): PlanTruth => ({ certain: not(graph, possible), possible: not(graph, certain) })

/** A truth as a value to read. */
export const valueOfTruth = (graph: Graph, { certain, possible }: PlanTruth): ValueOf<'truth'> => ({ kind: 'truth', yes: possible, no: not(graph, certain), any: graph.bit(false), absence: always(graph) })

export const numberBetween = (graph: Graph, from: Quotient, to: Quotient, scale: number, absence: Absence = always(graph)): ValueOf<'number'> => ({ kind: 'number', from, to, scale, absence })

/** A number of which nothing is known. */
export const anyNumber = (graph: Graph, absence: Absence): ValueOf<'number'> =>
  numberBetween(graph, { number: graph.constant(-Infinity) }, { number: graph.constant(Infinity) }, 1, absence)

export const dayBetween = (graph: Graph, from: Node, to: Node, absence: Absence = always(graph)): ValueOf<'day'> => ({ kind: 'day', from, to, absence })

/** Whether a value that applies is one of finitely many, each of them one number. */
export const isSet = (graph: Graph, { from, to, isSet: set }: ValueOf<'number'>): Node => set ?? known(graph, from, to)

/** Either absence: of a value read from both. */
export const eitherAbsence = (graph: Graph, a: Absence, b: Absence): Absence => ({ perhaps: or(graph, a.perhaps, b.perhaps), never: or(graph, a.never, b.never) })

/** The same value, which is perhaps or certainly not applicable besides. */
export const withAbsence = <Value extends PlanValue>(graph: Graph, value: Value, absence: Absence): Value => ({ ...value, absence: eitherAbsence(graph, value.absence, absence) })

/** Nothing more can change: one value, or certainly not applicable. */
export const isCertain = (graph: Graph, value: PlanValue): Node => or(graph, value.absence.never, and(graph, not(graph, value.absence.perhaps), isSingle(graph, value)))

/** Of a value that applies: only one is left. */
const isSingle = (graph: Graph, value: PlanValue): Node => {
  if (value.kind === 'truth') return and(graph, not(graph, value.any), not(graph, and(graph, value.yes, value.no)))
  if (value.kind === 'number') return known(graph, value.from, value.to)
  if (value.kind === 'day') return known(graph, { number: value.from }, { number: value.to })
  if (value.kind === 'text') return value.single
  return value.kind === 'codes' ? value.whole : graph.bit(false)
}
