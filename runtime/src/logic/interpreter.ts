import { inlinedIn, type AssembledField, type Assembly } from '../release/assembly.ts'
import { dependencyOf } from '../release/assembly-layers.ts'
import { overlaidConditionOf, overlaidGrounds, pieceName } from '../release/assembly-origins.ts'
import { isFactReference, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf, ParameterReference, SingleOperand } from '../documents/condition-document.ts'
import type { Grounds, Question } from '../documents/evaluation-document.ts'
import { outcomeSource, outputColumn, type EntitlementPiece, type LogicPiece, type Recorded, type RulesPiece, type TablePiece } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import { Budget, namingPiece, type LimitPlace } from '../limits/evaluation-limit.ts'
import { mergeGrounds, missing, noGrounds, settled } from '../values/grounds.ts'
import { anything, isCertain, known, notApplicable, perhapsNotApplicable, withGrounds, type Value } from '../values/value.ts'
import { isHistoryFieldId, withinHistory } from '../release/history-fields.ts'
import type { CountedElement } from './aggregates.ts'
import { groundsOf } from './condition-grounds.ts'
import { evaluateExpression, type ExpressionReader } from './expression.ts'
import { answeredField, unansweredField } from './field-value.ts'
import { literalsIn, type LiteralOperands } from './literal-operands.ts'
import { literalValue } from './literal-value.ts'
import { oneByOne } from './one-by-one.ts'
import { readParameter } from './parameter-value.ts'
import { historyMissing, readRecorded, recordedEntries } from './history.ts'
import { collectEvents, countRules, judgeRuleSet, withCertainty, type JudgedRule } from './rule-set.ts'
import { judgeCondition, judgeConditions, type JudgedCondition, type LeafSides } from './rules-engine.ts'
import { householdScope, scopeKey, withoutEntry, type EvaluationRequest, type Scope, type ScopedEntry } from './scope.ts'
import { ScopeMemory } from './scope-memory.ts'
import { after, remember, type Soon } from './soon.ts'
import { traceTable, type TracedTable } from './table.ts'

/**
 * The definition of meaning, for one household at a time. Each piece is computed at most once per scope, when it is
 * first read; what was read stays here for the explanation.
 */
export class Interpreter {
  readonly assembly: Assembly
  readonly request: EvaluationRequest
  readonly #ofHousehold = new ScopeMemory()
  readonly #memories = new Map([[scopeKey(householdScope), this.#ofHousehold]])
  readonly #dependencies = new Map<Assembly, Interpreter>()
  readonly #readers = new Map<Scope, ExpressionReader>()
  readonly #memberScopes: readonly Scope[] | undefined
  readonly #steps: Budget
  /** What the assembly alone says: looked up once, for it is asked with everything that is read. */
  readonly #ofMembers: ReadonlySet<string>
  readonly #inlined: (condition: Condition) => Condition
  readonly #literals: (leaf: Leaf) => LiteralOperands

  /** Interpreters of other programmes share the steps of the one that reads them. */
  constructor(assembly: Assembly, request: EvaluationRequest, steps = new Budget('steps')) {
    this.assembly = assembly
    this.request = request
    this.#steps = steps
    this.#ofMembers = namesOfMembers(assembly)
    this.#inlined = inlinedIn(assembly)
    this.#literals = literalsIn(assembly)
    this.#memberScopes = request.input.members?.map((member) => ({ member }))
  }

  /** Value of a field, fact, table column or outcome in a scope; of another programme's outcome as recorded or computed. */
  readFact(reference: FactReference, scope: Scope): Soon<Value> {
    if (scope.entry && isHistoryFieldId(reference.fact)) return scope.entry.values[reference.fact]
    const own = scope !== householdScope && this.#isOfMembers(reference.fact) ? withoutEntry(scope) : householdScope
    const memory = this.#memoryOf(own).values
    const key = referenceKey(reference)
    return memory.get(key) ?? this.#rememberFact(memory, key, reference, own)
  }

