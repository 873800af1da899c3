import { code, identifier, joined, type Code } from '../../plan/code/template.ts'
import { ones, zero, type Gate, type GateRecord } from './gates.ts'
import type { KernelProgram, Stage } from './schedule.ts'

/** Code that computes a circuit, and the memory it takes besides the columns. */
export interface KernelCode {
  readonly parameters: readonly Code[]
  /** Returns the kernel. */
  readonly body: Code
  /** Words kept while a block is computed. */
  readonly scratch: number
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
  readonly own: ReadonlySet<Gate>
  readonly isLast: boolean
  readonly name: Code
}

const partsOf = (stages: readonly Stage[]): readonly Part[] => {
  const slices = stages.flatMap((stage) => {
    const count = Math.max(1, Math.ceil(stage.gates.length / gatesOfFunction))
    const length = Math.ceil(stage.gates.length / count)
    return Array.from({ length: count }, (_part, index) => ({ stage, gates: stage.gates.slice(index * length, (index + 1) * length), isLast: index === count - 1 }))
  })
  return slices.map((slice, number) => ({ ...slice, own: new Set(slice.gates), name: identifier('f', number) }))
}

/** Gives words of scratch memory to what one function leaves for another. */
class Scratch {
  readonly #words = new Map<string, number>()

  get size(): number {
    return this.#words.size
  }

  /** A gate of households keeps its word to the end of the block, one of members within the loop. */
  gate(gate: Gate, { ofMembers }: GateRecord, { pass }: Stage): Code {
    return this.#word(ofMembers ? `member ${gate} ${pass}` : `household ${gate}`)
  }

  state(state: number, pass: number): Code {
    return this.#word(`state ${state} ${pass}`)
  }

  #word(key: string): Code {
    const index = this.#words.get(key) ?? this.#words.size
    this.#words.set(key, index)
    return code`t[${index}]`
  }
}

/** What a part writes down besides its own gates: results, and at the end of a loop's body what is carried on. */
const writtenBy = ({ stage, own, isLast }: Part): { readonly results: Stage['results']; readonly states: Stage['states'] } => {
  const all = new Set(stage.gates)
  return { results: stage.results.filter(([, gate]) => own.has(gate) || (isLast && !all.has(gate))), states: isLast ? stage.states : [] }
}

/** Makes code of a circuit. */
export const kernelCode = (program: KernelProgram): KernelCode => {
  const writer = new KernelWriter(program)
  return { parameters: [], body: writer.write(), scratch: writer.scratch.size }
}

/** What functions of one kernel share. */
class KernelWriter {
  readonly program: KernelProgram
  readonly scratch = new Scratch()
  readonly #parts: readonly Part[]
  /** Gates that a function other than their own reads. */
  readonly left: ReadonlySet<Gate>

  constructor(program: KernelProgram) {
    this.program = program
    this.#parts = partsOf(program.stages)
    this.left = this.#gatesLeft()
  }

  /** Blocks one after another, in each the stages, in a stage of members the slots. */
  write(): Code {
    const { asked, keptResults, stages } = this.program
    const functions = this.#parts.map((part) => new PartWriter(this, part).write())
    const steps = stages.map((stage) => this.#step(stage, this.#parts.filter((part) => part.stage === stage)))
    return code`${joined(functions, '\n')}
return function kernel(d, t, u, k, o, q, run) {
  const { blocks, blockWords, slotStart, slotWords, members, resultStart, memberStart, keptStart } = run
  for (let block = 0; block < blocks; block += 1) {
    const h = block * blockWords
    const i = resultStart + block * ${asked.household.length}
    const c = keptStart + block * ${keptResults}
${joined(steps, '\n')}
  }
}`
  }

  record(gate: Gate): GateRecord {
    const record = this.program.records.get(gate)
    if (!record) throw new Error(`Gate ${gate} is not part of the kernel`)
    return record
  }

  /** What only reads memory, as code; undefined of a gate that is computed. */
  memory(gate: Gate, stage: Stage): Code | undefined {
    if (gate <= ones) return gate === ones ? code`-1` : code`0`
    const place = this.program.kept.get(gate)
    if (place !== undefined) return code`k[c + ${place}]`
    const { source } = this.record(gate)
    if (source?.kind === 'household') return code`d[h + ${source.word}]`
    if (source?.kind === 'member') return code`d[b + ${source.word}]`
    if (source?.kind === 'uniform') return code`u[${source.word}]`
    if (source?.kind === 'state') return this.scratch.state(source.state, stage.pass)
    return source?.kind === 'folded' ? this.scratch.state(source.state, source.pass) : undefined
  }

  #step(stage: Stage, parts: readonly Part[]): Code {
    if (!stage.ofMembers) return joined(parts.map(({ name }) => code`    ${name}(d, h, h, c, t, u, k, o, i)`), '\n')
    const first = stage.states.map(({ state }) => {
      const gate = this.program.folds.get(state)?.first ?? zero
      return code`    ${this.scratch.state(state, stage.pass)} = ${this.memory(gate, stage) ?? this.scratch.gate(gate, this.record(gate), stage)}`
    })
    return code`${joined(first, '\n')}
    for (let slot = 0; slot < members; slot += 1) {
      const b = h + slotStart + slot * slotWords
      const j = memberStart + (block * members + slot) * ${this.program.asked.members.length}
${joined(parts.map(({ name }) => code`      ${name}(d, h, b, c, t, u, k, q, j)`), '\n')}
    }`
  }

