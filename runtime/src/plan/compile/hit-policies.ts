import type { HitPolicy } from '../../documents/logic-document.ts'
import { and, not, or, some } from '../graph/bits.ts'
import { isConstant, type Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { addQuotients } from './arithmetic.ts'
import { anythingOf, oneOf, type Candidate } from './one-of.ts'
import { numberBetween, type Absence, type PlanTruth, type PlanValue, type ValueOf } from './plan-value.ts'
import { chooseQuotient, constantQuotient, higherQuotient, lowerQuotient, sameQuotient, type Quotient } from './quotient.ts'
import { aligned } from './scale.ts'
import { Unplannable } from './unplannable.ts'

/** A row with its truth and, for one output column, its value. */
export interface PlanRow {
  readonly truth: PlanTruth
  readonly output: PlanValue
}

/** Whether all rows are certainly true or certainly false, whatever the household. */
const isTwoValued = (rows: readonly PlanRow[]): boolean => rows.every(({ truth }) => truth.certain === truth.possible)

const withoutRow = (graph: Graph, candidates: readonly Candidate[], none: Node, exclusive: boolean): PlanValue => {
  const value = oneOf(graph, candidates, exclusive)
  return { ...value, absence: { ...value.absence, perhaps: or(graph, value.absence.perhaps, none) } }
}

/** The first row that holds: unknown rows above the first true one, and that one, may be it. */
const firstRow = (graph: Graph, rows: readonly PlanRow[]): PlanValue => {
  let before = graph.bit(false)
  const candidates: Candidate[] = []
  for (const { truth, output } of rows) {
    candidates.push({ possible: and(graph, truth.possible, not(graph, before)), value: output })
    before = or(graph, before, truth.certain)
  }
  return withoutRow(graph, candidates, not(graph, before), isTwoValued(rows))
}

/** The row that holds, of which there is one: with two the table contradicts itself, as the interpreter says. */
const uniqueRow = (graph: Graph, rows: readonly PlanRow[]): PlanValue => {
  let one = graph.bit(false)
  for (const { truth } of rows) {
    graph.exempt(and(graph, one, truth.certain))
    one = or(graph, one, truth.certain)
  }
  const candidates = rows.map(({ truth, output }) => ({ possible: or(graph, truth.certain, and(graph, truth.possible, not(graph, one))), value: output }))
  return withoutRow(graph, candidates, not(graph, one), isTwoValued(rows))
}

interface NumberRow {
  readonly from: Quotient
  readonly to: Quotient
  /** May hold, and applies perhaps. */
  readonly may: Node
  /** Holds and applies certainly. */
  readonly must: Node
}

const numberRows = (graph: Graph, rows: readonly PlanRow[]): { readonly parts: readonly NumberRow[]; readonly scale: number } => {
  const values = rows.map(({ output }): ValueOf<'number'> => {
    const number = output.kind === 'open' ? anythingOf(graph, 'number', output.absence) : output
    if (number.kind !== 'number') throw new Unplannable(`a table that adds up or compares ${output.kind}`)
    return number
  })
  const numbers = aligned(graph, values)
  const parts = numbers.map(({ from, to, absence }, index) => {
    const truth = rows[index]?.truth
    if (!truth) throw new Error('Each row has a truth')
    return { from, to, may: and(graph, truth.possible, not(graph, absence.never)), must: and(graph, truth.certain, not(graph, absence.perhaps)) }
  })
  return { parts, scale: numbers[0]?.scale ?? 1 }
}

const sumOfRows = (graph: Graph, rows: readonly PlanRow[]): PlanValue => {
  const { parts, scale } = numberRows(graph, rows)
  const zero = constantQuotient(graph, 0)
  const total = (side: 'from' | 'to', pick: typeof lowerQuotient) =>
    parts.map((part) => chooseQuotient(graph, part.must, part[side], chooseQuotient(graph, part.may, pick(graph, part[side], zero), zero))).reduce((a, b) => addQuotients(graph, a, b), zero)
  return numberBetween(graph, total('from', lowerQuotient), total('to', higherQuotient), scale)
}

/** Greatest output of the rows that hold; not applicable where none does. */
const maxOfRows = (graph: Graph, rows: readonly PlanRow[]): PlanValue => {
  const { parts, scale } = numberRows(graph, rows)
  const [below, above] = [constantQuotient(graph, -Infinity), constantQuotient(graph, Infinity)]
  const someMust = some(graph, parts.map(({ must }) => must))
  const greatest = (side: 'from' | 'to', bit: 'may' | 'must') => parts.map((part) => chooseQuotient(graph, part[bit], part[side], below)).reduce((a, b) => higherQuotient(graph, a, b))
  const least = parts.map(({ from, may }) => chooseQuotient(graph, may, from, above)).reduce((a, b) => lowerQuotient(graph, a, b))
  const exact = parts.every(({ from, to, may, must }) => sameQuotient(from, to) && may === must)
  const to = greatest('to', 'may')
  const absence: Absence = { never: not(graph, some(graph, parts.map(({ may }) => may))), perhaps: not(graph, someMust) }
  return numberBetween(graph, exact ? to : chooseQuotient(graph, someMust, greatest('from', 'must'), least), to, scale, absence)
}

const constantText = ({ output }: PlanRow): string | undefined => {
  const [only] = output.kind === 'text' ? output.options : []
  return output.kind === 'text' && output.options.length === 1 && only?.text.kind === 'constant' && isConstant(output.any, 0) ? only.text.text : undefined
}

/** The codes of all rows that hold. What is no code of the rules themselves the interpreter collects. */
export const collectPlanCodes = (graph: Graph, rows: readonly PlanRow[]): PlanValue => {
  const coded = rows.map((row) => ({ text: constantText(row), row }))
  if (coded.some(({ text }) => text === undefined)) throw new Unplannable('a table that collects what is no code')
  const texts = [...new Set(coded.flatMap(({ text }) => text ?? []))]
  const bitOf = (text: string, side: 'certain' | 'possible') => some(graph, coded.filter((each) => each.text === text).map(({ row }) => row.truth[side]))
  const certainly = new Map(texts.map((text) => [text, bitOf(text, 'certain')]))
  const possibly = new Map(texts.map((text) => [text, bitOf(text, 'possible')]))
  const never = graph.bit(false)
  const open = some(graph, texts.map((text) => and(graph, possibly.get(text) ?? never, not(graph, certainly.get(text) ?? never))))
  return {
    kind: 'codes', texts,
    certainly: (text) => certainly.get(text) ?? never,
    possibly: (text) => possibly.get(text) ?? never,
    any: never, whole: not(graph, open), absence: { never, perhaps: never },
  }
}

const policies: Readonly<Record<HitPolicy, (graph: Graph, rows: readonly PlanRow[]) => PlanValue>> = {
  first: firstRow,
  unique: uniqueRow,
  collect: collectPlanCodes,
  sum: sumOfRows,
  max: maxOfRows,
}

/** The value of one output column, from its rows in order. */
export const applyPlanPolicy = (graph: Graph, policy: HitPolicy, rows: readonly PlanRow[]): PlanValue => policies[policy](graph, rows)