  /** Apart, so that what was read before is found without anything being made. */
  #rememberFact(memory: Map<string, Soon<Value>>, key: string, reference: FactReference, scope: Scope): Soon<Value> {
    return remember(memory, key, () => this.naming(reference.fact, () => this.#readFactAnew(reference, scope)))
  }

  readParameter(reference: ParameterReference, scope: Scope): Soon<Value> {
    const memory = this.#memoryOf(scope).parameters
    return memory.get(reference) ?? remember(memory, reference, () => readParameter(this.assembly, reference, (field) => this.readFact({ fact: field }, scope)))
  }

  /** Value of a side of a comparison, or of a table's result: a literal, a fact or a parameter. */
  readOperand(operand: SingleOperand, scope: Scope): Soon<Value> {
    if (isFactReference(operand)) return this.readFact(operand, scope)
    return isParameterReference(operand) ? this.readParameter(operand, scope) : literalValue(operand)
  }

  /** Truth of a condition, node by node. */
  judge(condition: Condition, scope: Scope): Soon<JudgedCondition> {
    const memory = this.#memoryOf(scope).conditions
    return memory.get(condition) ?? this.#rememberJudged(memory, condition, scope)
  }

  #rememberJudged(memory: Map<Condition, Soon<JudgedCondition>>, condition: Condition, scope: Scope): Soon<JudgedCondition> {
    return remember(memory, condition, () => judgeCondition(this.#inlined(condition), (leaf) => this.#readSides(leaf, scope)))
  }

  judgeRules(piece: RulesPiece, scope: Scope): Soon<readonly JudgedRule[]> {
    const programme = this.assembly.pieces.get(piece.id)?.programme ?? this.assembly.programme
    return remember(this.#memoryOf(scope).rules, piece.id, () =>
      this.naming(piece.id, () => judgeRuleSet(piece, {
        judge: (conditions) => this.#judgeAll(conditions, scope),
        assumed: (rule) => this.#assumed(`${programme}.${piece.id}.${rule}`, scope),
        overlaid: (rule) => this.#overlaid(piece, rule),
      })))
  }

  traceTable(piece: TablePiece, scope: Scope): Soon<TracedTable> {
    return remember(this.#memoryOf(scope).tables, piece.id, () =>
      this.naming(piece.id, () => traceTable(piece, { judge: (conditions) => this.#judgeAll(conditions, scope), operand: (operand) => this.readOperand(operand, scope), overlaid: (row) => this.#overlaid(piece, row) })))
  }

  /** The members with their scopes; undefined where nobody asked who they are. */
  memberScopes(): readonly Scope[] | undefined {
    return this.#memberScopes
  }

  /** The earlier decisions on an outcome that are listed, each as it is read in a scope. */
  entryScopes(recorded: Recorded, scope: Scope): readonly Scope[] {
    return recordedEntries(this.request, recorded, scope).listed.map((entry) => ({ ...scope, entry }))
  }

  expressionReader(scope: Scope): ExpressionReader {
    const before = this.#readers.get(scope)
    if (before) return before
    const reader = this.#readerOf(scope)
    this.#readers.set(scope, reader)
    return reader
  }

  #readerOf(scope: Scope): ExpressionReader {
    return {
      step: () => this.#steps.spend(1),
      fact: (reference) => this.readFact(reference, scope),
      parameter: (reference) => this.readParameter(reference, scope),
      moment: (name) => this.request.moment[name],
      truth: (condition) => after(this.judge(condition, scope), countedOf),
      members: (measure) => after(oneByOne(this.memberScopes() ?? [], (member) => measure(this.expressionReader(member))), (elements) => ({
        elements,
        ...(this.#knowsAllMembers() ? {} : { unlisted: { grounds: missing({ field: 'members' }), at: 0 } }),
      })),
      history: (recorded, measure) => {
        const { listed, unlisted } = recordedEntries(this.request, recorded, scope)
        const measured = (entry: ScopedEntry) => measure(this.expressionReader({ ...scope, entry }))
        return after(oneByOne(listed, measured), (elements) =>
          (unlisted ? after(measured(unlisted.entry), (element) => ({ elements, unlisted: { element, grounds: historyMissing, at: unlisted.at } })) : { elements }))
      },
      countEvents: (set) => this.#countEvents(set, scope),
    }
  }

  #memoryOf(scope: Scope): ScopeMemory {
    if (scope === householdScope) return this.#ofHousehold
    const key = scopeKey(scope)
    const before = this.#memories.get(key)
    if (before) return before
    const own = new ScopeMemory()
    this.#memories.set(key, own)
    return own
  }

  #knowsAllMembers(): boolean {
    const { members, members_complete: complete } = this.request.input
    return members !== undefined && complete !== false
  }

  /** The names that can be read in a scope. */
  namesIn({ entry }: Scope): Assembly {
    return entry ? withinHistory(this.assembly, entry.recorded) : this.assembly
  }

  /** Computes something of a piece or field; a limit met on the way is told with its name. */
  naming<T>(piece: string, compute: () => Soon<T>): Soon<T> {
    return namingPiece(() => this.#placeOf(piece), compute)
  }

  /** Whether something is read of each member, or of another programme, which may be. */
  #isOfMembers(id: string): boolean {
    return this.#ofMembers.has(id) || id.includes('.')
  }

  #placeOf(id: string): LimitPlace {
    const entry = this.assembly.pieces.get(id)
    const title = entry?.piece.title ?? this.assembly.fields.get(id)?.schema['x-label'] ?? { vi: id, en: id }
    return { programme: entry?.programme ?? this.assembly.programme, piece: id, title }
  }

  #readFactAnew(reference: FactReference, scope: Scope): Soon<Value> {
    this.#steps.spend(1)
    if (reference.fact.includes('.')) return this.#readForeign(reference, scope)
    const field = this.assembly.fields.get(reference.fact)
    if (field) return this.#readField(field, scope)
    const entry = this.assembly.pieces.get(reference.fact)
    if (!entry) throw new Error(`Nothing is named ${reference.fact}`)
    return this.#assumed(`${entry.programme}.${entry.piece.id}`, scope) ?? this.#computePiece(entry.piece, reference, scope)
  }

  #readForeign(reference: FactReference, scope: Scope): Soon<Value> {
    const [programme = '', outcome = ''] = reference.fact.split('.')
    const assumed = this.#assumed(reference.fact, scope)
    if (assumed) return assumed
    if (reference.as !== 'computed') return readRecorded(this.request, reference, scope)
    const dependency = dependencyOf(this.assembly, programme, reference.layer)
    if (!dependency) return anything({ ...noGrounds, open: [reference.fact] })
    const interpreter = this.#dependencies.get(dependency) ?? new Interpreter(dependency, this.request, this.#steps)
    this.#dependencies.set(dependency, interpreter)
    return interpreter.readFact({ fact: outcome }, scope)
  }

  #assumed(name: string, scope: Scope): Value | undefined {
    const assumed = ownValue(this.request.assume, name)
    if (assumed === undefined) return undefined
    const value = typeof assumed === 'object' ? ownValue(assumed, scopeKey(scope)) : assumed
    return value === undefined ? undefined : literalValue(value, { ...noGrounds, replaced: [name] })
  }

