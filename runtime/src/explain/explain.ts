import { isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { FactReference, ParameterReference } from '../documents/condition-document.ts'
import type { ExplanationNode, Question, Truth } from '../documents/evaluation-document.ts'
import { outcomeSource, outputColumn, type EntitlementPiece, type Expression, type LogicPiece, type OutcomePiece, type RulesPiece, type TablePiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Evaluation } from '../logic/evaluate.ts'
import { readEntitlement } from '../logic/entitlement.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { oneByOne } from '../logic/one-by-one.ts'
import type { JudgedRule } from '../logic/rule-set.ts'
import type { JudgedCondition } from '../logic/rules-engine.ts'
import { Budget } from '../limits/evaluation-limit.ts'
import { joinWords } from '../limits/join-words.ts'
import { householdScope, scopeKey, withoutEntry, type Scope } from '../logic/scope.ts'
import type { TracedRow } from '../logic/table.ts'
import { isCertain, type Value } from '../values/value.ts'
import { decidingElements, elementName, isAggregate, type ToldAggregate } from './explain-elements.ts'
import { originOfLeaf, originOfPiece, sourceOfParameter, type Places } from './explain-origin.ts'
import { describeReference, entitlementStates, writeValue, type Readable } from './readable.ts'
import { operandReadable, sentenceOf, writeOperand } from './sentence.ts'

interface Teller {
  readonly interpreter: Interpreter
  readonly scope: Scope
  readonly places: Places
  /** Lines that may still be written; facts read twice are explained twice, so their number can grow beyond any document. */
  readonly lines: Budget
  /** What was told of a fact before, by scope, reference and how it is written. */
  readonly told: Map<string, Told>
}

interface Told {
  readonly nodes: readonly ExplanationNode[]
  readonly lines: number
}

/**
 * Why an outcome came out as it did: outcome → table → rows → conditions → facts and rules, down to the answers read,
 * each line with its article and, where an overlay touches it, with who says it. `places` are the names of the units
 * whose overlays were read. Recomputed from the evaluation; never stored. One longer than `limits` allows throws
 * `EvaluationLimit`.
 */
export const explain = async ({ interpreter }: Evaluation, outcome: string, member?: string, places: Places = {}): Promise<ExplanationNode> =>
  interpreter.naming(outcome, () => explainPiece(interpreter, outcome, member, places))

const explainPiece = async (interpreter: Interpreter, outcome: string, member: string | undefined, places: Places): Promise<ExplanationNode> => {
  const scope = interpreter.memberScopes()?.find((each) => each.member?.id === member && member !== undefined) ?? householdScope
  const piece = interpreter.assembly.pieces.get(outcome)?.piece
  const teller: Teller = { interpreter, scope, places, lines: new Budget('explanation_lines'), told: new Map() }
  if (piece?.kind !== 'outcome' && piece?.kind !== 'entitlement') throw new Error(`No outcome or entitlement is named ${outcome}`)
  const node = await (piece.kind === 'entitlement' ? explainEntitlement(teller, piece) : explainOutcome(teller, piece))
  return scope.member ? { ...node, member: scope.member.id } : node
}

const titled = (title: Text, value: Text): Text => ({ vi: `${title.vi}: ${value.vi}`, en: `${title.en}: ${value.en}` })

const certainty = (value: Value): ExplanationNode['result'] => {
  if (value.possible.kind === 'none') return 'not_applicable'
  return isCertain(value) ? true : 'unknown'
}

const explainOutcome = async (teller: Teller, piece: OutcomePiece): Promise<ExplanationNode> => {
  const { interpreter, scope } = teller
  const value = await interpreter.readFact({ fact: piece.id }, scope)
  const source = outcomeSource(piece)
  return {
    id: piece.id,
    kind: 'outcome',
    result: certainty(value),
    sentence: titled(piece.title, value.possible.kind === 'none' || certainty(value) === true ? writeValue(interpreter.assembly, value, piece) : { vi: 'chưa kết luận', en: 'undetermined' }),
    ...originOfPiece(teller, source.fact),
    children: await explainSource(teller, source, piece),
  }
}

/** Whether it is granted with its conditions, and where it is not refused the level and amount with what they rest on. */
const explainEntitlement = async (teller: Teller, piece: EntitlementPiece): Promise<ExplanationNode> => {
  const { interpreter, scope } = teller
  const { state } = await readEntitlement(interpreter, piece, scope)
  const outputs = state === 'refused' ? [] : (['level', 'amount'] as const).filter((output) => piece[output] !== undefined)
  return {
    id: piece.id,
    kind: 'entitlement',
    result: state === 'undetermined' ? 'unknown' : state === 'granted',
    sentence: titled(piece.title, entitlementStates[state]),
    ...(piece.citation && { citation: piece.citation }),
    ...(piece.certainty && { certainty: piece.certainty }),
    ...originOfPiece(teller, piece.id),
    children: await explainGrant(teller, piece, outputs),
  }
}

const explainGrant = async (teller: Teller, piece: EntitlementPiece, outputs: readonly string[]): Promise<readonly ExplanationNode[]> => {
  const parts = await oneByOne(outputs, (output) => explainFact(teller, { fact: piece.id, output }))
  return [await explainCondition(teller, await teller.interpreter.judge(piece.conditions, teller.scope)), ...parts]
}

/** What stands behind a value read: a table's rows, a rule set, an expression, or nothing more than the answer. The same nodes wherever it is read. */
const explainSource = async (teller: Teller, reference: FactReference, readable: Readable): Promise<readonly ExplanationNode[]> => {
  const piece = teller.interpreter.assembly.pieces.get(reference.fact)?.piece
  if (!piece) return []
  const own: Teller = { ...teller, scope: piece.of === 'members' ? withoutEntry(teller.scope) : householdScope }
  const key = JSON.stringify([scopeKey(own.scope), piece.id, reference.output, readable.unit, readable.list])
  const before = teller.told.get(key)
  if (before) {
    teller.lines.spend(before.lines)
    return before.nodes
  }
  const { left } = teller.lines
  const nodes = await explainBehind(own, piece, reference, readable)
  teller.told.set(key, { nodes, lines: left - teller.lines.left })
  return nodes
}

const explainBehind = async (own: Teller, piece: LogicPiece, reference: FactReference, readable: Readable): Promise<readonly ExplanationNode[]> => {
  const replaced = (await own.interpreter.readFact(reference, own.scope)).grounds.replaced
  if (replaced.some((name) => name.endsWith(`.${piece.id}`))) return []
  if (piece.kind === 'table') return explainTable(own, piece, reference, readable)
  if (piece.kind === 'rules') return [await explainRules(own, piece)]
  if (piece.kind === 'fact') return explainExpression(own, piece.value)
  if (piece.kind === 'entitlement') return explainEntitled(own, piece, reference.output)
  if (piece.kind === 'outcome') return explainSource(own, outcomeSource(piece), readable)
  return [await explainCondition(own, await own.interpreter.judge({ condition: piece.id }, own.scope))]
}

const explainEntitled = async (teller: Teller, piece: EntitlementPiece, output: string | undefined): Promise<readonly ExplanationNode[]> => {
  const part = output === 'level' ? piece.level : output === 'amount' ? piece.amount : undefined
  return part === undefined ? [await explainCondition(teller, await teller.interpreter.judge(piece.conditions, teller.scope))] : explainExpression(teller, part)
}

/** The rows down to the one that decided; rows below a certain hit play no part. */
const explainTable = async (teller: Teller, piece: TablePiece, reference: FactReference, readable: Readable): Promise<readonly ExplanationNode[]> => {
  const { rows } = await teller.interpreter.traceTable(piece, teller.scope)
  const column = Math.max(0, outputColumn(piece, reference.output))
  const hit = piece.hit === 'first' ? rows.findIndex((row) => row.truth === true) : -1
  const relevant = hit === -1 ? rows : rows.slice(0, hit + 1)
  return oneByOne(relevant, (row) => explainRow(teller, piece, row, column, readable))
}

const explainRow = async (teller: Teller, table: TablePiece, { row, truth, condition, outputs }: TracedRow, column: number, readable: Readable): Promise<ExplanationNode> => {
  teller.lines.spend(1)
  const output = outputs[column]
  const then = output ? writeValue(teller.interpreter.assembly, output, readable) : { vi: '', en: '' }
  const when = condition ? sentenceOf(teller.interpreter.assembly, condition.condition) : { vi: 'các trường hợp còn lại', en: 'all other cases' }
  return {
    id: row.id,
    kind: 'row',
    result: truth,
    sentence: { vi: `${then.vi} khi ${when.vi}`, en: `${then.en} when ${when.en}` },
    ...(row.citation && { citation: row.citation }),
    ...(row.certainty && { certainty: row.certainty }),
    ...originOfPiece(teller, table.id, row.id),
    children: condition ? await oneByOne(condition.children, (child) => explainCondition(teller, child)) : [],
  }
}

const ruleOrder: readonly Truth[] = [true, 'unknown', false]

const explainRules = async (teller: Teller, piece: RulesPiece): Promise<ExplanationNode> => {
  const rules = await teller.interpreter.judgeRules(piece, teller.scope)
  const count = (truth: Truth) => rules.filter((rule) => rule.truth === truth).length
  const inOrder = rules.toSorted((a, b) => ruleOrder.indexOf(a.truth) - ruleOrder.indexOf(b.truth))
  return {
    id: piece.id,
    kind: 'rules',
    result: count('unknown') > 0 ? 'unknown' : true,
    sentence: titled(piece.title, {
      vi: `${count(true)} có${count('unknown') > 0 ? `, ${count('unknown')} chưa rõ` : ''} trong ${rules.length}`,
      en: `${count(true)} of ${rules.length}${count('unknown') > 0 ? `, ${count('unknown')} not known` : ''}`,
    }),
    ...originOfPiece(teller, piece.id),
    children: await oneByOne(inOrder, (rule) => explainRule(teller, piece, rule)),
  }
}

const explainRule = async (teller: Teller, set: RulesPiece, { rule, truth, condition }: JudgedRule): Promise<ExplanationNode> => ({
  id: rule.id,
  kind: 'rule',
  result: truth,
  sentence: rule.title,
  ...(rule.citation && { citation: rule.citation }),
  ...(rule.certainty && { certainty: rule.certainty }),
  ...originOfPiece(teller, set.id, rule.id),
  children: condition ? [await explainCondition(teller, condition)] : [],
})

/** A group by its sentence with its members below; a group of one is its member. */
const explainCondition = async (teller: Teller, judged: JudgedCondition): Promise<ExplanationNode> => {
  teller.lines.spend(1)
  const { condition, truth, children } = judged
  if (isLeaf(condition)) return explainLeaf(teller, judged)
  const [only] = children
  if (only && children.length === 1 && !('not' in condition)) return explainCondition(teller, only)
  return {
    id: scopeKey(teller.scope),
    kind: 'group',
    result: truth,
    sentence: groupWords(condition),
    children: await oneByOne(children, (child) => explainCondition(teller, child)),
  }
}

const groupWords = (condition: JudgedCondition['condition']): Text => {
  if ('all' in condition) return { vi: 'Tất cả điều sau', en: 'All of these' }
  return 'any' in condition ? { vi: 'Một trong các điều sau', en: 'One of these' } : { vi: 'Không phải điều sau', en: 'Not the following' }
}

const explainLeaf = async (teller: Teller, { condition, truth, sides }: JudgedCondition): Promise<ExplanationNode> => {
  if (!isLeaf(condition) || !sides) throw new Error('A comparison was expected')
  const assembly = teller.interpreter.namesIn(teller.scope)
  const left = describeReference(assembly, condition)
  const operands = operandsOf(condition.value)
  const compared = operands.map((operand, index) => {
    const value = sides.right[index]
    const like = operandReadable(condition.operator, index, left)
    return value && typeof operand === 'object' ? titled(writeOperand(assembly, operand, like), writeValue(assembly, value, like)) : writeOperand(assembly, operand, like)
  })
  const [parameter] = operands.filter(isParameterReference)
  const reference = isParameterReference(condition) ? undefined : condition
  const question = reference && questionOf(teller, reference)
  return {
    id: condition.id,
    kind: 'leaf',
    result: truth,
    sentence: sentenceOf(assembly, condition),
    read: writeValue(assembly, sides.left, condition.operator === 'isKnown' ? { title: left.title } : left),
    compared: { vi: joinWords(compared.map((text) => text.vi), ', '), en: joinWords(compared.map((text) => text.en), ', ') },
    ...(reference && originOfPiece(teller, reference.fact)),
    ...originOfLeaf(teller, condition.id),
    ...(parameter && { parameter: parameter.parameter, ...(await sourceOfParameter(teller, parameter)) }),
    ...(question && { question }),
    children: reference ? await explainSource(teller, reference, left) : [],
  }
}

const questionOf = ({ interpreter, scope }: Teller, { fact }: FactReference): Question | undefined => {
  const field = interpreter.assembly.fields.get(fact)
  if (!field) return undefined
  return field.place === 'members' && scope.member ? { field: fact, member: scope.member.id } : { field: fact }
}

/** What an expression read: rule sets, members that count or may count, and the facts in arithmetic. */
const explainExpression = async (teller: Teller, expression: Expression): Promise<readonly ExplanationNode[]> => {
  if (typeof expression !== 'object') return []
  if ('countEvents' in expression) return explainSource(teller, { fact: expression.countEvents }, { title: { vi: '', en: '' } })
  if (isAggregate(expression)) return explainElements(teller, expression)
  if ('if' in expression) {
    const condition = await explainCondition(teller, await teller.interpreter.judge(expression.if, teller.scope))
    return [condition, ...(await explainExpression(teller, expression.then)), ...(await explainExpression(teller, expression.else))]
  }
  if ('fact' in expression) return [await explainFact(teller, expression)]
  if ('parameter' in expression) return [await explainParameter(teller, expression)]
  return (await oneByOne(Object.values(expression).flat().filter(isExpression), (part) => explainExpression(teller, part))).flat()
}

const isExpression = (part: unknown): part is Expression => typeof part === 'object' && part !== null

const explainFact = async (teller: Teller, reference: FactReference): Promise<ExplanationNode> => {
  teller.lines.spend(1)
  const { interpreter, scope } = teller
  const names = interpreter.namesIn(scope)
  const readable = describeReference(names, reference)
  const value = await interpreter.readFact(reference, scope)
  const question = questionOf(teller, reference)
  return {
    id: reference.fact,
    kind: 'fact',
    result: certainty(value),
    sentence: titled(readable.title, writeValue(names, value, readable)),
    ...originOfPiece(teller, reference.fact),
    ...(question && { question }),
    children: await explainSource(teller, reference, readable),
  }
}

const explainParameter = async (teller: Teller, reference: ParameterReference): Promise<ExplanationNode> => {
  teller.lines.spend(1)
  const { parameter: name } = reference
  const readable = describeReference(teller.interpreter.assembly, reference)
  const value = await teller.interpreter.readParameter(reference, teller.scope)
  return {
    id: name,
    kind: 'fact',
    result: certainty(value),
    sentence: titled(readable.title, writeValue(teller.interpreter.assembly, value, readable)),
    parameter: name,
    ...(await sourceOfParameter(teller, reference)),
    children: [],
  }
}

/** The elements that decide an aggregate, each with why and with the value taken of it. */
const explainElements = async (outside: Teller, aggregate: ToldAggregate): Promise<readonly ExplanationNode[]> => {
  const { interpreter, scope } = outside
  const told = await decidingElements(interpreter, aggregate, scope)
  return oneByOne(told, async ({ scope: own, truth, judged }): Promise<ExplanationNode> => {
    outside.lines.spend(1)
    const teller = { ...outside, scope: own }
    return {
      id: scopeKey(own),
      kind: own.entry ? 'entry' : 'member',
      result: truth,
      sentence: elementName(interpreter, own),
      children: [...(judged ? [await explainCondition(teller, judged)] : []), ...(aggregate.value === undefined ? [] : await explainExpression(teller, aggregate.value))],
    }
  })
}
