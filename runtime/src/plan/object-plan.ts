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
import { RecordLayout, type RecordNeeds } from './records/record-layout.ts'
import { Unplannable } from './compile/unplannable.ts'

type Run = (record: HouseholdRecord) => number

type Memory = readonly (ArrayLike<number>)[]

/** A program with its code. */
interface Compiled {
  readonly program: PlanProgram
  readonly code: ObjectCode
  readonly factory: (...memory: Memory) => Run
}

/** One program made into a function over records. */
class Kernel {
  readonly program: PlanProgram
  readonly #run: Run
  readonly #code: ObjectCode
  readonly #ints: Int32Array
  readonly #numbers: Float64Array
  readonly #memberInts: Int32Array
  readonly #memberNumbers: Float64Array

  constructor({ program, code, factory }: Compiled, moment: Moment) {
    const { slots, memberSlots, scratch } = code
    this.program = program
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

const compileMode = (assembly: Assembly, dictionary: PlanDictionary, mode: Mode, parts: PlanParts): Compiled => {
  const program = compileProgram(assembly, dictionary, mode, parts)
  const code = objectCode(program)
  return { program, code, factory: compileCode(code.parameters, code.body) }
}

/** The same, or nothing where it cannot be said exactly; the three-valued program then judges every household. */
const compileIfPlannable = (...what: Parameters<typeof compileMode>): Compiled | undefined => {
  try {
    return compileMode(...what)
  } catch (error) {
    if (error instanceof Unplannable) return undefined
    throw error
  }
}

/**
 * A release compiled to code over records: a three-valued program, and one for households that answered everything, made when
 * the first of them comes. `at` binds it to a moment; `layout` makes the records it reads, as does any other that covers `needs`.
 */
export class ObjectPlan {
  readonly dictionary: PlanDictionary
  readonly partial: PlanProgram
  readonly needs: RecordNeeds
  readonly layout: RecordLayout
  readonly #partial: Compiled
  readonly #compileComplete: () => Compiled | undefined
  #complete: Compiled | 'none' | undefined

  constructor(assembly: Assembly, dictionary: PlanDictionary, parts: PlanParts) {
    this.dictionary = dictionary
    this.#partial = compileMode(assembly, dictionary, 'partial', parts)
    this.#compileComplete = () => compileIfPlannable(assembly, dictionary, 'complete', parts)
    this.partial = this.#partial.program
    this.needs = needsOf(this.partial)
    this.layout = new RecordLayout(dictionary, this.needs)
  }

  /** The program for complete answers; undefined where there is none. */
  get complete(): PlanProgram | undefined {
    return this.#completeCode()?.program
  }

  /** The plan as of a moment. It holds memory for one household at a time, so every thread has its own. */
  at(moment: Moment): BoundPlan {
    return new BoundPlan(this, new Kernel(this.#partial, moment), () => {
      const compiled = this.#completeCode()
      return compiled && new Kernel(compiled, moment)
    })
  }

  #completeCode(): Compiled | undefined {
    this.#complete ??= this.#compileComplete() ?? 'none'
    return this.#complete === 'none' ? undefined : this.#complete
  }
}

/** Everything that the rules look at, also where it turned out to play no part. */
const needsOf = ({ graph }: PlanProgram): RecordNeeds => ({
  fields: new Set(graph.nodes.flatMap(({ detail }) => {
    if (detail.kind !== 'answer') return []
    const { place, index } = detail.position
    return place === 'entries' || place === 'memberEntries' ? [] : [graph.dictionary.fieldAt(place, index).id]
  })),
  histories: new Set(graph.nodes.flatMap(({ history }) => history ?? [])),
})

/** A plan as of a moment: judges records one by one. */
export class BoundPlan {
  readonly #plan: ObjectPlan
  readonly #partial: Kernel
  readonly #makeComplete: () => Kernel | undefined
  #complete: Kernel | 'none' | undefined
  #last: Kernel

  constructor(plan: ObjectPlan, partial: Kernel, makeComplete: () => Kernel | undefined) {
    this.#plan = plan
    this.#partial = partial
    this.#makeComplete = makeComplete
    this.#last = partial
  }

  /**
   * Judges a household; false where the interpreter must, because the plan cannot hold its numbers exactly or the law contradicts
   * itself on it. What was found is then read by `result` or `read`, before the next one is judged.
   */
  judge(record: HouseholdRecord): boolean {
    if (record.regular === 0) return false
    if (record.full === 1) {
      this.#complete ??= this.#makeComplete() ?? 'none'
      const status = this.#complete === 'none' ? isMissing : this.#complete.run(record)
      if (this.#complete !== 'none' && (status & isMissing) === 0) {
        this.#last = this.#complete
        return (status & escapes) === 0
      }
    }
    this.#last = this.#partial
    return (this.#partial.run(record) & escapes) === 0
  }

  /** The program that judged the last household; its outputs name the nodes to `read`. */
  get program(): PlanProgram {
    return this.#last.program
  }

  /** A result of the last household judged; of a node of members that of the given one. */
  read(node: Node, member = 0): number {
    return this.#last.read(node, member)
  }

  /** The results of the last household judged, in plain form. */
  result(record: HouseholdRecord): PlanResult {
    return decodeResult(this.program.outputs, this.#plan.dictionary, record.ids, (node, member) => this.read(node, member))
  }
}
