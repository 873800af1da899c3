import { childrenOf, isFactReference, isLeaf, isParameterReference, leavesOf, operandsOf } from '../../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../../documents/condition-document.ts'
import { keyFieldOf } from '../../logic/parameter-value.ts'
import { inlineConditions, type Assembly } from '../../release/assembly.ts'
import { bitsOf } from '../../table-analysis/bit-set.ts'
import { boxIntersection, wholeSpace, type Box } from '../../table-analysis/box.ts'
import { leafRegions, type LeafRegions } from '../../table-analysis/condition-regions.ts'
import { applicableAtoms } from '../../table-analysis/dimension.ts'
import { leafKey, spaceOfLeaves, type Space } from '../../table-analysis/space.ts'

/** A condition and what it is to come to. */
export interface Goal {
  readonly condition: Condition
  readonly truth: boolean
}

/** Steps after which a question is left undecided: enough for every condition that people can read. */
const MOST_STEPS = 5_000

/** Something still to be met: a goal, or that a field has a value only where it applies. */
type Task = Goal | { readonly place: number; readonly applies: Condition }

/** One way to meet a task: within a box, with what remains. */
interface Way {
  readonly box: Box
  readonly tasks: readonly Task[]
}

/**
 * Looks for cases in which conditions come out as asked. Fields take every value their schema allows, parameters have
 * their values, computed facts are free over their type, and what is open or asked by `isKnown` may be either: so a case
 * found may not exist, but where none is found there is none.
 */
export class ConditionSolver {
  /** Undefined where a multiple choice is compared with more codes than are looked at. */
  readonly space: Space | undefined
  readonly #assembly: Assembly
  readonly #unknown: ReadonlySet<string>
  readonly #regions = new Map<string, LeafRegions>()
  #steps = 0

  /** Comparisons that read one of the `unknown` names may come out either way, each by itself: nobody has the answer. */
  constructor(assembly: Assembly, conditions: readonly Condition[], unknown: ReadonlySet<string> = new Set()) {
    this.#assembly = assembly
    this.#unknown = unknown
    this.space = spaceOfLeaves(assembly, conditions.flatMap((condition) => leavesOf(inlineConditions(assembly, condition))))
  }

  /**
   * A region where every goal may come out as asked; null where that is impossible, undefined where it was not decided.
   * `freely`: questions may have answers where they do not apply.
   */
  find(goals: readonly Goal[], freely = false): Box | null | undefined {
    if (!this.space) return undefined
    this.#steps = 0
    const tasks = goals.map(({ condition, truth }) => ({ condition: inlineConditions(this.#assembly, condition), truth }))
    return this.#meet(this.space, [...tasks, ...(freely ? [] : applying(this.space))], wholeSpace)
  }

  #meet(space: Space, [task, ...rest]: readonly Task[], box: Box): Box | null | undefined {
    if (!task) return box
    this.#steps += 1
    if (this.#steps > MOST_STEPS) return undefined
    let undecided = false
    for (const way of this.#waysOf(space, task, box)) {
      const inside = boxIntersection(box, way.box)
      const found = inside ? this.#meet(space, [...way.tasks, ...rest], inside) : null
      if (found) return found
      undecided ||= found === undefined
    }
    return undecided ? undefined : null
  }

  #waysOf(space: Space, task: Task, box: Box): readonly Way[] {
    if ('place' in task) return box.has(task.place) ? waysOfApplying(space, task.place, inlineConditions(this.#assembly, task.applies)) : [{ box: wholeSpace, tasks: [] }]
    const { condition, truth } = task
    if (isLeaf(condition)) return this.#regionOf(space, condition, truth).map((region) => ({ box: region, tasks: [] }))
    if ('not' in condition) return [{ box: wholeSpace, tasks: [{ condition: condition.not, truth: !truth }] }]
    const children = childrenOf(condition).map((child) => ({ condition: child, truth }))
    return 'all' in condition === truth ? [{ box: wholeSpace, tasks: leavesFirst(children) }] : children.map((child) => ({ box: wholeSpace, tasks: [child] }))
  }

  #regionOf(space: Space, leaf: Leaf, truth: boolean): readonly Box[] {
    if (leaf.operator === 'isKnown' || namesRead(this.#assembly, leaf).some((name) => this.#unknown.has(name))) return [wholeSpace]
    const key = leafKey(leaf)
    const regions = this.#regions.get(key) ?? leafRegions(space, leaf)
    this.#regions.set(key, regions)
    return truth ? regions.may : regions.mayFail
  }
}

/** Fields and facts that a comparison reads, those its parameters are looked up by among them. */
const namesRead = (assembly: Assembly, leaf: Leaf): readonly string[] =>
  [leaf, ...operandsOf(leaf.value)].flatMap((operand) => (isFactReference(operand) ? [operand.fact] : isParameterReference(operand) ? (keyFieldOf(assembly, operand) ?? []) : []))

const leavesFirst = (goals: readonly Goal[]): readonly Goal[] => goals.toSorted((a, b) => Number(isLeaf(b.condition)) - Number(isLeaf(a.condition)))

const applying = ({ dimensions, assembly }: Space): readonly Task[] =>
  dimensions.flatMap(({ reference }, place) => {
    const applies = reference && assembly.fields.get(reference.fact)?.schema.applies
    return applies ? [{ place, applies }] : []
  })

/** A field has a value where it may apply, and none where it may not. */
const waysOfApplying = ({ dimensions }: Space, place: number, condition: Condition): readonly Way[] => {
  const dimension = dimensions[place]
  if (!dimension) return []
  const without: Box = new Map([[place, bitsOf(dimension.size, [dimension.size - 1])]])
  return [
    { box: new Map([[place, applicableAtoms(dimension)]]), tasks: [{ condition, truth: true }] },
    { box: without, tasks: [{ condition, truth: false }] },
  ]
}
