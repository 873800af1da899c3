import type { PlanProgram } from '../compile/compile-program.ts'
import { isConstant, valueOf } from '../graph/graph.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import type { AnswerPosition, List, Node } from '../graph/node.ts'
import { entriesName, wordName } from '../records/lane-name.ts'
import { computeCode, isBoolean, momentNames } from './operations.ts'
import { cutFunctions, type FunctionCut } from './function-cuts.ts'
import { assignSlots, type Slots } from './result-slots.ts'
import { isLength, scheduleRoots, type Item, type Loop } from './schedule.ts'
import { Tables } from './tables.ts'
import { code, identifier, joined, type Code } from './template.ts'

/** A program as JavaScript that makes, of parameters, moments and memory, a function over records. */
export interface ObjectCode {
  /** Names of what it is made of, in order: parameters, moments, scratch bits and numbers, results of household and members. */
  readonly parameters: readonly Code[]
  readonly body: Code
  readonly slots: Slots
  readonly memberSlots: Slots
  /** Bits and numbers that pass from one of its functions to the next. */
  readonly scratch: number
}

const names = { parameters: code`P`, moments: code`D`, bits: code`B`, numbers: code`S`, ints: code`I`, doubles: code`N`, memberInts: code`X`, memberDoubles: code`Y` }

/** How nodes are named: constants by their value. */
type NameOf = (node: Node) => Code

const namer = (): NameOf => {
  const known: Code[] = []
  return (node) => (known[node.id] ??= node.op === 'constant' ? code`${valueOf(node)}` : identifier('n', node.id))
}

const line = (name: Code, value: Code): Code => code`const ${name} = ${value}`

/** What is the same in the code of all loops and functions of a program. */
interface Writer {
  readonly dictionary: PlanDictionary
  readonly nameOf: NameOf
  readonly tables: Tables
  readonly memberSlots: Slots
  loops: number
}

/** The lines of a function or of the body of a loop, and which words of the record they have read. */
interface Lines {
  readonly record: Code
  readonly lines: Code[]
  readonly words: Set<string>
}

const linesOf = (record: Code): Lines => ({ record, lines: [], words: new Set() })

/** Reads a word of packed lanes into a name of its own, once in a block. */
const readWord = ({ record, lines, words }: Lines) => (place: AnswerPosition['place'], word: number): Code => {
  const name = wordName(place, word)
  if (!words.has(name.text)) lines.push(line(name, code`${record}.${name}`))
  words.add(name.text)
  return name
}

const listCode = (record: Code, { scope, history }: List): Code => (scope === 'members' ? code`${record}.members` : code`${record}.${entriesName(history ?? 0)}`)

const expression = (writer: Writer, node: Node, into: Lines): Code => {
  const { nameOf, tables, dictionary } = writer
  if (isLength(node) && node.detail.kind === 'list') return code`${listCode(into.record, node.detail.list)}.length`
  return computeCode({
    node,
    inputs: node.inputs.map(nameOf),
    record: into.record,
    lookUp: (asked, index) => tables.lookUp(asked, index),
    field: ({ place, index }) => (place === 'entries' || place === 'memberEntries' ? undefined : dictionary.fieldAt(place, index)),
    word: readWord(into),
  })
}

const writeNode = (writer: Writer, node: Node, into: Lines): void => {
  const value = expression(writer, node, into)
  into.lines.push(line(writer.nameOf(node), value))
}

/** An element remembers whether one before it had the bit. */
const earlierLines = ({ nameOf }: Writer, node: Node): readonly Code[] => {
  const [bit] = node.inputs
  const state = identifier('s', node.id)
  return bit ? [line(identifier('n', node.id), state), code`${state} |= ${nameOf(bit)}`] : []
}

const starts = { any: 0, count: 0, sum: 0, least: Infinity, greatest: -Infinity } as const

const isStarting = (op: string): op is keyof typeof starts => Object.hasOwn(starts, op)

const update = ({ nameOf }: Writer) => (node: Node): Code => {
  const [input] = node.inputs
  if (!input) throw new Error('A reduction has an input')
  const [name, value] = [nameOf(node), nameOf(input)]
  if (node.op === 'any') return code`${name} |= ${value}`
  if (node.op === 'count') return code`${name} += ${isBoolean(input) ? code`(${value} & 1)` : value}`
  if (node.op === 'sum') return code`${name} += ${value}`
  return node.op === 'least' ? code`if (${value} < ${name}) ${name} = ${value}` : code`if (${value} > ${name}) ${name} = ${value}`
}

const keptLines = ({ nameOf, memberSlots: { of, ints, numbers } }: Writer, kept: readonly Node[], index: Code): readonly Code[] =>
  kept.flatMap((node) => {
    const slot = of.get(node)
    if (!slot) return []
    if (slot.kind === 'bit') return [code`X[${index} * ${ints} + ${slot.word}] |= ${nameOf(node)} << ${slot.bit}`]
    return [slot.kind === 'int' ? code`X[${index} * ${ints} + ${slot.word}] = ${nameOf(node)}` : code`Y[${index} * ${numbers} + ${slot.index}] = ${nameOf(node)}`]
  })

