import { assumableResults, expectableResults, fieldsRead, formatUnit, questionsOf, type Assembly, type CaseDocument, type FieldKindUse, type FieldSchema, type Text, type ValueType } from '@tieuchi/runtime'
import { plainText } from '../households/household-search.ts'
import { headWords } from './case-file-words.ts'

/** What a cell of a column can hold. */
export interface CellKind {
  /** Undefined where only evaluation can tell. */
  readonly type: ValueType | undefined
  /** A day of which month or year alone may be known. */
  readonly partial?: boolean
  readonly codes?: readonly { readonly code: string; readonly title: Text }[] | undefined
  /** The kind of a package that says how it is written and read. */
  readonly fieldKind?: FieldKindUse
  /** Whether in place of a value it can say that nothing may be concluded, or that it does not apply. */
  readonly states?: boolean
}

/** Whose value a column holds: an answer, what is given in place of being computed, or what must come out. */
const places = ['household', 'unit', 'members', 'assume', 'assumeOfMembers', 'expect', 'expectOfMembers'] as const

/** A column for answers, given results or expectations; heads are different from each other on one sheet. */
export interface ValueColumn {
  readonly of: (typeof places)[number]
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
  ({ type: typeOf(schema), ...(schema.format === 'partial-date' && { partial: true }), ...(schema['x-kind'] && { fieldKind: schema['x-kind'] }), codes: lists.get(schema['x-list'] ?? '')?.entries })

const asked = ({ release }: Assembly): readonly string[] =>
  release.forms.flatMap((form) => questionsOf(form).map(({ item }) => item.field))

type Named = CaseDocument['expect'] | CaseDocument['assume']

const namesIn = (values: Named, ofMembers: boolean): readonly string[] => Object.entries(values ?? {}).flatMap(([name, value]) => ((typeof value === 'object') === ofMembers ? [name] : []))

/** What a case says something of, in the places that columns have. */
const namesOf = ({ given: { household = {}, members = [], unit = {} }, assume, expect }: CaseDocument): Readonly<Record<ValueColumn['of'], readonly string[]>> => ({
  household: Object.keys(household), unit: Object.keys(unit), members: members.flatMap(({ id: _id, ...answers }) => Object.keys(answers)),
  assume: namesIn(assume, false), assumeOfMembers: namesIn(assume, true), expect: namesIn(expect, false), expectOfMembers: namesIn(expect, true),
})

const keyOf = ({ of, name }: Pick<ValueColumn, 'of' | 'name'>): string => `${of} ${name}`

/** Whether somebody would look for a column: a question that a form asks or rules read, a result of the release, and whatever a case says something of. */
function wantedColumns(assembly: Assembly): (column: ValueColumn) => boolean {
  const said = new Set(assembly.release.cases.flatMap((each) => places.flatMap((of) => namesOf(each)[of].map((name) => keyOf({ of, name })))))
  const questions = new Set([...fieldsRead(assembly), ...asked(assembly)])
  const results = new Set(expectableResults(assembly).flatMap(({ kind, name }) => (kind === 'outcome' || kind === 'entitlement' ? [name] : [])))
  return (column) => said.has(keyOf(column)) || (column.of.startsWith('expect') ? results.has(column.name) : !column.of.startsWith('assume') && questions.has(column.name))
}

/** A column for each question, in the order of the dictionary. */
const answerColumns = (assembly: Assembly): readonly ValueColumn[] =>
  [...assembly.fields.values()].flatMap(({ id, place, schema }): readonly ValueColumn[] =>
    (place === 'history' ? [] : [{ of: place, name: id, head: withUnit(schema['x-label'], schema['x-unit']), kind: kindOfField(schema, assembly.lists) }]))

const headOf = (word: Text, title: Text, unit: string | undefined): Text => withUnit({ vi: `${word.vi}: ${title.vi}`, en: `${word.en}: ${title.en}` }, unit)

/** A column for everything a case can have given instead of computed. */
const assumeColumns = (assembly: Assembly): readonly ValueColumn[] =>
  assumableResults(assembly).map(({ name, title, type, unit, list, ofMembers }) => ({ of: ofMembers ? 'assumeOfMembers' : 'assume', name, kind: { type, states: true, codes: codesOf(assembly, list) }, head: headOf(headWords.assumed, title, unit) }))

/** A column for everything a case can expect. */
const expectColumns = (assembly: Assembly): readonly ValueColumn[] =>
  expectableResults(assembly).map(({ name, title, type, unit, list, codes, ofMembers }) => ({ of: ofMembers ? 'expectOfMembers' : 'expect', name, kind: { type, states: true, codes: codes ?? codesOf(assembly, list) }, head: headOf(headWords.expected, title, unit) }))

const sheetOf = ({ of }: ValueColumn): 'cases' | 'members' => (of === 'members' || of.endsWith('OfMembers') ? 'members' : 'cases')

/** Of heads that are the same the later ones are numbered. */
function distinct(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const key = plainText(`${sheetOf(column)} ${column.head.vi}`)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? column : { ...column, head: { vi: `${column.head.vi} (${count})`, en: `${column.head.en} (${count})` } }
  })
}

interface Columns {
  readonly cases: readonly ValueColumn[]
  readonly members: readonly ValueColumn[]
}

/** Everything that can have a column, always in the same order: a head says the same in each draft with the same rules, whatever its cases hold. */
const allColumns = (assembly: Assembly): readonly ValueColumn[] =>
  distinct([...answerColumns(assembly), ...assumeColumns(assembly), ...expectColumns(assembly)].toSorted((a, b) => places.indexOf(a.of) - places.indexOf(b.of)))

const bySheet = (columns: readonly ValueColumn[]): Columns => ({ cases: columns.filter((column) => sheetOf(column) === 'cases'), members: columns.filter((column) => sheetOf(column) === 'members') })

/** The columns of both sheets behind those that name the case. */
export const valueColumns = (assembly: Assembly): Columns => bySheet(allColumns(assembly).filter(wantedColumns(assembly)))

/** The columns a file may come with: those it is written with, and of everything else that can be answered, given or expected. */
export const readableColumns = (assembly: Assembly): Columns => bySheet(allColumns(assembly))
