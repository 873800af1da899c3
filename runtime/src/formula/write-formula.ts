import type { AggregateUse } from '../aggregates/aggregate-use.ts'
import { isFactReference, isLeaf, isParameterReference } from '../conditions/condition-tree.ts'
import { operatorOf } from '../conditions/operators.ts'
import type { Condition, Leaf, Literal, Operand, SingleOperand } from '../documents/condition-document.ts'
import type { Expression, Recorded } from '../documents/logic-document.ts'
import type { Language } from '../documents/text.ts'
import { byKind, isLiteral, type ExpressionTable } from '../explain/expression-kind.ts'
import type { Assembly } from '../release/assembly.ts'
import { withinHistory } from '../release/history-fields.ts'
import { formulaWords, signatureOf, type FormulaFunction, type FormulaWord } from './formula-names.ts'
import { writeFormulaNumber } from './formula-number.ts'
import { referenceNames, type ReferenceNames } from './formula-references.ts'
import { leftSideOf, sideAt, writeLiteralText, type LiteralSide } from './formula-literals.ts'

/** What a formula is written with. */
interface Writing {
  readonly assembly: Assembly
  readonly language: Language
  readonly names: ReferenceNames
  /** How texts written into it are read: as codes of a list, or as days. */
  readonly side: LiteralSide
}

const plain: LiteralSide = { type: undefined, list: undefined }

/** How closely a part holds together: a sum, a product, or one thing. */
type Level = 'sum' | 'product' | 'one'

const word = (name: FormulaWord, { language }: Writing): string => formulaWords[name][language]

const call = (name: FormulaFunction, parts: readonly string[], { language }: Writing): string => `${signatureOf(name)[language]}(${parts.join('; ')})`

const textOf = (literal: Literal, writing: Writing): string => {
  if (typeof literal === 'boolean') return word(literal ? 'yes' : 'no', writing)
  return typeof literal === 'number' ? writeFormulaNumber(literal, writing.language) : writeLiteralText(writing.assembly, literal, writing.side, writing.language)
}

const within = (writing: Writing, recorded: Recorded): Writing => {
  const assembly = withinHistory(writing.assembly, recorded)
  return { ...writing, assembly, names: referenceNames(assembly, writing.language) }
}

const outcomeName = ({ outcome, layer }: Recorded, { names }: Writing): string => names.write({ fact: outcome, ...(layer && { layer }) })

const partsOf = ({ value, where, among }: Omit<AggregateUse, 'name' | 'over'>, writing: Writing): readonly string[] => [
  ...(value === undefined ? [] : [write(value, { ...writing, side: plain })]),
  ...(where === undefined ? [] : [writeCondition(where, writing)]),
  ...(among === undefined ? [] : [writeCondition(among, writing)]),
]

const ofDecisions = (name: FormulaFunction, recorded: Recorded, parts: Parameters<typeof partsOf>[0], writing: Writing): string =>
  call(name, [outcomeName(recorded, writing), ...partsOf(parts, within(writing, recorded))], writing)

const aggregate = (use: AggregateUse, writing: Writing): string =>
  (use.over === 'members' ? call(`members.${use.name}`, partsOf(use, writing), writing) : ofDecisions(`history.${use.name}`, use.over, use, writing))

const rounds = { half_up: 'round', half_even: 'roundEven', up: 'roundUp', down: 'roundDown' } as const satisfies Readonly<Record<string, FormulaFunction>>
const moments = { law_at: 'lawAt', facts_at: 'factsAt', unit_at: 'unitAt' } as const satisfies Readonly<Record<string, FormulaFunction>>

const levelOf = (expression: Expression): Level => {
  if (isLiteral(expression)) return typeof expression === 'number' && expression < 0 ? 'sum' : 'one'
  if ('subtract' in expression || ('add' in expression && expression.add.length > 1)) return 'sum'
  return 'divide' in expression || ('multiply' in expression && expression.multiply.length > 1) ? 'product' : 'one'
}

const enclosed = (expression: Expression, writing: Writing, holds: boolean): string => {
  const text = write(expression, { ...writing, side: plain })
  return holds ? text : `(${text})`
}

const isOf = (expression: Expression, kind: 'add' | 'multiply'): boolean => !isLiteral(expression) && kind in expression

/** Parts with a sign between. The first is read together with what follows, unless it would become one list with it. */
const chain = (parts: readonly Expression[], sign: string, level: 'sum' | 'product', joins: 'add' | 'multiply' | undefined, writing: Writing): string =>
  parts.map((part, index) => {
    const own = levelOf(part)
    if (index > 0) return enclosed(part, writing, own === 'one' || (level === 'sum' && own === 'product'))
    const negative = isLiteral(part) && own === 'sum'
    const fits = own === 'one' || level === 'sum' || own === 'product' || negative
    return enclosed(part, writing, fits && !(joins !== undefined && isOf(part, joins) && own === level))
  }).join(` ${sign} `)

const both = (name: FormulaFunction) => (parts: readonly Expression[], writing: Writing): string => call(name, parts.map((part) => write(part, { ...writing, side: plain })), writing)

