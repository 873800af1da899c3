import type { AggregateUse } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import { childrenOf, isFactReference, isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf, ParameterReference, SingleOperand } from '../documents/condition-document.ts'
import { outcomeSource, type Expression, type LogicPiece, type OutcomePiece, type TablePiece } from '../documents/logic-document.ts'
import { evaluateAggregate, evaluateExpression } from '../logic/expression.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { householdScope, scopeKey, type Scope } from '../logic/scope.ts'
import { rowCondition } from '../logic/table.ts'
import { inlineConditions } from '../release/assembly.ts'
import { isExact } from '../values/number.ts'
import { certainScalar, sameScalar, type Scalar, type Value } from '../values/value.ts'
import { byKind, isLiteral, type ExpressionTable } from './expression-kind.ts'
import type { ChangeTarget } from './why-not-change.ts'
import { goalsOfDifference, goalsOfProduct, goalsOfQuotient, goalsOfRounding, goalsOfSum, goalsOfTime, goalsOfYear, type PartGoal } from './why-not-goals.ts'
import { stepOf } from './why-not-step.ts'

/** Something the outcome rests on, with what it is compared with on the way there. */
export interface Read {
  readonly target: ChangeTarget
  readonly reference: FactReference
  readonly scope: Scope
  /** Values that it is compared with, or that would bring something resting on it to such a value. */
  readonly goals: Scalar[]
  /** The same by comparison: codes that stand in the same groups are alike. */
  readonly groups: (readonly Scalar[])[]
  /** The deciding piece itself reads it. */
  deciding: boolean
  /** Nothing but comparisons with constants reads it: between two neighbouring goals it makes no difference. */
  plain: boolean
}

/** With so many numbers to reach, those beside them are left out. */
const mostBeside = 9

/** What reads one another many times over is followed so often, with other goals each time; more would find nothing small. */
const mostReadings = 1_000

/** More goals of one thing are more than candidates are tried. */
const mostGoals = 200

/** Each goal once, and not too many. */
const distinct = (goals: readonly Scalar[]): readonly Scalar[] => [...new Map(goals.map((goal) => [String(goal), goal])).values()].slice(0, mostGoals)

interface Reading {
  readonly scope: Scope
  /** The expression belongs to the deciding piece, or to one beneath it. */
  readonly deciding: boolean
  readonly goals: readonly Scalar[]
}

type Part = Promise<void>

const all = async (parts: readonly Part[]): Part => void (await Promise.all(parts))

/** Walks from an outcome down to the answers and notes everything read, with the values it would matter to be. */
export class ReadCollector {
  readonly #interpreter: Interpreter
  readonly #reads = new Map<string, Read>()
  readonly #visited = new Set<string>()

  constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter
  }

  /** Every read of an outcome or entitlement in one scope. `goals` are the values it is asked to have. */
  async collect(outcome: LogicPiece, scope: Scope, goals: readonly Scalar[]): Promise<readonly Read[]> {
    await this.#piece(outcome, { scope, deciding: true, goals })
    return [...this.#reads.values()]
  }

  #note(target: ChangeTarget, reference: FactReference, { scope, deciding, goals }: Reading, plain: boolean): void {
    const key = JSON.stringify(target)
    const read = this.#reads.get(key) ?? { target, reference, scope, goals: [], groups: [], deciding: false, plain: true }
    this.#reads.set(key, read)
    if (read.goals.length < mostGoals) read.goals.push(...goals.filter((goal) => !read.goals.some((other) => sameScalar(goal, other))))
    if (goals.length > 0 && read.groups.length < mostGoals) read.groups.push(goals)
    read.deciding ||= deciding
    read.plain &&= plain
  }

  async #piece(piece: LogicPiece, reading: Reading): Part {
    if (piece.kind === 'outcome') return this.#outcome(piece, reading)
    if (piece.kind === 'fact') return this.#expression(piece.value, reading)
    if (piece.kind === 'condition') return this.#condition(piece.conditions, reading)
    if (piece.kind === 'entitlement') return this.#condition(piece.conditions, reading)
    if (piece.kind === 'rules') return all(piece.rules.map((rule) => this.#condition(rule.conditions, reading)))
    return this.#table(piece, reading)
  }

  /** The piece an outcome is taken from decides it; a bare answer decides it alone. */
  async #outcome(outcome: OutcomePiece, reading: Reading): Part {
    const reference = outcomeSource(outcome)
    const piece = this.#interpreter.assembly.pieces.get(reference.fact)?.piece
    return piece ? this.#piece(piece, reading) : this.#reference(reference, reading, false)
  }

  async #table(piece: TablePiece, reading: Reading): Part {
    const conditions = piece.rows.flatMap((row) => rowCondition(piece, row) ?? [])
    const outputs = piece.rows.flatMap((row) => row.then.filter((output) => typeof output === 'object'))
    return all([...conditions.map((condition) => this.#condition(condition, reading)), ...outputs.map((output) => this.#expression(output, reading))])
  }

  async #condition(condition: Condition, reading: Reading): Part {
    if (isLeaf(condition)) return this.#leaf(condition, reading)
    if ('condition' in condition) return this.#condition(inlineConditions(this.#interpreter.assembly, condition), reading)
    return all(childrenOf(condition).map((child) => this.#condition(child, reading)))
  }

  async #leaf(leaf: Leaf, reading: Reading): Part {
    const sides: readonly SingleOperand[] = [isParameterReference(leaf) ? leaf : { ...referenceOf(leaf) }, ...operandsOf(leaf.value)]
    const values = await Promise.all(sides.map((side) => this.#interpreter.readOperand(side, reading.scope)))
    await all(sides.map(async (side, index) => {
      const isAcross = (_side: unknown, position: number) => (position === 0) !== (index === 0)
      const goals = values.filter(isAcross).flatMap(scalarsOf)
      if (isFactReference(side)) return this.#reference(side, { ...reading, goals }, sides.filter(isAcross).every((other) => this.#isConstant(other)))
      return isParameterReference(side) ? this.#parameter(side, reading) : undefined
    }))
  }

  /** Its value changes with no answer: a literal, or a parameter that is not looked up by an answer. */
  #isConstant(operand: SingleOperand): boolean {
    if (isFactReference(operand)) return false
    const by = isParameterReference(operand) ? this.#interpreter.assembly.parameters.get(operand.parameter)?.parameter.by : undefined
    return by === undefined || this.#interpreter.assembly.fields.get(by)?.place === 'unit'
  }

  async #parameter({ parameter, at }: ParameterReference, reading: Reading): Part {
    const by = this.#interpreter.assembly.parameters.get(parameter)?.parameter.by
    if (by !== undefined && at?.[by] === undefined) await this.#reference({ fact: by }, { ...reading, goals: [] }, false)
  }

  async #reference(reference: FactReference, reading: Reading, plain: boolean): Part {
    const { assembly } = this.#interpreter
    const field = assembly.fields.get(reference.fact)
    const entry = assembly.pieces.get(reference.fact)
    const ofMembers = field?.place === 'members' || entry?.piece.of === 'members'
    const scope = ofMembers ? reading.scope : householdScope
    const member = ofMembers && scope.member ? { member: scope.member.id } : {}
    if (field) {
      if (field.place === 'household' || field.place === 'members') this.#note({ kind: 'answer', place: field.place, field: field.id, ...member }, reference, { ...reading, scope }, plain)
    } else {
      const name = entry ? `${entry.programme}.${reference.fact}` : reference.fact
      this.#note({ kind: 'fact', name, fact: reference.fact, ...member }, reference, { ...reading, scope }, plain)
    }
    const key = `${scopeKey(scope)} ${reference.fact} ${reading.goals.map(String).join(' ')}`
    if (this.#visited.has(key) || this.#visited.size >= mostReadings) return
    this.#visited.add(key)
    const below: Reading = { scope, deciding: false, goals: entry ? this.#beside(reference, reading.goals) : reading.goals }
    if (field?.schema.applies) await this.#condition(field.schema.applies, below)
    if (entry) await this.#piece(entry.piece, below)
  }

  /** Numbers with those just beside them: what is computed from a part may step over the number itself. */
  #beside(reference: FactReference, goals: readonly Scalar[]): readonly Scalar[] {
    const step = stepOf(this.#interpreter.assembly, reference)
    return goals.length > mostBeside ? goals : goals.flatMap((goal): readonly Scalar[] => (isExact(goal) ? [goal, goal.sub(step), goal.add(step)] : [goal]))
  }

  #expression(expression: Expression, reading: Reading): Part {
    return isLiteral(expression) ? Promise.resolve() : byKind(this.#kinds, expression, reading)
  }

  async #parts(parts: readonly Expression[], reading: Reading, goalsOf: (goal: Scalar, known: (part: Expression) => Scalar | undefined) => readonly PartGoal[]): Part {
    const reader = this.#interpreter.expressionReader(reading.scope)
    const values = new Map(await Promise.all(parts.map(async (part) => [part, certainScalar(await evaluateExpression(part, reader))] as const)))
    const goals = reading.goals.flatMap((goal) => goalsOf(goal, (part) => values.get(part)))
    return all(parts.map((part) => this.#expression(part, { ...reading, goals: distinct(goals.filter((each) => each.part === part).map(({ goal }) => goal)) })))
  }

  /** Of the members what is read of each; an earlier decision is no suggested change. */
  #elements({ over, where, among, value }: AggregateUse, reading: Reading): Part {
    if (over !== 'members') return Promise.resolve()
    return all((this.#interpreter.memberScopes() ?? []).map((scope) => all([
      ...[where, among].map(async (condition) => condition && this.#condition(condition, { ...reading, scope, goals: [] })),
      ...(value === undefined ? [] : [this.#expression(value, { ...reading, scope })]),
    ])))
  }

  /** A sum over members reaches its goal by any one of them. */
  async #together({ value, ...use }: AggregateUse, reading: Reading): Part {
    if (use.over !== 'members' || value === undefined) return
    const total = certainScalar(await evaluateAggregate({ ...use, value }, this.#interpreter.expressionReader(reading.scope)))
    await this.#elements(use, reading)
    await all((this.#interpreter.memberScopes() ?? []).map(async (scope) => {
      const own = certainScalar(await evaluateExpression(value, this.#interpreter.expressionReader(scope)))
      const goals = reading.goals.flatMap((goal) => (isExact(goal) && isExact(total) && isExact(own) ? [own.add(goal).sub(total)] : []))
      return this.#expression(value, { ...reading, scope, goals })
    }))
  }

  /** Rules counted by the deciding piece turn one by one. */
  async #rules(set: string, reading: Reading): Part {
    const entry = this.#interpreter.assembly.pieces.get(set)
    if (entry?.piece.kind !== 'rules') return
    const scope = entry.piece.of === 'members' ? reading.scope : householdScope
    const member = scope.member ? { member: scope.member.id } : {}
    for (const rule of reading.deciding ? entry.piece.rules : []) {
      this.#note({ kind: 'rule', name: `${entry.programme}.${set}.${rule.id}`, set, rule: rule.id, ...member }, { fact: set }, { ...reading, scope, goals: [] }, false)
    }
    await this.#piece(entry.piece, { scope, deciding: false, goals: [] })
  }

  readonly #kinds: ExpressionTable<Reading, Part> = {
    fact: (reference, reading) => this.#reference(reference, reading, false),
    parameter: (reference, reading) => this.#parameter(reference, reading),
    moment: () => Promise.resolve(),
    add: ({ add }, reading) => this.#parts(add, reading, (goal, known) => goalsOfSum(add, goal, known)),
    subtract: ({ subtract }, reading) => this.#parts(subtract, reading, (goal, known) => goalsOfDifference(subtract, goal, known)),
    multiply: ({ multiply }, reading) => this.#parts(multiply, reading, (goal, known) => goalsOfProduct(multiply, goal, known)),
    divide: ({ divide }, reading) => this.#parts(divide, reading, (goal, known) => goalsOfQuotient(divide, goal, known)),
    min: ({ min }, reading) => all(min.map((part) => this.#expression(part, reading))),
    max: ({ max }, reading) => all(max.map((part) => this.#expression(part, reading))),
    round: ({ round, unit }, reading) => this.#parts([round], reading, (goal) => goalsOfRounding(round, goal, unit)),
    floor: ({ floor }, reading) => this.#parts([floor], reading, (goal) => goalsOfRounding(floor, goal, 1)),
    ageInYears: ({ ageInYears }, reading) => this.#parts(ageInYears, reading, (goal, known) => goalsOfTime(ageInYears, goal, known, 12)),
    ageInMonths: ({ ageInMonths }, reading) => this.#parts(ageInMonths, reading, (goal, known) => goalsOfTime(ageInMonths, goal, known, 1)),
    monthsBetween: ({ monthsBetween }, reading) => this.#parts(monthsBetween, reading, (goal, known) => goalsOfTime(monthsBetween, goal, known, 1)),
    yearOf: ({ yearOf }, reading) => this.#parts([yearOf], reading, (goal) => goalsOfYear(yearOf, goal)),
    personalNumberSex: ({ personalNumberSex }, reading) => this.#expression(personalNumberSex, { ...reading, goals: [] }),
    personalNumberBirthYear: ({ personalNumberBirthYear }, reading) => this.#expression(personalNumberBirthYear, { ...reading, goals: [] }),
    if: (expression, reading) => all([
      this.#condition(expression.if, { ...reading, goals: [] }),
      this.#expression(expression.then, reading),
      this.#expression(expression.else, reading),
    ]),
    aggregate: (use, reading) => (aggregateOf(use.name).unit === 'together' ? this.#together(use, reading) : this.#elements(use, reading)),
    last: () => Promise.resolve(),
    countEvents: ({ countEvents }, reading) => this.#rules(countEvents, reading),
  }
}

/** The reference alone, without the comparison around it. */
const referenceOf = ({ fact, output, as, layer }: FactReference): FactReference => ({
  fact, ...(output !== undefined && { output }), ...(as !== undefined && { as }), ...(layer !== undefined && { layer }),
})

const scalarsOf = ({ possible }: Value): readonly Scalar[] => {
  if (possible.kind === 'set') return possible.scalars
  return possible.kind === 'days' && possible.from !== undefined && possible.from === possible.to ? [possible.from] : []
}
