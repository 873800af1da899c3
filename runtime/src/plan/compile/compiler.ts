import { isFactReference, isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import { comparesText } from '../../conditions/operand-place.ts'
import type { Condition, FactReference, Leaf, ParameterReference, SingleOperand } from '../../documents/condition-document.ts'
import { eventCode, outcomeSource, outputColumn, type EntitlementPiece, type Expression, type LogicPiece, type Recorded, type RulesPiece, type TablePiece } from '../../documents/logic-document.ts'
import type { Over } from '../../logic/over.ts'
import { rowCondition } from '../../logic/table.ts'
import type { Assembly } from '../../release/assembly.ts'
import { dependencyOf } from '../../release/assembly-layers.ts'
import { isHistoryFieldId, withinHistory } from '../../release/history-fields.ts'
import { listOfFact, typeOfFact } from '../../release/value-types.ts'
import { typeOfLiteral, type ValueType } from '../../values/value-type.ts'
import type { PlanField } from '../dictionary/plan-dictionary.ts'
import { and, every, not, some } from '../graph/bits.ts'
import { atMost, less } from '../graph/comparisons.ts'
import { countBits } from '../graph/numbers.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { firstOf, type PlanElements } from './aggregates.ts'
import { readAnswer, readPersonalNumber, type AnswerMode } from './answers.ts'
import { compareValues } from './compare.ts'
import { entriesOf, readEntryField } from './entries.ts'
import { compileExpression, type PlanReader } from './expressions.ts'
import { applyPlanPolicy, collectPlanCodes } from './hit-policies.ts'
import { anythingOf, oneOf } from './one-of.ts'
import { coversEveryCode, isOpenParameter, literalOf, readPlanParameter } from './parameters.ts'
import { householdPlace, membersPlace, outsideEntry, placeKey, type Place } from './place.ts'
import { always, dayBetween, isCertain, notTruth, numberBetween, truthOf, valueOfTruth, withAbsence, type PlanTruth, type PlanValue } from './plan-value.ts'
import { Unplannable } from './unplannable.ts'

/**
 * Compiles what an assembly can be asked into nodes, mirroring the interpreter method by method: it reads the same things, in
 * the same places, and each of them once. What it cannot say exactly throws `Unplannable`.
 */
export class PlanCompiler {
  readonly graph: Graph
  readonly assembly: Assembly
  readonly mode: AnswerMode
  /** Where answers are taken to be complete: bits that are 1 where one that applies is missing all the same. */
  readonly missing: Node[] = []
  readonly #values = new Map<string, PlanValue>()
  readonly #truths = new Map<Condition, Map<string, PlanTruth>>()
  readonly #rules = new Map<string, readonly PlanTruth[]>()
  readonly #tables = new Map<string, readonly PlanValue[]>()
  readonly #dependencies = new Map<Assembly, PlanCompiler>()

  constructor(graph: Graph, assembly: Assembly, mode: AnswerMode) {
    this.graph = graph
    this.assembly = assembly
    this.mode = mode
  }

  /** A field, fact, table column or outcome as read in a place. `expected` is its type where only evaluation could tell. */
  readFact(reference: FactReference, place: Place, expected?: ValueType): PlanValue {
    if (place.entry && isHistoryFieldId(reference.fact)) return this.#readEntry(reference.fact, place, expected)
    const own = this.#isOfMembers(reference.fact) ? outsideEntry(place) : householdPlace
    const key = `${placeKey(own)} ${reference.fact} ${reference.output ?? ''} ${reference.as ?? ''} ${reference.layer ?? ''} ${expected ?? ''}`
    return remember(this.#values, key, () => this.#readFactAnew(reference, own, expected))
  }

  readParameter(reference: ParameterReference, place: Place): PlanValue {
    return readPlanParameter(this.graph, this.assembly, reference, (field) => this.readFact({ fact: field }, place))
  }

  judge(condition: Condition, place: Place): PlanTruth {
    const places = remember(this.#truths, condition, () => new Map<string, PlanTruth>())
    return remember(places, placeKey(place), () => this.#judgeAnew(condition, place))
  }

  judgeRules(piece: RulesPiece, place: Place): readonly PlanTruth[] {
    return remember(this.#rules, `${placeKey(place)} ${piece.id}`, () => piece.rules.map((rule) => this.judge(rule.conditions, place)))
  }

  compile(expression: Expression, place: Place): PlanValue {
    return compileExpression(expression, this.#reader(place))
  }

  #reader(place: Place): PlanReader {
    return {
      graph: this.graph,
      fact: (reference) => this.readFact(reference, place),
      parameter: (reference) => this.readParameter(reference, place),
      moment: (name) => dayBetween(this.graph, this.graph.moment(name), this.graph.moment(name)),
      truth: (condition) => this.judge(condition, place),
      elements: (over) => this.#elements(over, place),
      countEvents: (set) => this.#countEvents(set, place),
      personalNumber: (expression, part) => this.#readPersonalNumber(expression, part, place),
    }
  }

  #elements(over: Over, place: Place): { readonly elements: PlanElements; readonly reader: PlanReader } {
    if (over === 'members') {
      const { graph } = this
      const elements: PlanElements = { graph, list: { scope: 'members' }, present: graph.bit(true), standsIn: graph.bit(false), open: not(graph, this.#knowsAllMembers()) }
      return { elements, reader: this.#reader(membersPlace) }
    }
    const entry = { recorded: over, history: this.graph.dictionary.historyOf(over) }
    return { elements: entriesOf(this.graph, place, entry), reader: this.#reader({ of: place.of, entry }) }
  }

  #knowsAllMembers(): Node {
    return this.mode === 'complete' ? this.graph.bit(true) : this.graph.complete()
  }

  #isOfMembers(id: string): boolean {
    return id.includes('.') || this.assembly.fields.get(id)?.place === 'members' || this.assembly.pieces.get(id)?.piece.of === 'members'
  }

  #judgeAnew(condition: Condition, place: Place): PlanTruth {
    const { graph } = this
    if ('all' in condition) {
      const truths = condition.all.map((each) => this.judge(each, place))
      return { certain: every(graph, truths.map(({ certain }) => certain)), possible: every(graph, truths.map(({ possible }) => possible)) }
    }
    if ('any' in condition) {
      const truths = condition.any.map((each) => this.judge(each, place))
      return { certain: some(graph, truths.map(({ certain }) => certain)), possible: some(graph, truths.map(({ possible }) => possible)) }
    }
    if ('not' in condition) return notTruth(graph, this.judge(condition.not, place))
    return 'condition' in condition ? this.#judgeNamed(condition.condition, place) : this.#compare(condition, place)
  }

  #judgeNamed(name: string, place: Place): PlanTruth {
    const piece = this.assembly.pieces.get(name)?.piece
    if (piece?.kind !== 'condition') throw new Error(`No condition is named ${name}`)
    return this.judge(piece.conditions, place)
  }

  #compare(leaf: Leaf, place: Place): PlanTruth {
    const { names, type } = this.#typeOfLeft(leaf, place)
    const right = operandsOf(leaf.value).map((operand, index) => (comparesText(leaf.operator, type, index) && typeof operand === 'string' ? literalOf(this.graph, operand, true) : this.#readOperand(operand, place)))
    if (isParameterReference(leaf)) return compareValues(this.graph, leaf.operator, leaf.operator === 'isKnown' ? this.#isEstablished(leaf) : this.readParameter(leaf, place), right)
    const left = this.readFact(leaf, place, type ?? (names ? undefined : typeOfLiterals(leaf)))
    return compareValues(this.graph, leaf.operator, leaf.operator === 'isKnown' ? this.#isThere(left) : left, right)
  }

  /** The type of a leaf's left side; `names` says that something can have it though only evaluation tells which. */
  #typeOfLeft(leaf: Leaf, { entry }: Place): { readonly names: boolean; readonly type: ValueType | undefined } {
    if (isParameterReference(leaf)) return { names: true, type: undefined }
    const type = typeOfFact(entry ? withinHistory(this.assembly, entry.recorded) : this.assembly, leaf)
    return { names: type !== undefined || !(leaf.fact.includes('.') || (entry !== undefined && leaf.fact === 'value')), type }
  }

  #isThere(value: PlanValue): PlanValue {
    const certain = isCertain(this.graph, value)
    return valueOfTruth(this.graph, { certain, possible: certain })
  }

  #isEstablished(reference: ParameterReference): PlanValue {
    const parameter = this.assembly.parameters.get(reference.parameter)?.parameter
    const byField = parameter?.value === undefined && parameter?.by !== undefined && reference.at?.[parameter.by] === undefined ? parameter.by : undefined
    if (byField !== undefined && (!coversEveryCode(this.assembly, byField, parameter?.values ?? {}) || this.assembly.fields.get(byField)?.schema.applies !== undefined)) {
      throw new Unplannable(`whether parameter ${reference.parameter} is established, which depends on ${byField}`)
    }
    return valueOfTruth(this.graph, truthOf(this.graph, !isOpenParameter(this.assembly, reference)))
  }

  #readOperand(operand: SingleOperand, place: Place): PlanValue {
    if (isFactReference(operand)) return this.readFact(operand, place)
    return isParameterReference(operand) ? this.readParameter(operand, place) : literalOf(this.graph, operand)
  }

  #readFactAnew(reference: FactReference, place: Place, expected: ValueType | undefined): PlanValue {
    if (reference.fact.includes('.')) return this.#readForeign(reference, place, expected)
    const field = this.graph.dictionary.fields.get(reference.fact)
    if (field) return this.#readField(field, place)
    const piece = this.assembly.pieces.get(reference.fact)?.piece
    if (!piece) throw new Error(`Nothing is named ${reference.fact}`)
    return this.#computePiece(piece, reference, place)
  }

  #readField(field: PlanField, place: Place): PlanValue {
    const { value, missing } = readAnswer(this.graph, this.mode, field)
    if (field.schema.applies === undefined) return value
    const { certain, possible } = this.judge(field.schema.applies, place)
    if (this.mode === 'complete') this.missing.push(and(this.graph, missing, possible))
    return withAbsence(this.graph, value, { perhaps: not(this.graph, certain), never: not(this.graph, possible) })
  }

  #readPersonalNumber(expression: Expression, part: 'sex' | 'year', place: Place): PlanValue {
    const field = typeof expression === 'object' && 'fact' in expression ? this.graph.dictionary.fields.get(expression.fact) : undefined
    if (!field) throw new Unplannable('the personal number that is no answer')
    const value = readPersonalNumber(this.graph, field, part)
    if (field.schema.applies === undefined) return value
    const { certain, possible } = this.judge(field.schema.applies, place)
    return withAbsence(this.graph, value, { perhaps: not(this.graph, certain), never: not(this.graph, possible) })
  }

  #readEntry(field: Parameters<typeof readEntryField>[3], { of, entry }: Place, expected: ValueType | undefined): PlanValue {
    if (!entry) throw new Error(`${field} is read inside an earlier decision`)
    const within = withinHistory(this.assembly, entry.recorded)
    const list = listOfFact(this.assembly, { fact: entry.recorded.outcome })
    const codes = this.assembly.lists.get(list ?? '')?.entries.map(({ code }) => code)
    return readEntryField(this.graph, { of }, entry, field, typeOfFact(within, { fact: field }) ?? expected, codes)
  }

  #readForeign(reference: FactReference, place: Place, expected: ValueType | undefined): PlanValue {
    const [programme = '', outcome = ''] = reference.fact.split('.')
    if (reference.as !== 'computed') return this.#readRecorded({ outcome: reference.fact, ...(reference.layer && { layer: reference.layer }) }, place, expected)
    const dependency = dependencyOf(this.assembly, programme, reference.layer)
    if (!dependency) return { kind: 'open', absence: always(this.graph) }
    const compiler = remember(this.#dependencies, dependency, () => new PlanCompiler(this.graph, dependency, this.mode))
    const value = compiler.readFact({ fact: outcome }, place)
    this.missing.push(...compiler.missing)
    return value
  }

  /** The decision in force on the day; anything where the history does not reach it, not applicable where there was none. */
  #readRecorded(recorded: Recorded, place: Place, expected: ValueType | undefined): PlanValue {
    const { graph } = this
    const entry = { recorded, history: graph.dictionary.historyOf(recorded) }
    const inside: Place = { of: place.of, entry }
    const elements = { ...entriesOf(graph, place, entry), standsIn: graph.bit(false) }
    const to = this.readFact({ fact: 'to' }, inside)
    if (to.kind !== 'day') throw new Error('A decision ends on a day')
    const inForce = and(graph, elements.present, atMost(graph, graph.moment('facts_at'), to.to))
    const value = firstOf(elements, { certain: inForce, possible: inForce }, this.#readEntry('value', inside, expected ?? typeOfFact(this.assembly, { fact: recorded.outcome })))
    const unknown = less(graph, graph.moment('facts_at'), graph.since())
    if (value.kind === 'open') return value
    return oneOf(graph, [{ possible: unknown, value: anythingOf(graph, value.kind, always(graph)) }, { possible: not(graph, unknown), value }], true)
  }

  #computePiece(piece: LogicPiece, { output }: FactReference, place: Place): PlanValue {
    if (piece.kind === 'fact') return this.compile(piece.value, place)
    if (piece.kind === 'condition') return valueOfTruth(this.graph, this.judge(piece.conditions, place))
    if (piece.kind === 'outcome') return this.readFact(outcomeSource(piece), place)
    if (piece.kind === 'rules') return this.#readRules(piece, output, place)
    if (piece.kind === 'entitlement') return this.#readEntitlement(piece, output, place)
    const value = this.#readTable(piece, place)[outputColumn(piece, output)]
    if (!value) throw new Error(`Table ${piece.id} has no result ${output ?? ''}`)
    return value
  }

  #readTable(piece: TablePiece, place: Place): readonly PlanValue[] {
    return remember(this.#tables, `${placeKey(place)} ${piece.id}`, () => {
      const rows = piece.rows.map((row) => {
        const condition = rowCondition(piece, row)
        return { row, truth: condition ? this.#judgeAnew(condition, place) : truthOf(this.graph, true) }
      })
      return piece.outputs.map((_output, column) => applyPlanPolicy(this.graph, piece.hit, rows.map(({ row, truth }) => {
        const output = row.then[column]
        if (output === undefined) throw new Error(`Row ${row.id} of table ${piece.id} has no result in column ${column + 1}`)
        return { truth, output: this.#readOperand(output, place) }
      })))
    })
  }

  #readEntitlement(piece: EntitlementPiece, output: string | undefined, place: Place): PlanValue {
    const truth = this.judge(piece.conditions, place)
    if (output === undefined) return valueOfTruth(this.graph, truth)
    const part = output === 'level' ? piece.level : output === 'amount' ? piece.amount : undefined
    if (part === undefined) throw new Error(`Entitlement ${piece.id} has no ${output}`)
    return withAbsence(this.graph, this.compile(part, place), { perhaps: not(this.graph, truth.certain), never: not(this.graph, truth.possible) })
  }

  /** How many rules hold, from those that certainly do to those that may. */
  #countEvents(set: string, place: Place): PlanValue {
    const piece = this.assembly.pieces.get(set)?.piece
    if (piece?.kind !== 'rules') throw new Error(`No rule set is named ${set}`)
    return this.#readRules(piece, undefined, place)
  }

  /** How many rules hold, or the codes their events carry. */
  #readRules(piece: RulesPiece, output: string | undefined, place: Place): PlanValue {
    const truths = this.judgeRules(piece, piece.of === 'members' ? outsideEntry(place) : householdPlace)
    if (output !== undefined) return this.#collectEvents(piece, output, truths)
    const count = (bits: readonly Node[]) => ({ number: countBits(this.graph, bits) })
    return numberBetween(this.graph, count(truths.map(({ certain }) => certain)), count(truths.map(({ possible }) => possible)), 1)
  }

  #collectEvents({ rules }: RulesPiece, property: string, truths: readonly PlanTruth[]): PlanValue {
    return collectPlanCodes(this.graph, rules.flatMap((rule, index) => {
      const [code, truth] = [eventCode(rule, property), truths[index]]
      return code === undefined || truth === undefined ? [] : [{ truth, output: literalOf(this.graph, code) }]
    }))
  }
}

/** The type that a leaf's constants have, where only evaluation could tell the left side's. */
const typeOfLiterals = ({ value }: Leaf): ValueType | undefined => {
  const [literal] = operandsOf(value)
  return typeof literal === 'object' ? undefined : typeOfLiteral(literal)
}

const remember = <Key, T>(memory: Map<Key, T>, key: Key, compute: () => T): T => {
  const before = memory.get(key)
  if (before !== undefined) return before
  const value = compute()
  memory.set(key, value)
  return value
}
