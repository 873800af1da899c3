import { bitsOfLane, bitsOfWord, type PackedBits } from '../dictionary/packing.ts'
import type { PlanField } from '../dictionary/plan-dictionary.ts'
import { laneName, listedName } from '../records/lane-name.ts'
import { openEndsOf } from '../records/encode-answer.ts'
import { noCode, yesCode } from '../records/encode-entry.ts'
import { isFinite } from '../graph/bounds.ts'
import { isConstant, valueOf } from '../graph/graph.ts'
import type { AnswerLane, AnswerPosition, Node, Op } from '../graph/node.ts'
import { code, identifier, type Code } from './template.ts'

/** How a node is computed from the code of its inputs. */
export interface Operation {
  readonly node: Node
  readonly inputs: readonly Code[]
  /** The record that answers of the node's scope stand in. */
  readonly record: Code
  /** The code that looks a node up in a table, made where it is first asked for. */
  readonly lookUp: (node: Node, index: Code) => Code
  /** A question, of which a record holds the answer; undefined of what is asked of an earlier decision. */
  readonly field: (position: AnswerPosition) => PlanField | undefined
  /** The name of a word of packed lanes, read where it is first asked for. */
  readonly word: (place: AnswerPosition['place'], word: number) => Code
}

type Compute = (operation: Operation) => Code

const two = (write: (a: Code, b: Code) => Code): Compute => ({ inputs: [a, b] }) => {
  if (!a || !b) throw new Error('The operation takes two inputs')
  return write(a, b)
}

/** Bits of a word that was read before. */
const unpack = (word: Code, { shift, width }: PackedBits): Code => {
  const shifted = shift === 0 ? word : code`(${word} >>> ${shift})`
  return shift + width === bitsOfWord ? shifted : code`(${shifted} & ${2 ** width - 1})`
}

const readOwnLane = (record: Code, position: AnswerPosition, lane: AnswerLane): Code => {
  const name = laneName(position, lane)
  if (lane === 'yes') return code`(${record}.${name} === ${yesCode})`
  return lane === 'no' ? code`(${record}.${name} === ${noCode})` : code`${record}.${name}`
}

/** An answer; an end that is not there is an infinity, unless the program takes all ends to be there. */
const answered: Compute = ({ node: { detail, bounds }, record, field: fieldAt, word }) => {
  if (detail.kind !== 'answer') throw new Error('An answer has a position')
  const { position, name } = detail
  const field = fieldAt(position)
  const bits = field && bitsOfLane(field.packed, name)
  if (bits) return unpack(word(position.place, bits.word), bits)
  const lane = readOwnLane(record, position, name)
  if (!field || ((name !== 'from' || !bounds.below) && (name !== 'to' || !bounds.above))) return lane
  const ends = openEndsOf(field.encoding)
  const [open, infinity] = name === 'from' ? [ends.f, -Infinity] : [ends.t, Infinity]
  return open === infinity ? lane : code`(${lane} === ${open} ? ${infinity} : ${lane})`
}

/** Codes that a shift by the code can tell; it takes the code by its five lowest bits. */
const shiftable = 31

const membership: Compute = ({ node, inputs: [a], lookUp }) => {
  const [input] = node.inputs
  if (!a || !input || node.detail.kind !== 'codes') throw new Error('A membership has an input and codes')
  if (input.bounds.to > shiftable) return lookUp(node, a)
  return code`((${node.detail.codes.reduce((mask, each) => (mask | (1 << each)) >>> 0, 0)} >>> ${a}) & 1)`
}

/** Whole numbers that the machine adds and masks as such. */
const largestSmall = 2 ** 30

export const isSmall = ({ bounds }: Node): boolean => isFinite(bounds) && bounds.from >= -largestSmall && bounds.to <= largestSmall

/** A choice; between a small number and none without a branch. */
const chosen: Compute = ({ inputs: [bit, then, otherwise], node: { inputs: [, one, zero] } }) => {
  if (!bit || !then || !otherwise || !one || !zero) throw new Error('A choice has three inputs')
  if (isConstant(zero, 0) && isConstant(one, 1)) return code`(${bit} & 1)`
  return isConstant(zero, 0) && isSmall(one) ? code`(-(${bit} & 1) & ${then})` : code`(${bit} ? ${then} : ${otherwise})`
}

const picked: Compute = ({ node, inputs: [index, ...entries], lookUp }) => {
  if (!index) throw new Error('A pick has a code')
  if (node.scope !== 'uniform' && node.inputs.slice(1).every(({ scope }) => scope === 'uniform')) return lookUp(node, index)
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
  answer: answered,
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
export const isBoolean = ({ op, scope }: Node): boolean => comparing.has(op) || (op === 'answer' && (scope === 'entries' || scope === 'memberEntries'))
