import { formatValue, isFactReference, isParameterReference, operandPlace, operatorEntries, operatorOf, refinementOf, typeOfParameter, describeReference, type Answer, type Assembly, type FactReference, type FieldKindUse, type Language, type Leaf, type Literal, type Operand, type OperatorName, type ParameterReference, type SingleOperand, type ValueType } from '@tieuchi/runtime'
import { readLiteral, writeLiteral } from '../forms/literal-text.ts'
import { readableKey, type Readable } from '../readables/readables.ts'
import { formatDay, parseDay } from '../ui/day-text.ts'

/** What stands on the left of a comparison, as far as its right side depends on it. */
export interface LeftSide {
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** The kind of a package that says how values are written and read. */
  readonly fieldKind?: FieldKindUse | undefined
}

/** Nothing is written here yet: no value of any type, and the draft says so. */
export const unwrittenValue = ''

/** The operators that can compare a left side, in their order. Whether a value is known is asked of parameters only. */
export const operatorsFor = (type: ValueType | undefined, current?: OperatorName): readonly OperatorName[] =>
  operatorEntries().filter(([name, { accepts }]) => name === current || (name !== 'isKnown' && (type === undefined || accepts.includes(type)))).map(([name]) => name)

const firstOperators: Readonly<Record<ValueType, OperatorName>> = { boolean: 'equal', text: 'equal', number: 'greaterThanInclusive', date: 'greaterThanInclusive', list: 'contains' }

/** A comparison as it begins: of a yes-or-no question that the answer is yes, of everything else still without a value. */
export const beginLeaf = (id: string, reference: FactReference, { type = 'text', list }: LeftSide): Leaf => {
  const operator: OperatorName = type === 'number' && list !== undefined ? 'equal' : firstOperators[type]
  return { id, ...reference, operator, value: type === 'boolean' ? true : unwrittenValue }
}

/** The same comparison of something else: what still fits is kept. */
export const withLeft = (leaf: Leaf, reference: FactReference, before: LeftSide, after: LeftSide): Leaf => {
  const begun = beginLeaf(leaf.id, reference, after)
  if (before.type !== after.type || before.list !== after.list) return begun
  return { ...begun, operator: leaf.operator, value: leaf.value }
}

const isList = (operand: Operand): operand is readonly SingleOperand[] => Array.isArray(operand)

/** The same comparison by another operator: what still fits on its right side is kept. */
export const withOperator = (leaf: Leaf, operator: OperatorName, left?: ValueType): Leaf => {
  const { right } = operatorOf(operator)
  const before = isList(leaf.value) ? leaf.value : [leaf.value]
  const typeAt = (name: OperatorName, index: number): ValueType | undefined => operandPlace(name, index)?.type ?? left
  const values = before.filter((_value, index) => typeAt(operator, index) === typeAt(leaf.operator, index))
  if (right === 'one') return { ...leaf, operator, value: values[0] ?? unwrittenValue }
  if (right === 'list') return { ...leaf, operator, value: values.filter((value) => value !== unwrittenValue).length === 0 ? [unwrittenValue] : values }
  return { ...leaf, operator, value: [values[0] ?? unwrittenValue, values[1] ?? unwrittenValue] }
}

/** What a place on the right depends on: the left side, or what the operator takes there. */
export const sideAt = (operator: OperatorName, left: LeftSide, index: number): LeftSide => {
  const place = operandPlace(operator, index)
  if (place) return { type: place.type, unit: place.unit }
  return left.type === 'list' && operatorOf(operator).right === 'one' ? { ...left, type: 'text' } : left
}

/** One thing that can stand on the right, under a key of its own. */
export const operandKey = (operand: SingleOperand): string => {
  if (isParameterReference(operand)) return `parameter ${operand.parameter}${operand.at ? ` ${JSON.stringify(operand.at)}` : ''}`
  return isFactReference(operand) ? `fact ${readableKey(operand)}` : `literal ${JSON.stringify(operand)}`
}

/** The parameters a left side can be compared with: of its type and its unit, as far as both are known. */
export const parametersFor = (assembly: Assembly, { type, unit }: LeftSide): readonly ParameterReference[] => {
  const seen = new Set<object>()
  const comparable = [...assembly.parameters].filter(([parameter, { parameter: of }]) => {
    if (seen.has(of)) return false
    seen.add(of)
    const own = typeOfParameter(assembly, { parameter })
    return type === undefined || own === type || (own === undefined && (type === 'number' || type === 'date'))
  })
  return comparable.filter(([, { parameter: of }]) => unit === undefined || of.unit === unit).map(([parameter]) => ({ parameter }))
}

/** The other things a left side can be compared with: of its type, and of its code list and unit where there are any. */
export const comparableWith = (readables: readonly Readable[], { type, list, unit }: LeftSide, left: string): readonly Readable[] =>
  readables.filter((each) => each.key !== left && each.type === type && each.list === list && type !== 'list' && (unit === undefined || each.unit === undefined || each.unit === unit))

interface Words {
  readonly yes: string
  readonly no: string
}

/** A right side as its field shows it. */
export const writeOperandText = (assembly: Assembly, operand: SingleOperand, { unit = '', list, type, fieldKind }: LeftSide, language: Language, words: Words): string => {
  if (isParameterReference(operand) || isFactReference(operand)) return describeReference(assembly, operand).title[language]
  if (typeof operand === 'boolean') return operand ? words.yes : words.no
  if (operand === unwrittenValue) return ''
  if (list !== undefined || refinementOf(fieldKind)) return formatValue(operand, { list, fieldKind, lists: assembly.lists, language })
  return typeof operand === 'string' && type === 'date' ? formatDay(operand) : writeLiteral(operand, unit, language)
}

const literalOf = (answer: Answer | undefined): Literal | undefined => (typeof answer === 'object' ? undefined : answer)

/** What a typed text stands for on the right of a left side; undefined where it cannot be read. Codes and answers are chosen, not typed. */
export const readOperandText = (text: string, { type, unit = '', list, fieldKind }: LeftSide, language: Language): Literal | undefined => {
  if (list !== undefined || text.trim() === '') return undefined
  const refined = refinementOf(fieldKind)
  if (refined) return literalOf(refined.kind.parse(text, refined.options))
  if (type === 'number') return readLiteral(text, unit, language)
  if (type === 'date') return parseDay(text)
  return type === 'text' ? text.trim() : undefined
}