  #gatesLeft(): ReadonlySet<Gate> {
    const left = new Set<Gate>()
    for (const part of this.#parts) {
      const note = (gate: Gate) => {
        if (!part.own.has(gate) && this.memory(gate, part.stage) === undefined) left.add(gate)
      }
      for (const gate of part.gates) {
        note(this.record(gate).a)
        note(this.record(gate).b)
      }
      const { results, states } = writtenBy(part)
      results.forEach(([, gate]) => note(gate))
      states.forEach(({ state, next }) => {
        note(next)
        left.add(this.program.folds.get(state)?.first ?? zero)
      })
    }
    return left
  }
}

const symbols = { and: code`&`, or: code`|`, xor: code`^` } as const

/** Writes one function. */
class PartWriter {
  readonly #kernel: KernelWriter
  readonly #part: Part
  readonly #uses = new Map<Gate, number>()
  readonly #texts = new Map<Gate, Code>()
  readonly #lines: Code[] = []

  constructor(kernel: KernelWriter, part: Part) {
    this.#kernel = kernel
    this.#part = part
    for (const gate of part.gates) {
      const { op, a, b } = kernel.record(gate)
      this.#use(a)
      if (op !== 'not') this.#use(b)
      if (kernel.left.has(gate)) this.#use(gate)
    }
    const { results, states } = writtenBy(part)
    results.forEach(([, gate]) => this.#use(gate))
    states.forEach(({ next }) => this.#use(next))
  }

  /** Everything is computed before anything carried on is written over. */
  write(): Code {
    const { stage, gates, name } = this.#part
    const { scratch, left } = this.#kernel
    for (const gate of gates) this.#define(gate)
    const { results, states } = writtenBy(this.#part)
    const lines = [
      ...gates.filter((gate) => left.has(gate)).map((gate) => code`${scratch.gate(gate, this.#kernel.record(gate), stage)} = ${this.#read(gate)}`),
      ...results.map(([place, gate]) => code`o[i + ${place}] = ${this.#read(gate)}`),
      ...states.map(({ next }, index) => code`const ${identifier('s', index)} = ${this.#read(next)}`),
      ...states.map(({ state }, index) => code`${scratch.state(state, stage.pass)} = ${identifier('s', index)}`),
    ]
    return code`function ${name}(d, h, b, c, t, u, k, o, i) {
${joined([...this.#lines, ...lines], '\n')}
}`
  }

  #use(gate: Gate): void {
    this.#uses.set(gate, (this.#uses.get(gate) ?? 0) + 1)
  }

  #isReadOnce(gate: Gate): boolean {
    return (this.#uses.get(gate) ?? 0) <= 1
  }

  #define(gate: Gate): void {
    const { op, a, b } = this.#kernel.record(gate)
    if (op === 'source') throw new Error(`Gate ${gate} is not computed`)
    const text = op === 'not' ? code`~${this.#read(a)}` : code`(${this.#read(a)} ${symbols[op]} ${this.#read(b)})`
    const { length } = text.text
    if ((this.#isReadOnce(gate) && length < longestExpression) || (op === 'not' && length < longestName)) this.#texts.set(gate, text)
    else this.#name(gate, text)
  }

  #name(gate: Gate, text: Code): Code {
    const name = identifier('n', gate)
    this.#lines.push(code`const ${name} = ${text}`)
    this.#texts.set(gate, name)
    return name
  }

  #read(gate: Gate): Code {
    const known = this.#texts.get(gate)
    if (known) return known
    const { stage } = this.#part
    const text = this.#kernel.memory(gate, stage) ?? this.#kernel.scratch.gate(gate, this.#kernel.record(gate), stage)
    return gate <= ones || this.#isReadOnce(gate) ? text : this.#name(gate, text)
  }
}