const writers: ExpressionTable<Writing, string> = {
  fact: (reference, { names }) => names.write(reference),
  parameter: (reference, { names }) => names.write(reference),
  moment: ({ moment }, writing) => call(moments[moment], [], writing),
  add: ({ add }, writing) => (add.length === 1 ? both('total')(add, writing) : chain(add, '+', 'sum', 'add', writing)),
  subtract: ({ subtract }, writing) => chain(subtract, '-', 'sum', undefined, writing),
  multiply: ({ multiply }, writing) => (multiply.length === 1 ? both('product')(multiply, writing) : chain(multiply, '*', 'product', 'multiply', writing)),
  divide: ({ divide }, writing) => chain(divide, '/', 'product', undefined, writing),
  min: ({ min }, writing) => both('least')(min, writing),
  max: ({ max }, writing) => both('greatest')(max, writing),
  round: ({ round, mode, unit }, writing) => call(rounds[mode], [write(round, { ...writing, side: plain }), writeFormulaNumber(unit, writing.language)], writing),
  floor: ({ floor }, writing) => both('floor')([floor], writing),
  ageInYears: ({ ageInYears }, writing) => both('ageInYears')(ageInYears, writing),
  ageInMonths: ({ ageInMonths }, writing) => both('ageInMonths')(ageInMonths, writing),
  monthsBetween: ({ monthsBetween }, writing) => both('monthsBetween')(monthsBetween, writing),
  yearOf: ({ yearOf }, writing) => both('yearOf')([yearOf], writing),
  personalNumberSex: ({ personalNumberSex }, writing) => both('personalNumberSex')([personalNumberSex], writing),
  personalNumberBirthYear: ({ personalNumberBirthYear }, writing) => both('personalNumberBirthYear')([personalNumberBirthYear], writing),
  if: (expression, writing) => call('if', [writeCondition(expression.if, writing), write(expression.then, writing), write(expression.else, writing)], writing),
  aggregate,
  last: (expression, writing) => ofDecisions('lastDecision', expression, expression, writing),
  countEvents: ({ countEvents }, writing) => call('countEvents', [writing.names.write({ fact: countEvents })], writing),
}

const write = (expression: Expression, writing: Writing): string => (isLiteral(expression) ? textOf(expression, writing) : byKind(writers, expression, writing))

const operandText = (operand: SingleOperand, writing: Writing): string =>
  isFactReference(operand) || isParameterReference(operand) ? writing.names.write(operand) : textOf(operand, writing)

const isList = (operand: Operand): operand is readonly SingleOperand[] => Array.isArray(operand)

const operandsText = ({ operator, value }: Leaf, writing: Writing): string => {
  const text = (operand: SingleOperand, index: number) => operandText(operand, { ...writing, side: sideAt(operator, writing.side, index) })
  return isList(value) ? `(${value.map(text).join('; ')})` : text(value, 0)
}

const writeLeaf = (leaf: Leaf, writing: Writing): string => {
  const left = writing.names.write(isParameterReference(leaf) ? { parameter: leaf.parameter, ...(leaf.at && { at: leaf.at }) } : leaf)
  const own = { ...writing, side: leftSideOf(writing.assembly, leaf) }
  const { operator, value } = leaf
  if (operator === 'isKnown') return `${left} ${word(value === false ? 'unknown' : 'known', writing)}`
  if (operator === 'between' && isList(value) && value.length === 2) return `${left} ${word('from', writing)} ${value.map((each) => operandText(each, own)).join(` ${word('to', writing)} `)}`
  const sign = operatorOf(operator).formula?.[writing.language] ?? word('from', writing)
  return `${left} ${sign} ${operandsText(leaf, own)}`
}

const writeGroup = (children: readonly Condition[], name: 'and' | 'or', alone: 'allOf' | 'anyOf', writing: Writing): string => {
  if (children.length < 2) return `${word(alone, writing)}(${children.map((child) => writeCondition(child, writing)).join('')})`
  return children.map((child) => {
    const text = writeCondition(child, writing)
    const group = 'all' in child ? child.all : 'any' in child ? child.any : []
    // Of two kinds of groups “and” holds closer; a group within one of its own kind keeps its bounds.
    return group.length < 2 || (name === 'or' && 'all' in child) ? text : `(${text})`
  }).join(` ${word(name, writing)} `)
}

const writeCondition = (condition: Condition, writing: Writing): string => {
  if (isLeaf(condition)) return writeLeaf(condition, writing)
  if ('condition' in condition) return writing.names.write({ fact: condition.condition })
  if ('not' in condition) return `${word('not', writing)}(${writeCondition(condition.not, writing)})`
  return 'all' in condition ? writeGroup(condition.all, 'and', 'allOf', writing) : writeGroup(condition.any, 'or', 'anyOf', writing)
}

/** How a formula's result is written, where its texts are codes of a list. */
export interface FormulaOptions {
  readonly list?: string | undefined
}

/**
 * An expression as a formula, with the names people know in brackets: `[Diện tích] / [Số thành viên]`. `readFormula` makes the
 * same expression of it again.
 */
export const writeFormula = (assembly: Assembly, expression: Expression, language: Language, { list }: FormulaOptions = {}): string =>
  write(expression, { assembly, language, names: referenceNames(assembly, language), side: { type: undefined, list } })
