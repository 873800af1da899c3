import { ones, zero, type Gate, type Gates } from './gates.ts'
import { schedule, type Asked, type Stage } from './schedule.ts'

/** Code that computes a circuit, and the memory it takes besides the columns. */
export interface KernelCode {
  /** Body of a function that returns the kernel; made of whole numbers and names of ours, never of texts of a document. */
  readonly source: string
  /** Words kept while a block is computed. */
  readonly scratch: number
  readonly householdResults: number
  readonly memberResults: number
  /** Gates that are computed for each block of households, and for each member slot besides. */
  readonly size: { readonly household: number; readonly member: number }
}

/** The optimiser gives up on long functions, and is slow on those with many values at hand. */
const gatesOfFunction = 700
/** An expression of this length gets a name; one that is read twice if it is longer than a name. */
const longestExpression = 240
const longestName = 12

/** Part of a stage that is one function. */
interface Part {
  readonly stage: Stage
  readonly gates: readonly Gate[]
  readonly isLast: boolean
  readonly name: string
}

const partsOf = (stages: readonly Stage[]): readonly Part[] =>
  stages.flatMap((stage, number) => {
    const count = Math.max(1, Math.ceil(stage.gates.length / gatesOfFunction))
    const length = Math.ceil(stage.gates.length / count)
    return Array.from({ length: count }, (_part, index): Part => ({
      stage,
      gates: stage.gates.slice(index * length, (index + 1) * length),
      isLast: index === count - 1,
      name: `f${number}_${index}`,
    }))
  })

/** Gives words of scratch memory to what one function leaves for another. */
class Scratch {
  readonly #words = new Map<string, number>()

  get size(): number {
    return this.#words.size
  }

  word(key: string): string {
    const index = this.#words.get(key) ?? this.#words.size
    this.#words.set(key, index)
    return `t[${index}]`
  }
}

const stateKey = (state: number, pass: number): string => `state ${state} ${pass}`

/** A gate of households keeps its word to the end of the block; one of members only within the stage. */
const gateKey = (gates: Gates, gate: Gate, stage: Stage): string => (gates.record(gate).ofMembers ? `member ${gate} ${stage.pass}` : `household ${gate}`)

/** Every gate a part reads from outside its own gates or writes down: operands, results, and at the end what is carried on. */
const rootsOf = ({ stage, gates: own, isLast }: Part): readonly Gate[] => {
  const here = new Set(own)
  const results = stage.results.flatMap(([, gate]) => (here.has(gate) || (isLast && !stage.gates.includes(gate)) ? [gate] : []))
  return [...results, ...(isLast ? stage.states.map(({ next }) => next) : [])]
}

/** The code that computes what is asked, block by block. */
export const kernelCode = (gates: Gates, asked: Asked): KernelCode => {
  const stages = schedule(gates, asked)
  const parts = partsOf(stages)
  const scratch = new Scratch()
  const kept = keptGates(gates, parts)
  const functions = parts.map((part) => new PartWriter(gates, part, scratch, kept).write())
  const loops = stages.map((stage) => stageCode(gates, stage, parts.filter((part) => part.stage === stage), scratch))
  const source = `"use strict"
${functions.join('\n')}
return function kernel(d, t, u, o, q, run) {
  const { blocks, blockWords, slotStart, slotWords, members, resultStart, memberStart } = run
  for (let block = 0; block < blocks; block += 1) {
    const h = block * blockWords
    const i = resultStart + block * ${asked.household.length}
${loops.join('\n')}
  }
}`
  const sizeOf = (ofMembers: boolean) => stages.filter((stage) => stage.ofMembers === ofMembers).reduce((sum, stage) => sum + stage.gates.length, 0)
  return { source, scratch: scratch.size, householdResults: asked.household.length, memberResults: asked.members.length, size: { household: sizeOf(false), member: sizeOf(true) } }
}

/** Gates that a function other than their own reads. */
const keptGates = (gates: Gates, parts: readonly Part[]): ReadonlySet<Gate> => {
  const kept = new Set<Gate>()
  for (const part of parts) {
    const own = new Set(part.gates)
    const note = (gate: Gate) => {
      if (gate > ones && !own.has(gate) && gates.record(gate).op !== 'source') kept.add(gate)
    }
    for (const gate of part.gates) {
      note(gates.record(gate).a)
      note(gates.record(gate).b)
    }
    rootsOf(part).forEach(note)
  }
  for (const { stage } of parts) for (const { state } of stage.states) kept.add(gates.folds[state]?.first ?? zero)
  return kept
}

