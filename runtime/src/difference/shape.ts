import { canonicalJson } from '../release/canonical-json.ts'
import type { Json, Thing } from './change.ts'
import { wholeName, isJsonList, isJsonObject } from './keyed-document.ts'

/** How one part of a document is compared. Parts no shape names are compared as a whole. */
export type Shape =
  /** As a whole. */
  | { readonly kind: 'value'; readonly thing: Thing }
  /**
   * Property by property, where both are of one sort; as a whole where not. With a limit, also as a whole where more
   * than so many changes would be told, or one part is put in the place of another.
   */
  | { readonly kind: 'record'; readonly thing: Thing; readonly properties: Readonly<Record<string, ShapeOf>>; readonly sortOf?: (value: Json) => string; readonly limit?: number }
  /** A record whose keys are names of things of one sort. */
  | { readonly kind: 'names'; readonly thing: Thing; readonly item: ShapeOf }
  /** Things in an order, each with a name that stays. */
  | { readonly kind: 'list'; readonly thing: Thing; readonly item: ShapeOf; readonly name: (item: Json, index: number) => string }

/** The shape depends on the value where one place holds several sorts. */
export type ShapeOf = (value: Json) => Shape

const value = (thing: Thing): ShapeOf => () => ({ kind: 'value', thing })

/** What a property is that its record does not name. */
export const plainProperty: Shape = { kind: 'value', thing: 'property' }

const record = (thing: Thing, properties: Readonly<Record<string, ShapeOf>>, sortOf?: (value: Json) => string): ShapeOf => (part) =>
  isJsonObject(part) ? { kind: 'record', thing, properties, ...(sortOf && { sortOf }) } : { kind: 'value', thing }

const names = (thing: Thing, item: ShapeOf): ShapeOf => (part) => (isJsonObject(part) ? { kind: 'names', thing, item } : { kind: 'value', thing })

/** A list in which a draft has one name twice is compared as a whole. */
const list = (item: ShapeOf, name: (item: Json, index: number) => string): ShapeOf => (part) =>
  isJsonList(part) && new Set(part.map(name)).size === part.length ? { kind: 'list', thing: 'property', item, name } : plainProperty

const textOf = (part: Json, key: string): string => {
  const text = isJsonObject(part) ? part[key] : undefined
  return typeof text === 'string' ? text : canonicalJson(part)
}

const byId = (part: Json): string => textOf(part, 'id')
const byPosition = (_part: Json, index: number): string => String(index)

const keysOf = (part: Json): string => (isJsonObject(part) ? Object.keys(part).toSorted().join(' ') : typeof part)

/** More changes than these inside one condition or expression are told as the old and the new sentence. */
const most = 2

const groups = ['all', 'any', 'not']

const conditionName = (part: Json): string => {
  if (isJsonObject(part)) for (const key of ['id', 'condition']) if (typeof part[key] === 'string') return `${part[key]}`
  return keysOf(part)
}

const condition: ShapeOf = (part) => {
  if (!isJsonObject(part) || !groups.some((group) => Object.hasOwn(part, group))) return { kind: 'value', thing: 'condition' }
  const group = list(condition, conditionName)
  return { kind: 'record', thing: 'condition', properties: { all: group, any: group, not: condition }, sortOf: keysOf, limit: most }
}

const conditionKeys = ['if', 'where', 'among']
const readings = ['fact', 'parameter', 'moment', 'countEvents']

const sortOfExpression = (part: Json): string =>
  isJsonObject(part) ? Object.entries(part).map(([key, inner]) => (isJsonList(inner) ? `${key}/${inner.length}` : key)).toSorted().join(' ') : typeof part

const operands = list((part) => expression(part), byPosition)

const expression: ShapeOf = (part) => {
  if (!isJsonObject(part) || readings.some((key) => Object.hasOwn(part, key))) return { kind: 'value', thing: 'expression' }
  const properties = Object.fromEntries(Object.entries(part).map(([key, inner]): [string, ShapeOf] => {
    if (conditionKeys.includes(key)) return [key, condition]
    return [key, isJsonList(inner) ? operands : isJsonObject(inner) ? expression : value('expression')]
  }))
  return { kind: 'record', thing: 'expression', properties, sortOf: sortOfExpression, limit: most }
}

const rule = record('rule', { source: value('source'), conditions: condition })

