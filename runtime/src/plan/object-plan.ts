import type { Moment } from '../documents/input-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { compileCode } from './code/compile-code.ts'
import { escapes, isMissing, objectCode, type ObjectCode } from './code/object-code.ts'
import { momentNames } from './code/operations.ts'
import { readSlot } from './code/result-slots.ts'
import { compileProgram, type PlanProgram } from './compile/compile-program.ts'
import type { PlanParts } from './compile/compile-outputs.ts'
import { dayCode } from './dictionary/day-code.ts'
import type { PlanDictionary } from './dictionary/plan-dictionary.ts'
import { mostElements } from './graph/elements.ts'
import type { Node } from './graph/node.ts'
import { decodeResult } from './results/decode-result.ts'
import type { PlanResult } from './results/plan-result.ts'
import type { HouseholdRecord } from './records/household-record.ts'
import { RecordLayout } from './records/record-layout.ts'

type Run = (record: HouseholdRecord) => number

type Memory = readonly (ArrayLike<number>)[]

/** One program made into a function over records. */
class Kernel {
  readonly #run: Run
  readonly #code: ObjectCode
  readonly #ints: Int32Array
  readonly #numbers: Float64Array
  readonly #memberInts: Int32Array
  readonly #memberNumbers: Float64Array

  constructor(program: PlanProgram, code: ObjectCode, factory: (...memory: Memory) => Run, moment: Moment) {
    const { slots, memberSlots, scratch } = code
    this.#code = code
    this.#ints = new Int32Array(slots.ints)
    this.#numbers = new Float64Array(slots.numbers)
    this.#memberInts = new Int32Array(memberSlots.ints * mostElements.members)
    this.#memberNumbers = new Float64Array(memberSlots.numbers * mostElements.members)
    const parameters = Float64Array.from(program.graph.parameters, ({ value }) => value)
    const moments = Float64Array.from(momentNames, (name) => dayCode(moment[name]))
    this.#run = factory(parameters, moments, new Int32Array(scratch), new Float64Array(scratch), this.#ints, this.#numbers, this.#memberInts, this.#memberNumbers)
  }

  run(record: HouseholdRecord): number {
    if (this.#memberInts.length > 0) this.#memberInts.fill(0, 0, record.members.length * this.#code.memberSlots.ints)
    return this.#run(record)
  }

  read(node: Node, member: number): number {
    const { slots, memberSlots } = this.#code
    const own = memberSlots.of.get(node)
    if (own) return readSlot(own, this.#memberInts, this.#memberNumbers, member * memberSlots.ints, member * memberSlots.numbers)
    const slot = slots.of.get(node)
    if (!slot) throw new Error(`Node ${node.id} is no result`)
    return readSlot(slot, this.#ints, this.#numbers)
  }
}

type Mode = PlanProgram['mode']

/** A program with its code. */
interface Compiled {
  readonly program: PlanProgram
  readonly code: ObjectCode
  readonly factory: (...memory: Memory) => Run
}

const compileMode = (assembly: Assembly, dictionary: PlanDictionary, mode: Mode, parts: PlanParts): Compiled => {
  const program = compileProgram(assembly, dictionary, mode, parts)
  const code = objectCode(program)
  return { program, code, factory: compileCode(code.parameters, code.body) }
}

/**
 * A release compiled to code over records: one program for households that answered everything, one three-valued for the others.
 * `at` binds it to a moment; `layout` makes the records it reads.
 */
export class ObjectPlan {
  readonly dictionary: PlanDictionary
  readonly partial: PlanProgram
  readonly complete: PlanProgram
  readonly layout: RecordLayout
  readonly #compiled: Readonly<Record<Mode, Compiled>>

  constructor(assembly: Assembly, dictionary: PlanDictionary, parts: PlanParts) {
    this.dictionary = dictionary
    this.#compiled = { partial: compileMode(assembly, dictionary, 'partial', parts), complete: compileMode(assembly, dictionary, 'complete', parts) }
    this.partial = this.#compiled.partial.program
    this.complete = this.#compiled.complete.program
    this.layout = new RecordLayout(dictionary, { fields: fieldsRead(dictionary, [this.partial, this.complete]), histories: this.partial.graph.histories })
  }

  /** The plan as of a moment. It holds memory for one household at a time, so every thread has its own. */
  at(moment: Moment): BoundPlan {
    return new BoundPlan(this, { partial: this.#kernel('partial', moment), complete: this.#kernel('complete', moment) })
  }

  #kernel(mode: Mode, moment: Moment): Kernel {
    const { program, code, factory } = this.#compiled[mode]
    return new Kernel(program, code, factory, moment)
  }
}

const fieldsRead = (dictionary: PlanDictionary, programs: readonly PlanProgram[]): ReadonlySet<string> => {
  const ids = programs.flatMap(({ graph }) => graph.nodes.flatMap(({ detail }) => {
    if (detail.kind !== 'answer') return []
    const { place, index } = detail.position
    return place === 'entries' || place === 'memberEntries' ? [] : [dictionary.fieldAt(place, index).id]
  }))
  return new Set(ids)
}

/** A plan as of a moment: judges records one by one. */
export class BoundPlan {
  readonly #plan: ObjectPlan
  readonly #kernels: Readonly<Record<Mode, Kernel>>
  #last: Mode = 'partial'

  constructor(plan: ObjectPlan, kernels: Readonly<Record<Mode, Kernel>>) {
    this.#plan = plan
    this.#kernels = kernels
  }

  /**
   * Judges a household; false where the interpreter must, because the plan cannot hold its numbers exactly or the law contradicts
   * itself on it. What was found is then read by `result` or `read`, before the next one is judged.
   */
  judge(record: HouseholdRecord): boolean {
    if (record.regular === 0) return false
    if (record.full === 1) {
      const status = this.#kernels.complete.run(record)
      if ((status & isMissing) === 0) {
        this.#last = 'complete'
        return (status & escapes) === 0
      }
    }
    this.#last = 'partial'
    return (this.#kernels.partial.run(record) & escapes) === 0
  }

  /** The program that judged the last household; its outputs name the nodes to `read`. */
  get program(): PlanProgram {
    return this.#last === 'complete' ? this.#plan.complete : this.#plan.partial
  }

  /** A result of the last household judged; of a node of members that of the given one. */
  read(node: Node, member = 0): number {
    return this.#kernels[this.#last].read(node, member)
  }

  /** The results of the last household judged, in plain form. */
  result(record: HouseholdRecord): PlanResult {
    return decodeResult(this.program.outputs, this.#plan.dictionary, record.ids, (node, member) => this.read(node, member))
  }
}