  #computePiece(piece: LogicPiece, reference: FactReference, scope: Scope): Soon<Value> {
    if (piece.kind === 'fact') {
      return after(evaluateExpression(piece.value, this.expressionReader(scope)), (computed) => {
        const value = withGrounds(computed, this.#overlaid(piece))
        return piece.certainty === 'assumed' ? { ...value, grounds: mergeGrounds(value.grounds, { ...noGrounds, assumed: [piece.id] }) } : value
      })
    }
    if (piece.kind === 'condition') return after(this.judge({ condition: piece.id }, scope), (judged) => truthValue(countedOf(judged)))
    if (piece.kind === 'outcome') return this.readFact(outcomeSource(piece), scope)
    if (piece.kind === 'rules') return this.#readRules(piece, reference.output, scope)
    if (piece.kind === 'entitlement') return this.#readEntitlement(piece, reference.output, scope)
    return after(this.traceTable(piece, scope), ({ values }) => {
      const value = values[outputColumn(piece, reference.output)]
      if (!value) throw new Error(`Table ${piece.id} has no result ${reference.output ?? ''}`)
      return value
    })
  }

  /** Whether an entitlement is granted; its level or amount, which a refused one does not have. */
  #readEntitlement(piece: EntitlementPiece, output: string | undefined, scope: Scope): Soon<Value> {
    return after(this.judge(piece.conditions, scope), (judged) => this.#entitlementPart(piece, output, scope, countedOf(judged)))
  }

  #entitlementPart(piece: EntitlementPiece, output: string | undefined, scope: Scope, { truth, grounds }: CountedElement): Soon<Value> {
    const rests = withCertainty(mergeGrounds(grounds, this.#overlaid(piece)), piece.certainty, piece.id)
    if (output === undefined) return truthValue({ truth, grounds: rests })
    const part = output === 'level' ? piece.level : output === 'amount' ? piece.amount : undefined
    if (part === undefined) throw new Error(`Entitlement ${piece.id} has no ${output}`)
    if (truth === false) return notApplicable(rests)
    return after(evaluateExpression(part, this.expressionReader(scope)), (value) =>
      (truth === true ? { ...value, grounds: mergeGrounds(rests, value.grounds) } : perhapsNotApplicable(value, rests)))
  }

  /** An answer, as far as the field applies at all. */
  #readField(field: AssembledField, scope: Scope): Soon<Value> {
    const { member } = scope
    const question: Question = field.place === 'members' && member ? { field: field.id, member: member.id } : { field: field.id }
    const answer = ownValue(this.#answersOf(field, scope), field.id)
    const value = answer === undefined ? unansweredField(field, question) : answeredField(field, answer, question)
    if (field.schema.applies === undefined) return value
    return after(this.judge(field.schema.applies, scope), (judged) => {
      const { truth, grounds } = countedOf(judged)
      if (truth === true) return { ...value, grounds: mergeGrounds(grounds, value.grounds) }
      return truth === false ? notApplicable(grounds) : perhapsNotApplicable(value, grounds)
    })
  }

  #answersOf({ id, place }: AssembledField, { member }: Scope) {
    const { household, unit } = this.request.input
    if (place === 'household') return household
    if (place === 'unit') return unit
    if (!member) throw new Error(`${id} is a question about a member and was read of the household`)
    return member
  }

