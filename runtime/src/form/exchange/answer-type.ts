import type { FieldSchema } from '../../documents/common-document.ts'
import { limits } from '../../limits/limits.ts'
import { dayPatterns } from '../../values/day-pattern.ts'
import { fitsDigits } from '../../values/number.ts'
import { personalNumberPattern } from '../../values/personal-number.ts'
import type { Cell } from './cell.ts'
import { findChoices, type Choices } from './read-choices.ts'
import { nodeAt, type Reading } from './reading.ts'
import type { SchemaNode } from './schema-node.ts'

export type Limit = 'minimum' | 'maximum' | 'minLength' | 'maxLength'

/** What a question asks for, as the dictionary says it, and where that was read. */
export interface AnswerType {
  readonly schema: Pick<FieldSchema, 'type' | 'format' | 'items' | 'uniqueItems'>
  readonly choices?: Choices | undefined
  readonly limits: Readonly<Partial<Record<Limit, Cell>>>
  /** Where its type stands. */
  readonly cells: readonly Cell[]
}

const present = (...cells: readonly (Cell | undefined)[]): readonly Cell[] => cells.filter((cell) => cell !== undefined)

/** The type a schema names; a question may be left unanswered anyway, so that “or null” says nothing more. */
const typeNamed = (node: SchemaNode): string | undefined => {
  const value = node.keyword('type')?.value
  const types: readonly unknown[] = Array.isArray(value) && value.length > 1 ? value.filter((each) => each !== 'null') : [value].flat()
  const [type] = types
  return typeof type === 'string' && types.length === 1 ? type : undefined
}

/** What a schema is of where it does not say. */
const typeImplied = (node: SchemaNode): string | undefined => {
  if (node.keyword('type')) return undefined
  if (node.keyword('properties')) return 'object'
  if (node.keyword('items')) return 'array'
  if (findChoices(node, undefined)) return 'string'
  return ['minLength', 'maxLength', 'pattern', 'format'].some((keyword) => node.keyword(keyword)) ? 'string' : undefined
}

export const typeOfNode = (node: SchemaNode): string | undefined => typeNamed(node) ?? typeImplied(node)

const isLength = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= limits.text

const limitsIn = (node: SchemaNode, names: readonly Limit[], isLimit: (value: unknown) => boolean): AnswerType['limits'] =>
  Object.fromEntries(names.flatMap((name) => {
    const cell = node.keyword(name)
    return cell && isLimit(cell.value) ? [[name, cell]] : []
  }))

const patterns: Readonly<Record<string, NonNullable<FieldSchema['format']>>> = {
  [dayPatterns.date]: 'date', [dayPatterns['partial-date']]: 'partial-date', [personalNumberPattern]: 'personal-number', '^[0-9]{12}$': 'personal-number',
}

/** Patterns of days and personal numbers are formats of the dictionary. */
const formatOf = (node: SchemaNode): readonly [NonNullable<FieldSchema['format']>, Cell] | undefined => {
  const [format, pattern] = [node.keyword('format'), node.keyword('pattern')]
  if (format?.value === 'date') return ['date', format]
  const known = typeof pattern?.value === 'string' && Object.hasOwn(patterns, pattern.value) ? patterns[pattern.value] : undefined
  return known && pattern ? [known, pattern] : undefined
}

const textType = (node: SchemaNode, ui: Cell | undefined): AnswerType => {
  const [type, choices, format] = [node.keyword('type'), findChoices(node, ui), formatOf(node)]
  if (choices) return { schema: { type: 'string' }, choices, limits: {}, cells: present(type) }
  if (format) return { schema: { type: 'string', format: format[0] }, limits: {}, cells: present(type, format[1]) }
  return { schema: { type: 'string' }, limits: limitsIn(node, ['minLength', 'maxLength'], isLength), cells: present(type) }
}

const numberType = (node: SchemaNode, ui: Cell | undefined, type: 'integer' | 'number'): AnswerType => {
  const choices = findChoices(node, ui)
  const cells = present(node.keyword('type'))
  if (choices) return { schema: { type: 'string' }, choices, limits: {}, cells }
  return { schema: { type }, limits: limitsIn(node, ['minimum', 'maximum'], (value) => typeof value === 'number' && fitsDigits(value)), cells }
}

/** A list is an answer where what it may hold is chosen from a list. */
const choicesType = (reading: Reading, node: SchemaNode, ui: Cell | undefined): AnswerType | undefined => {
  const items = node.keyword('items')
  const inner = items && nodeAt(reading, items)
  const choices = inner && ['string', 'number', 'integer'].includes(typeOfNode(inner) ?? '') ? findChoices(inner, ui) : undefined
  const unique = node.keyword('uniqueItems')
  if (!inner || !choices) return undefined
  return { schema: { type: 'array', items: { type: 'string' }, uniqueItems: true }, choices, limits: {}, cells: present(node.keyword('type'), inner.keyword('type'), unique?.value === true ? unique : undefined) }
}

/** What a schema asks for; undefined where no question can ask for it. Nothing is taken yet. */
export const answerTypeOf = (reading: Reading, node: SchemaNode, ui: Cell | undefined): AnswerType | undefined => {
  const type = typeOfNode(node)
  if (type === 'string') return textType(node, ui)
  if (type === 'integer' || type === 'number') return numberType(node, ui, type)
  if (type === 'boolean') return { schema: { type }, limits: {}, cells: present(node.keyword('type')) }
  return type === 'array' ? choicesType(reading, node, ui) : undefined
}

/** The limits themselves. */
export const limitsSaid = (cells: AnswerType['limits']): Readonly<Partial<Record<Limit, number>>> =>
  Object.fromEntries(Object.entries(cells).flatMap(([name, { value }]) => (name === 'maxLength' && value === limits.text ? [] : [[name, Number(value)]])))
