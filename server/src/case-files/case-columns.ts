import { expectableResults, fieldsRead, formatUnit, questionsOf, type Assembly, type CaseDocument, type FieldSchema, type Text, type ValueType } from '@tieuchi/runtime'
import { headWords } from './case-file-words.ts'

/** What a cell of a column can hold. */
export interface CellKind {
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  /** A day of which month or year alone may be known. */
  readonly partial?: boolean
  readonly codes?: readonly { readonly code: string; readonly title: Text }[] | undefined
  /** Whether in place of a value it can say that nothing may be concluded, or that it does not apply. */
  readonly states?: boolean
}

/** A column for answers or expectations; heads are different from each other on one sheet. */
export interface ValueColumn {
  readonly of: 'household' | 'unit' | 'members' | 'expect' | 'expectOfMembers'
  readonly name: string
  readonly head: Text
  readonly kind: CellKind
}

const withUnit = ({ vi, en }: Text, unit: string | undefined): Text => {
  const written = { vi: unit === undefined ? '' : formatUnit(unit, 'vi').trim(), en: unit === undefined ? '' : formatUnit(unit, 'en').trim() }
  return { vi: written.vi === '' ? vi : `${vi} (${written.vi})`, en: written.en === '' ? en : `${en} (${written.en})` }
}

const typeOf = ({ type, format }: FieldSchema): ValueType => {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'array') return 'list'
  return format === 'date' || format === 'partial-date' ? 'date' : 'text'
}

const codesOf = ({ lists }: Assembly, list: string | undefined): CellKind['codes'] => lists.get(list ?? '')?.entries

/** What a cell with the answer to a question can hold. */
export const kindOfField = (schema: FieldSchema, lists: Assembly['lists']): CellKind =>
  ({ type: typeOf(schema), ...(schema.format === 'partial-date' && { partial: true }), codes: lists.get(schema['x-list'] ?? '')?.entries })

const asked = ({ release }: Assembly): readonly string[] =>
  release.forms.flatMap((form) => questionsOf(form).map(({ item }) => item.field))

const answered = ({ given: { household = {}, members = [], unit = {} } }: CaseDocument): readonly string[] =>
  [household, unit, ...members.map(({ id: _id, ...answers }) => answers)].flatMap(Object.keys)

/** Whether somebody would look for a column: a question that a form asks, rules read, or a case answers; a result of the release, or what a case expects. */
type Wanted = (name: string) => boolean

function answersWanted(assembly: Assembly): Wanted {
  const wanted = new Set([...fieldsRead(assembly), ...asked(assembly), ...assembly.release.cases.flatMap(answered)])
  return (name) => wanted.has(name)
}

function expectationsWanted(assembly: Assembly): Wanted {
  const named = new Set(assembly.release.cases.flatMap(({ expect }) => Object.keys(expect)))
  const results = new Set(expectableResults(assembly).flatMap(({ kind, name }) => (kind === 'outcome' || kind === 'entitlement' ? [name] : [])))
  return (name) => results.has(name) || named.has(name)
}

/** A column for each question, in the order of the dictionary. */
const answerColumns = (assembly: Assembly): readonly ValueColumn[] =>
  [...assembly.fields.values()].flatMap(({ id, place, schema }): readonly ValueColumn[] =>
    (place === 'history' ? [] : [{ of: place, name: id, head: withUnit(schema['x-label'], schema['x-unit']), kind: kindOfField(schema, assembly.lists) }]))

/** A column for everything a case can expect. */
const expectColumns = (assembly: Assembly): readonly ValueColumn[] =>
  expectableResults(assembly).map(({ name, title, type, unit, list, codes, ofMembers }) => ({
    of: ofMembers ? 'expectOfMembers' : 'expect', name, kind: { type, states: true, codes: codes ?? codesOf(assembly, list) },
    head: withUnit({ vi: `${headWords.expected.vi}: ${title.vi}`, en: `${headWords.expected.en}: ${title.en}` }, unit),
  }))

const sheetOf = ({ of }: ValueColumn): 'cases' | 'members' => (of === 'members' || of === 'expectOfMembers' ? 'members' : 'cases')

/** Of heads that are the same the later ones are numbered. */
function distinct(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const key = `${sheetOf(column)} ${column.head.vi}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? column : { ...column, head: { vi: `${column.head.vi} (${count})`, en: `${column.head.en} (${count})` } }
  })
}

interface Columns {
  readonly cases: readonly ValueColumn[]
  readonly members: readonly ValueColumn[]
}

const order: readonly ValueColumn['of'][] = ['household', 'unit', 'members', 'expect', 'expectOfMembers']

/** The columns that a file is written with, and behind them whatever else could have one. */
function allColumns(assembly: Assembly): { readonly written: readonly ValueColumn[]; readonly others: readonly ValueColumn[] } {
  const [isAnswer, isExpectation] = [answersWanted(assembly), expectationsWanted(assembly)]
  const all = [...answerColumns(assembly), ...expectColumns(assembly)].toSorted((a, b) => order.indexOf(a.of) - order.indexOf(b.of))
  const isWritten = ({ of, name }: ValueColumn): boolean => (of === 'expect' || of === 'expectOfMembers' ? isExpectation : isAnswer)(name)
  return { written: all.filter(isWritten), others: all.filter((column) => !isWritten(column)) }
}

const bySheet = (columns: readonly ValueColumn[]): Columns => ({ cases: columns.filter((column) => sheetOf(column) === 'cases'), members: columns.filter((column) => sheetOf(column) === 'members') })

/** The columns of both sheets behind those that name the case. */
export const valueColumns = (assembly: Assembly): Columns => bySheet(distinct(allColumns(assembly).written))

/** The columns a file may come with: those it is written with, under the same heads, and of everything else that can be answered or expected. */
export function readableColumns(assembly: Assembly): Columns {
  const { written, others } = allColumns(assembly)
  return bySheet(distinct([...written, ...others]))
}
