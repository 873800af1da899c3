import { canonicalJson } from '../release/canonical-json.ts'
import type { Json } from './change.ts'

/** An object of a document, or its keyed form. */
export type JsonObject = { readonly [key: string]: Json }

export const isJsonObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** One name per column, in order; a name that occurs again is numbered, so that no cell is lost. */
const uniqueKeys = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}

/** The name of something that is nothing but its value: a text as it is, anything else as canonical JSON. */
export const wholeName = (part: Json): string => (typeof part === 'string' ? part : canonicalJson(part))

const columnKeys = (columns: Json | undefined): readonly string[] => (isJsonList(columns) ? uniqueKeys(columns.map(wholeName)) : [])

const gathered = (value: JsonObject, name: string, keys: readonly string[], always: boolean): JsonObject => {
  const inside = Object.entries(value).filter(([key]) => keys.includes(key))
  const outside = Object.entries(value).filter(([key]) => !keys.includes(key))
  return Object.fromEntries(inside.length > 0 || always ? [...outside, [name, Object.fromEntries(inside)]] : outside)
}

const spread = (value: JsonObject, name: string): JsonObject => {
  const inside = value[name]
  return isJsonObject(inside) ? Object.fromEntries([...Object.entries(value).filter(([key]) => key !== name), ...Object.entries(inside)]) : value
}

const sourceKeys = ['citation', 'certainty', 'confirmed', 'note']
const amountKeys = ['value', 'by', 'values']

const withSource = (value: JsonObject): JsonObject => gathered(value, 'source', sourceKeys, false)

type Rewrite = (value: JsonObject) => JsonObject

const eachOf = (list: Json | undefined, rewrite: Rewrite): Json => (isJsonList(list) ? list.map((item) => (isJsonObject(item) ? rewrite(item) : item)) : (list ?? null))

const eachIn = (record: Json | undefined, rewrite: Rewrite): Json =>
  isJsonObject(record) ? Object.fromEntries(Object.entries(record).map(([key, item]) => [key, isJsonObject(item) ? rewrite(item) : item])) : (record ?? null)

const replaced = (value: JsonObject, key: string, write: (part: Json | undefined) => Json): JsonObject =>
  Object.hasOwn(value, key) ? { ...value, [key]: write(value[key]) } : value

/** The cells of a row by column, where there is one per column; a draft with more or fewer keeps them as they are. */
const keyedCells = (row: JsonObject, name: string, keyedName: string, columns: readonly string[]): JsonObject => {
  const cells = row[name]
  if (!isJsonList(cells) || cells.length !== columns.length) return row
  const keyed = columns.flatMap((column, index) => (cells[index] === null ? [] : [[column, cells[index] ?? null] as const]))
  return { ...withoutKey(row, name), [keyedName]: Object.fromEntries(keyed) }
}

const cellsInOrder = (row: JsonObject, name: string, keyedName: string, columns: readonly string[]): JsonObject => {
  const cells = row[keyedName]
  if (!isJsonObject(cells)) return row
  return { ...withoutKey(row, keyedName), [name]: columns.map((column) => (Object.hasOwn(cells, column) ? (cells[column] ?? null) : null)) }
}

const withoutKey = (value: JsonObject, name: string): JsonObject => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))

const rewriteRows = (piece: JsonObject, cells: typeof keyedCells, rewrite: Rewrite): JsonObject => {
  const inputs = columnKeys(piece['inputs'])
  const outputs = columnKeys(piece['outputs'])
  return replaced(piece, 'rows', (rows) => eachOf(rows, (row) => rewrite(cells(cells(row, 'when', 'cells', inputs), 'then', 'results', outputs))))
}

const keyedPiece: Rewrite = (piece) => {
  const own = withSource(piece)
  if (piece['kind'] === 'rules') return replaced(own, 'rules', (rules) => eachOf(rules, withSource))
  return piece['kind'] === 'table' ? rewriteRows(own, keyedCells, withSource) : own
}

const plainPiece: Rewrite = (piece) => {
  const own = spread(piece, 'source')
  if (piece['kind'] === 'rules') return replaced(own, 'rules', (rules) => eachOf(rules, (rule) => spread(rule, 'source')))
  return piece['kind'] === 'table' ? rewriteRows(own, cellsInOrder, (row) => spread(row, 'source')) : own
}

const rewriteDocument = (document: JsonObject, piece: Rewrite, parameter: Rewrite): JsonObject => {
  const logic = replaced(document, 'logic', (pieces) => eachOf(pieces, piece))
  const facts = replaced(logic, 'facts', (pieces) => eachOf(pieces, piece))
  return replaced(facts, 'parameters', (parameters) => eachIn(parameters, parameter))
}

/**
 * The document as it is compared: the cells of a table by their column, the value of a parameter as one, and what a
 * value, row or rule rests on as one. Nothing is lost: `plainDocument` takes it back.
 */
export const keyedDocument = (document: JsonObject): JsonObject =>
  rewriteDocument(document, keyedPiece, (parameter) => withSource(gathered(parameter, 'amount', amountKeys, true)))

/** The document as it is stored. */
export const plainDocument = (document: JsonObject): JsonObject =>
  rewriteDocument(document, plainPiece, (parameter) => spread(spread(parameter, 'source'), 'amount'))