const row = record('row', { source: value('source'), cells: names('property', value('cell')), results: names('property', value('result')) })

const piece = record('piece', {
  source: value('source'),
  value: expression,
  conditions: condition,
  level: expression,
  amount: expression,
  period: record('property', { at_most: expression, from: expression, to: expression }),
  rules: list(rule, byId),
  inputs: list(value('input'), wholeName),
  outputs: list(value('output'), wholeName),
  rows: list(row, byId),
}, (part) => textOf(part, 'kind'))

const valuesByField = record('amount', { values: names('amount', value('keyed_amount')) }, (part) => `${keysOf(part)} ${textOf(part, 'by')}`)

const amount: ShapeOf = (part) => (isJsonObject(part) && Object.hasOwn(part, 'values') ? valuesByField(part) : { kind: 'value', thing: 'amount' })

const parameter = record('parameter', { source: value('source'), amount })

const itemName = (part: Json): string => (isJsonObject(part) && typeof part['field'] === 'string' ? part['field'] : byId(part))

const items = list((part) => item(part), itemName)

const rosterColumns = list(value('roster_column'), wholeName)

/** The columns of a roster are questions, those of a group a number. */
const item = record('item', {
  visible: condition,
  items,
  columns: (part) => (isJsonList(part) ? rosterColumns(part) : plainProperty),
}, (part) => textOf(part, 'kind'))

const section = record('section', { visible: condition, items })

const check = record('check', { conditions: condition })

const form = record('form', { sections: list(section, byId), checks: list(check, byId) })

const measure = record('property', { value: expression, where: condition, among: condition }, keysOf)

const reportColumn: ShapeOf = (part) => record('report_column', { columns: list(reportColumn, byId), measure, formula: expression })(part)

const reportRow = record('report_row', { where: condition })

const rowBlock: ShapeOf = (part) => record('row_block', { rows: list(rowBlock, byId), conditions: list(reportRow, byId), where: condition })(part)

const report = record('report', { logic: list(piece, byId), rows: list(rowBlock, byId), columns: list(reportColumn, byId), checks: list(record('report_check', { equals: expression }), byId) })

/** A release, keyed. */
export const releaseShape: ShapeOf = record('property', {
  legal_basis: list(value('citation'), wholeName),
  parameters: names('property', parameter),
  logic: list(piece, byId),
  forms: list(form, byId),
  reports: list(report, byId),
  cases: list(record('case', {}), byId),
})

const fields = record('property', { properties: names('property', record('field', { applies: condition })) })

/** What all releases share, keyed. */
export const commonShape: ShapeOf = record('property', {
  register: record('property', {}),
  dictionary: record('property', {
    properties: record('property', { household: fields, members: record('property', { items: fields }), unit: fields }),
  }),
  lists: list(record('list', { entries: list(record('entry', {}), (part) => textOf(part, 'code')) }), byId),
  facts: list(piece, byId),
})

/** A part inside a record or list, with its name and shape. */
export interface Part {
  readonly name: string
  readonly value: Json
  readonly shape: Shape
}

/** The parts of a part, by name and in order; a value has none. */
export const partsOf = (shape: Shape, part: Json): readonly Part[] => {
  if (shape.kind === 'list' && isJsonList(part)) return part.map((each, index) => ({ name: shape.name(each, index), value: each, shape: shape.item(each) }))
  if ((shape.kind !== 'record' && shape.kind !== 'names') || !isJsonObject(part)) return []
  return Object.entries(part).map(([name, each]) => ({ name, value: each, shape: shapeOfProperty(shape, name, each) }))
}

const shapeOfProperty = (shape: Extract<Shape, { kind: 'record' | 'names' }>, name: string, part: Json): Shape => {
  if (shape.kind === 'names') return shape.item(part)
  return Object.hasOwn(shape.properties, name) ? (shape.properties[name]?.(part) ?? plainProperty) : plainProperty
}

/** Whether two parts can be compared part by part. */
export const comparable = (before: Part, after: Part): boolean => {
  const [a, b] = [before.shape, after.shape]
  if (a.kind === 'value' || b.kind === 'value' || a.kind !== b.kind || a.thing !== b.thing) return false
  return a.kind !== 'record' || a.sortOf === undefined || a.sortOf(before.value) === a.sortOf(after.value)
}