  #countEvents(set: string, scope: Scope): Soon<Value> {
    const piece = this.assembly.pieces.get(set)?.piece
    if (piece?.kind !== 'rules') throw new Error(`No rule set is named ${set}`)
    return this.#readRules(piece, undefined, scope)
  }

  /** How many rules hold, or the codes their events carry. */
  #readRules(piece: RulesPiece, output: string | undefined, scope: Scope): Soon<Value> {
    return after(this.judgeRules(piece, piece.of === 'members' ? scope : householdScope), (rules) =>
      withGrounds(output === undefined ? countRules(rules) : collectEvents(rules, output), this.#overlaid(piece)))
  }

  /** What of a piece, or of a row or rule of it, an overlay touches. */
  #overlaid({ id }: LogicPiece, part?: string): Grounds {
    return this.assembly.origins.size === 0 ? noGrounds : overlaidGrounds(this.assembly, [pieceName(this.assembly, id, part)])
  }

  #judgeAll(conditions: readonly Condition[], scope: Scope): Soon<readonly JudgedCondition[]> {
    return judgeConditions(conditions.map(this.#inlined), (leaf) => this.#readSides(leaf, scope))
  }

  #readSides(leaf: Leaf, scope: Scope): Soon<LeafSides> {
    this.#steps.spend(1)
    const literals = scope.entry === undefined ? this.#literals(leaf) : literalsIn(this.namesIn(scope))(leaf)
    const right = literals.all ?? this.#readRight(leaf, literals, scope)
    return right instanceof Promise ? right.then((operands) => this.#withLeft(leaf, operands, scope)) : this.#withLeft(leaf, right, scope)
  }

  #readRight(leaf: Leaf, { values }: LiteralOperands, scope: Scope): Soon<readonly Value[]> {
    return oneByOne(operandsOf(leaf.value), (operand, index) => values[index] ?? this.readOperand(operand, scope))
  }

  /** Both sides, once the right one is read. */
  #withLeft(leaf: Leaf, right: readonly Value[], scope: Scope): Soon<LeafSides> {
    const left = isParameterReference(leaf) ? this.readParameter(leaf, scope) : this.readFact(leaf, scope)
    return left instanceof Promise ? left.then((there) => ({ left: this.#asCompared(leaf, there), right })) : { left: this.#asCompared(leaf, left), right }
  }

  #asCompared(leaf: Leaf, left: Value): Value {
    const named = overlaidConditionOf(this.assembly, leaf.id)
    const rests = named === undefined ? left : withGrounds(left, overlaidGrounds(this.assembly, [named]))
    return leaf.operator === 'isKnown' ? isThere(leaf, rests) : rests
  }
}

const namesOfMembers = oncePer(({ fields, pieces }: Assembly): ReadonlySet<string> => new Set([
  ...[...fields.values()].filter(({ place }) => place === 'members').map(({ id }) => id),
  ...[...pieces].filter(([, { piece }]) => piece.of === 'members').map(([id]) => id),
]))

/** A parameter is there unless its value is open in the law; a fact is there where it is certain. */
export const isThere = (leaf: Leaf, value: Value): Value => known(isParameterReference(leaf) ? value.grounds.open.length === 0 : isCertain(value), settled({ ...value.grounds, open: [] }))

const countedOf = (judged: JudgedCondition): CountedElement => ({ truth: judged.truth, grounds: groundsOf(judged) })

const truthValue = ({ truth, grounds }: CountedElement): Value =>
  truth === 'unknown' ? { possible: { kind: 'set', scalars: [true, false] }, notApplicable: false, grounds } : known(truth, grounds)

/** A value of the object's own; names such as `constructor` come from people. */
const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined)

/** Tells apart what is read in a scope; nearly always by the name alone. */
const referenceKey = ({ fact, output, as, layer }: FactReference): string =>
  (output === undefined && as === undefined && layer === undefined ? fact : `${fact} ${output ?? ''} ${as ?? ''} ${layer ?? ''}`)
