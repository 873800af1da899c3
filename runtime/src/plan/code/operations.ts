import { codeOfLane, laneName, listedName, wordOfCode } from '../records/lane-name.ts'
import { yesCode, noCode } from '../records/encode-answer.ts'
import { isConstant, valueOf } from '../graph/graph.ts'
import type { AnswerLane, Node, Op } from '../graph/node.ts'
import { code, identifier, type Code } from './template.ts'

/** How a node is computed from the code of its inputs. */
export interface Operation {
  readonly node: Node
  readonly inputs: readonly Code[]
  /** The record that answers of the node's scope stand in. */
  readonly record: Code
  /** The name of a table that tells by code, made where it is first asked for. */
  readonly table: (node: Node) => Code
}

type Compute = (operation: Operation) => Code

const two = (write: (a: Code, b: Code) => Code): Compute => ({ inputs: [a, b] }) => {
  if (!a || !b) throw new Error('The operation takes two inputs')
  return write(a, b)
}

const readLane = (record: Code, name: Code, lane: AnswerLane): Code => {
  if (lane === 'yes') return code`(${record}.${name} === ${yesCode})`
  if (lane === 'no') return code`(${record}.${name} === ${noCode})`
  const index = codeOfLane(lane)
  return index === undefined ? code`${record}.${name}` : code`((${record}.${name} >>> ${wordOfCode(index).bit}) & 1)`
}

/** Codes that a shift by the code can tell; it takes the code by its five lowest bits. */
const shiftable = 31

const membership: Compute = ({ node, inputs: [a], table }) => {
  const [input] = node.inputs
  if (!a || !input || node.detail.kind !== 'codes') throw new Error('A membership has an input and codes')
  if (input.bounds.to > shiftable) return code`${table(node)}[${a}]`
  return code`((${node.detail.codes.reduce((mask, each) => (mask | (1 << each)) >>> 0, 0)} >>> ${a}) & 1)`
}

const chosen: Compute = ({ node, inputs: [bit, then, otherwise] }) => {
  const [, one, zero] = node.inputs
  if (!bit || !then || !otherwise || !one || !zero) throw new Error('A choice has three inputs')
  return isConstant(one, 1) && isConstant(zero, 0) ? code`(${bit} & 1)` : code`(${bit} ? ${then} : ${otherwise})`
}

const picked: Compute = ({ node, inputs: [index, ...entries], table }) => {
  if (!index) throw new Error('A pick has a code')
  if (node.inputs.slice(1).every(({ scope }) => scope === 'uniform')) return code`${table(node)}[${index}]`
  return entries.reduceRight((rest, entry, place) => code`(${index} === ${place} ? ${entry} : ${rest})`)
}

const outside: Compute = ({ node }) => {
  throw new Error(`Node ${node.id} is found in a loop`)
}

/** Every operation as JavaScript; those over lists are written by the loops of `object-code.ts`. */
const operations: Readonly<Record<Op, Compute>> = {
  constant: ({ node }) => code`${valueOf(node)}`,
  parameter: ({ node: { detail } }) => identifier('p', detail.kind === 'index' ? detail.index : 0),
  moment: ({ node: { detail } }) => identifier('d', detail.kind === 'moment' ? momentNames.indexOf(detail.name) : 0),
  answer: ({ node: { detail }, record }) => {
    if (detail.kind !== 'answer') throw new Error('An answer has a position')
    return readLane(record, laneName(detail.position, detail.name), detail.name)
  },
  complete: ({ record }) => code`${record}.complete`,
  since: ({ record }) => code`${record}.since`,
  listed: ({ record }) => code`${record}.${listedName}`,
  and: two((a, b) => code`(${a} & ${b})`),
  or: two((a, b) => code`(${a} | ${b})`),
  not: ({ inputs: [a] }) => (a ? code`(${a} ^ 1)` : code`1`),
  less: two((a, b) => code`(${a} < ${b})`),
  atMost: two((a, b) => code`(${a} <= ${b})`),
  equal: two((a, b) => code`(${a} === ${b})`),
  oneOf: membership,
  add: two((a, b) => code`(${a} + ${b})`),
  subtract: two((a, b) => code`(${a} - ${b})`),
  multiply: two((a, b) => code`(${a} * ${b})`),
  lower: two((a, b) => code`Math.min(${a}, ${b})`),
  higher: two((a, b) => code`Math.max(${a}, ${b})`),
  floorDivide: two((a, b) => code`Math.floor(${a} / ${b})`),
  ceilDivide: two((a, b) => code`Math.ceil(${a} / ${b})`),
  choose: chosen,
  pick: picked,
  any: outside,
  count: outside,
  sum: outside,
  least: outside,
  greatest: outside,
  earlier: outside,
}

/** The moments in the order in which generated code gets them. */
export const momentNames = ['law_at', 'facts_at', 'unit_at'] as const

export const computeCode = (operation: Operation): Code => operations[operation.node.op](operation)

/** Operations that look over a list and lead out of it. */
export const isReduction = ({ op }: Node): boolean => op === 'any' || op === 'count' || op === 'sum' || op === 'least' || op === 'greatest'

const comparing: ReadonlySet<Op> = new Set<Op>(['less', 'atMost', 'equal'])

/** Whether the code of a node is true or false rather than 1 or 0. */
export const isBoolean = ({ op, detail }: Node): boolean => comparing.has(op) || (op === 'answer' && detail.kind === 'answer' && (detail.name === 'yes' || detail.name === 'no'))