const writeLoop = (writer: Writer, loop: Loop, into: Lines): void => {
  const { nameOf } = writer
  writer.loops += 1
  const [list, index, element] = [identifier('q', writer.loops), identifier('i', writer.loops), identifier('x', writer.loops)]
  const states = loop.body.flatMap((item) => (item.kind === 'node' && item.node.op === 'earlier' ? [code`let ${identifier('s', item.node.id)} = 0`] : []))
  const body = linesOf(element)
  for (const item of loop.body) writeItem(writer, item, body)
  body.lines.push(...loop.reductions.map(update(writer)), ...keptLines(writer, loop.kept, index))
  into.lines.push(
    ...loop.reductions.map((node) => code`let ${nameOf(node)} = ${isStarting(node.op) ? starts[node.op] : 0}`),
    line(list, listCode(into.record, loop.list)),
    code`{\n${joined([...states, code`for (let ${index} = 0; ${index} < ${list}.length; ${index}++) {\nconst ${element} = ${list}[${index}]\n${joined(body.lines, '\n')}\n}`], '\n')}\n}`,
  )
}

const writeItem = (writer: Writer, item: Item, into: Lines): void => {
  if (item.kind === 'loop') writeLoop(writer, item, into)
  else if (item.node.op === 'earlier') into.lines.push(...earlierLines(writer, item.node))
  else writeNode(writer, item.node, into)
}

const scratchOf = (node: Node, place: number): Code => (node.lane === 'number' ? code`${names.numbers}[${place}]` : code`${names.bits}[${place}]`)

/** Results as they stand in memory; several bits in one word. */
const resultLines = ({ nameOf }: Writer, { of, words }: Slots): readonly Code[] => [
  ...words.map((bits, word) => code`I[${word}] = ${joined(bits.map((node, bit) => (bit === 0 ? nameOf(node) : code`(${nameOf(node)} << ${bit})`)), ' | ')}`),
  ...[...of].flatMap(([node, slot]) => (slot.kind === 'bit' ? [] : [slot.kind === 'int' ? code`I[${slot.word}] = ${nameOf(node)}` : code`N[${slot.index}] = ${nameOf(node)}`])),
]

const functionCode = (writer: Writer, { items, loads, stores, fields }: FunctionCut, index: number, end: readonly Code[]): Code => {
  const { nameOf } = writer
  const into = linesOf(code`r`)
  for (const node of fields) writeNode(writer, node, into)
  into.lines.push(...loads.map(({ node, place }) => line(nameOf(node), scratchOf(node, place))))
  for (const item of items) writeItem(writer, item, into)
  into.lines.push(...stores.map(({ node, place }) => code`${scratchOf(node, place)} = ${nameOf(node)}`), ...end)
  return code`function ${identifier('f', index)}(r) {\n${joined(into.lines, '\n')}\n}`
}

/** Bits of what the function over records returns: whether the household escapes, and whether answers are missing after all. */
export const escapes = 1
export const isMissing = 2

/** The code of a program over records. */
export const objectCode = ({ graph, nodes, roots, escape, missing }: PlanProgram): ObjectCode => {
  const computed = roots.filter((node) => node.op !== 'constant')
  const results = computed.filter((node) => node !== escape && node !== missing)
  const slots = assignSlots(results.filter(({ scope }) => scope !== 'members'))
  const memberSlots = assignSlots(results.filter(({ scope }) => scope === 'members'))
  const nameOf = namer()
  const writer: Writer = { dictionary: graph.dictionary, nameOf, tables: new Tables(), memberSlots, loops: 0 }
  const { cuts, scratch } = cutFunctions(scheduleRoots(computed), computed.filter(({ scope }) => scope === 'household'))
  const end = [...resultLines(writer, slots), code`return (${nameOf(escape)} & 1) | ((${nameOf(missing)} & 1) << 1)`]
  const functions = cuts.map((cut, index) => functionCode(writer, cut, index, index === cuts.length - 1 ? end : []))
  const uniform = linesOf(code`r`)
  for (const node of nodes) if (node.scope === 'uniform' && node.op !== 'constant') writeNode(writer, node, uniform)
  const body = [
    ...graph.parameters.map((_parameter, index) => line(identifier('p', index), code`P[${index}]`)),
    ...momentNames.map((_name, index) => line(identifier('d', index), code`D[${index}]`)),
    ...writer.tables.memberships(),
    ...uniform.lines,
    ...writer.tables.grids(nameOf),
    ...functions,
    code`return function (r) {\n${joined(cuts.map((_cut, index) => (index === cuts.length - 1 ? code`return ${identifier('f', index)}(r)` : code`${identifier('f', index)}(r)`)), '\n')}\n}`,
  ]
  return { parameters: Object.values(names), body: joined(body, '\n'), slots, memberSlots, scratch }
}

/** Whether a household always or never escapes, by the program alone. */
export const alwaysEscapes = ({ escape }: PlanProgram): boolean => isConstant(escape, 1)
