import type { AggregateForms } from '../../aggregates/aggregate-forms.ts'
import type { Aggregate } from '../../aggregates/aggregate.ts'
import { findAggregate } from '../../aggregates/aggregates.ts'
import type { AggregateName } from '../../documents/logic-document.ts'
import { and, not, some } from '../graph/bits.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { anyOf, countOf, everyOf, extremeOf, shareOf, sumOf, withOthers, type PlanElements } from './aggregates.ts'
import { divideNumbers } from './arithmetic.ts'
import { planForms } from './compare.ts'
import { oneOf } from './one-of.ts'
import { asNumber } from './plan-arithmetic.ts'
import { notTruth, valueOfTruth, withAbsence, type PlanTruth, type PlanValue } from './plan-value.ts'
import { Unplannable } from './unplannable.ts'

/** A list as aggregates look at it: which elements there are, which count, out of which, and what is taken of each. */
export interface PlanList {
  readonly elements: PlanElements
  readonly where: PlanTruth
  readonly among: PlanTruth
  readonly value?: PlanValue
}

type Forms = AggregateForms<PlanList, PlanValue, PlanTruth>

const taken = ({ value }: PlanList): PlanValue => {
  if (!value) throw new Unplannable('what is taken of each, where nothing is')
  return value
}

/** False of what does not apply, and never certain where that is possible. */
const applicable = (graph: Graph, truth: PlanTruth, sides: readonly PlanValue[]): PlanTruth => ({
  certain: and(graph, truth.certain, not(graph, some(graph, sides.map(({ absence }) => absence.perhaps)))),
  possible: and(graph, truth.possible, not(graph, some(graph, sides.map(({ absence }) => absence.never)))),
})

/** Comparisons as rules make them. */
const comparisons = (graph: Graph): Pick<Forms, 'same' | 'less' | 'among' | 'contains'> => {
  const { same, less, among, contains } = planForms(graph)
  return {
    same: (a, b) => applicable(graph, same(a, b), [a, b]),
    less: (a, b) => applicable(graph, less(a, b), [a, b]),
    among: (left, list) => applicable(graph, among(left, list), [left, ...list]),
    contains: (left, code) => applicable(graph, contains(left, code), [left, code]),
  }
}

/** What aggregates are built of here. */
const aggregateForms = (graph: Graph): Forms => ({
  ...planForms(graph),
  ...comparisons(graph),
  count: ({ elements, where }) => countOf(elements, where),
  any: ({ elements, where }) => anyOf(elements, where),
  every: ({ elements, where }) => everyOf(elements, where),
  share: ({ elements, where, among }) => shareOf(elements, among, where),
  sum: (list) => sumOf(list.elements, list.where, taken(list)),
  leastOf: (list) => extremeOf(list.elements, list.where, taken(list), 'min'),
  greatestOf: (list) => extremeOf(list.elements, list.where, taken(list), 'max'),
  which: (list, holds) => {
    const held = holds(taken(list))
    return { ...list, where: { certain: and(graph, list.where.certain, held.certain), possible: and(graph, list.where.possible, held.possible) } }
  },
  each: (list, change) => ({ ...list, value: change(taken(list)) }),
  choose: ({ certain, possible }, then, otherwise) => oneOf(graph, [{ possible, value: then }, { possible: not(graph, certain), value: otherwise }], certain === possible),
  only: ({ certain, possible }, value) => withAbsence(graph, value, { perhaps: not(graph, certain), never: not(graph, possible) }),
  divide: (a, b) => divideNumbers(graph, [asNumber(graph, a), asNumber(graph, b)]),
  truth: (truth) => valueOfTruth(graph, truth),
})

/** Where one that nobody listed may make a difference, as the interpreter has it. */
const mayPlay = (graph: Graph, { others }: Aggregate, { where, among }: PlanList): Node =>
  (others === 'failing' ? notTruth(graph, where).possible : others === 'base' ? among.possible : where.possible)

/** What an aggregate comes to over a list. */
export const compileAggregate = (name: AggregateName, list: PlanList): PlanValue => {
  const { graph } = list.elements
  const aggregate = findAggregate(name)
  if (!aggregate) throw new Unplannable(`${name}, whose package is not installed`)
  return aggregate.plan(aggregateForms(graph), { ...list, elements: withOthers(list.elements, mayPlay(graph, aggregate, list)) })
}
