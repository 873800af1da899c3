import { dayCode, valueOf, type Graph, type Node, type Op } from '@tieuchi/runtime/plan'
import type { Moment } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Sql } from './day-sql.ts'

/** How a node is said in SQL: bits as booleans, codes as integers, numbers as doubles. */
export interface NodeQuestion {
  readonly node: Node
  readonly graph: Graph
  readonly moment: Moment
  readonly inputs: readonly Sql[]
  /** Something of the record the node is of: an answer, or a column of its own. */
  readonly own: (node: Node) => Sql
}

type Say = (question: NodeQuestion) => Sql

const two = (write: (a: Sql, b: Sql) => Sql): Say => ({ inputs: [a, b] }) => {
  if (!a || !b) throw new Error('The operation takes two inputs')
  return write(a, b)
}

const one = (write: (a: Sql) => Sql): Say => ({ inputs: [a] }) => {
  if (!a) throw new Error('The operation takes an input')
  return write(a)
}

/** A value of the law or of the rules, as one of its lane. */
const literal = (lane: Node['lane'], value: number): Sql => {
  if (lane === 'bit') return value === 0 ? sql`false` : sql`true`
  if (lane === 'code') return sql.lit(value)
  if (Number.isFinite(value)) return sql`${sql.raw(String(value))}::float8`
  return value > 0 ? sql`'infinity'::float8` : sql`'-infinity'::float8`
}

const parameter: Say = ({ node: { detail, lane }, graph }) => {
  const input = detail.kind === 'index' ? graph.parameters[detail.index] : undefined
  if (!input) throw new Error('A parameter has an input')
  return literal(lane, input.value)
}

const moment: Say = ({ node: { detail }, moment: at }) => {
  if (detail.kind !== 'moment') throw new Error('A moment has a name')
  return literal('number', dayCode(at[detail.name]))
}

const chosen: Say = ({ inputs: [bit, then, otherwise] }) => {
  if (!bit || !then || !otherwise) throw new Error('A choice has three inputs')
  return sql`case when ${bit} then ${then} else ${otherwise} end`
}

const picked: Say = ({ inputs: [index, ...entries] }) => {
  if (!index) throw new Error('A pick has a code')
  return sql`case ${index} ${sql.join(entries.map((entry, place) => sql`when ${sql.lit(place)} then ${entry}`), sql` `)} end`
}

const membership: Say = ({ node: { detail }, inputs: [code] }) => {
  if (!code || detail.kind !== 'codes') throw new Error('A membership has an input and codes')
  return detail.codes.length === 0 ? sql`false` : sql`${code} in (${sql.join(detail.codes.map((each) => sql.lit(each)))})`
}

/** Where it means something the divisor is greater than 0; elsewhere nobody reads what comes out. */
const divided = (round: Sql): Say => two((a, b) => sql`${round}(${a} / nullif(${b}, 0))`)

const own: Say = ({ node, own: read }) => read(node)

/** Every operation as SQL; those over lists are said over the rows of the list, in the order of their `ord`. */
const operations: Readonly<Record<Op, Say>> = {
  constant: ({ node }) => literal(node.lane, valueOf(node)),
  parameter,
  moment,
  answer: own,
  complete: own,
  since: own,
  listed: own,
  and: two((a, b) => sql`${a} and ${b}`),
  or: two((a, b) => sql`${a} or ${b}`),
  not: one((a) => sql`not ${a}`),
  less: two((a, b) => sql`${a} < ${b}`),
  atMost: two((a, b) => sql`${a} <= ${b}`),
  equal: two((a, b) => sql`${a} = ${b}`),
  oneOf: membership,
  add: two((a, b) => sql`${a} + ${b}`),
  subtract: two((a, b) => sql`${a} - ${b}`),
  multiply: two((a, b) => sql`${a} * ${b}`),
  lower: two((a, b) => sql`least(${a}, ${b})`),
  higher: two((a, b) => sql`greatest(${a}, ${b})`),
  floorDivide: divided(sql`floor`),
  ceilDivide: divided(sql`ceil`),
  choose: chosen,
  pick: picked,
  any: one((a) => sql`coalesce(bool_or(${a}), false)`),
  count: one((a) => sql`(count(*) filter (where ${a}))::float8`),
  sum: one((a) => sql`coalesce(sum(${a}), 0)`),
  least: one((a) => sql`coalesce(min(${a}), 'infinity')`),
  greatest: one((a) => sql`coalesce(max(${a}), '-infinity')`),
  earlier: one((a) => sql`coalesce(bool_or(${a}) over (order by ord rows between unbounded preceding and 1 preceding), false)`),
}

export const nodeSql = (question: NodeQuestion): Sql => sql`(${operations[question.node.op](question)})`

/** Operations that look over a list and lead out of it. */
export const isReduction = ({ op }: Node): boolean => op === 'any' || op === 'count' || op === 'sum' || op === 'least' || op === 'greatest'