const stageCode = (gates: Gates, stage: Stage, parts: readonly Part[], scratch: Scratch): string => {
  if (!stage.ofMembers) return parts.map(({ name }) => `    ${name}(d, h, h, t, u, o, i)`).join('\n')
  const start = stage.states.map(({ state }) => `    ${scratch.word(stateKey(state, stage.pass))} = ${firstOf(gates, gates.folds[state]?.first ?? zero, stage, scratch)}`)
  return `${start.join('\n')}
    for (let slot = 0; slot < members; slot += 1) {
      const b = h + slotStart + slot * slotWords
      const j = memberStart + (block * members + slot) * run.memberResults
${parts.map(({ name }) => `      ${name}(d, h, b, t, u, q, j)`).join('\n')}
    }`
}

const firstOf = (gates: Gates, gate: Gate, stage: Stage, scratch: Scratch): string => {
  const { source } = gates.record(gate)
  if (gate <= ones) return gate === ones ? '-1' : '0'
  return source ? sourceText(gates, gate, stage, scratch) : scratch.word(gateKey(gates, gate, stage))
}

const sourceText = (gates: Gates, gate: Gate, stage: Stage, scratch: Scratch): string => {
  const { source } = gates.record(gate)
  if (source?.kind === 'household') return `d[h + ${source.word}]`
  if (source?.kind === 'member') return `d[b + ${source.word}]`
  if (source?.kind === 'uniform') return `u[${source.index}]`
  if (source?.kind === 'state') return scratch.word(stateKey(source.state, stage.pass))
  if (source?.kind === 'folded') return scratch.word(stateKey(source.state, source.pass))
  throw new Error(`Gate ${gate} reads no memory`)
}

/** Writes one function. */
class PartWriter {
  readonly #gates: Gates
  readonly #part: Part
  readonly #scratch: Scratch
  readonly #kept: ReadonlySet<Gate>
  readonly #own: ReadonlySet<Gate>
  readonly #uses = new Map<Gate, number>()
  readonly #texts = new Map<Gate, string>()
  readonly #lines: string[] = []

  constructor(gates: Gates, part: Part, scratch: Scratch, kept: ReadonlySet<Gate>) {
    this.#gates = gates
    this.#part = part
    this.#scratch = scratch
    this.#kept = kept
    this.#own = new Set(part.gates)
    for (const gate of part.gates) {
      const { op, a, b } = gates.record(gate)
      this.#use(a)
      if (op !== 'not') this.#use(b)
    }
    rootsOf(part).forEach((gate) => this.#use(gate))
  }

  write(): string {
    const { stage, isLast, gates, name } = this.#part
    for (const gate of gates) this.#define(gate)
    const kept = gates.filter((gate) => this.#kept.has(gate)).map((gate) => `${this.#scratch.word(gateKey(this.#gates, gate, stage))} = ${this.#read(gate)}`)
    const results = stage.results.flatMap(([place, gate]) => (this.#own.has(gate) || (isLast && !stage.gates.includes(gate)) ? [`o[i + ${place}] = ${this.#read(gate)}`] : []))
    const next = isLast ? stage.states.map(({ next: gate }, index) => `const n${index} = ${this.#read(gate)}`) : []
    const carried = isLast ? stage.states.map(({ state }, index) => `${this.#scratch.word(stateKey(state, stage.pass))} = n${index}`) : []
    return `function ${name}(d, h, b, t, u, o, i) {\n${[...this.#lines, ...kept, ...results, ...next, ...carried].map((line) => `  ${line}`).join('\n')}\n}`
  }

  #use(gate: Gate): void {
    this.#uses.set(gate, (this.#uses.get(gate) ?? 0) + 1)
  }

  #define(gate: Gate): void {
    const { op, a, b } = this.#gates.record(gate)
    const text = op === 'not' ? `~${this.#read(a)}` : `(${this.#read(a)} ${op === 'and' ? '&' : op === 'or' ? '|' : '^'} ${this.#read(b)})`
    const once = (this.#uses.get(gate) ?? 0) + (this.#kept.has(gate) ? 1 : 0) <= 1
    if ((once && text.length < longestExpression) || (op === 'not' && text.length < longestName)) this.#texts.set(gate, text)
    else this.#name(gate, text)
  }

  #name(gate: Gate, text: string): string {
    this.#lines.push(`const g${gate} = ${text}`)
    this.#texts.set(gate, `g${gate}`)
    return `g${gate}`
  }

  #read(gate: Gate): string {
    if (gate <= ones) return gate === ones ? '-1' : '0'
    const known = this.#texts.get(gate)
    if (known !== undefined) return known
    const { stage } = this.#part
    const { op } = this.#gates.record(gate)
    const text = op === 'source' ? sourceText(this.#gates, gate, stage, this.#scratch) : this.#scratch.word(gateKey(this.#gates, gate, stage))
    return (this.#uses.get(gate) ?? 0) > 1 ? this.#name(gate, text) : text
  }
}
