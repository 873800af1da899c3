import { expectableResults, fieldsRead, formatUnit, questionsOf, type Assembly, type CaseDocument, type ExpectableResult, type FieldSchema, type Text, type ValueType } from '@tieuchi/runtime'
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

/** The questions that a form asks, rules read, or a case answers, in the order of the dictionary. */
function answerColumns(assembly: Assembly): readonly ValueColumn[] {
  const wanted = new Set([...fieldsRead(assembly), ...asked(assembly), ...assembly.release.cases.flatMap(answered)])
  return [...assembly.fields.values()].flatMap(({ id, place, schema }): readonly ValueColumn[] => {
    if (place === 'history' || !wanted.has(id)) return []
    return [{ of: place, name: id, head: withUnit(schema['x-label'], schema['x-unit']), kind: kindOfField(schema, assembly.lists) }]
  })
}

/** Results of the release, and whatever else its cases expect. */
function expectColumns(assembly: Assembly): readonly ValueColumn[] {
  const named = new Set(assembly.release.cases.flatMap(({ expect }) => Object.keys(expect)))
  const wanted = ({ kind, name }: ExpectableResult): boolean => kind === 'outcome' || kind === 'entitlement' || named.has(name)
  return expectableResults(assembly).filter(wanted).map(({ name, title, type, unit, list, codes, ofMembers }) => ({
    of: ofMembers ? 'expectOfMembers' : 'expect', name, kind: { type, states: true, codes: codes ?? codesOf(assembly, list) },
    head: withUnit({ vi: `${headWords.expected.vi}: ${title.vi}`, en: `${headWords.expected.en}: ${title.en}` }, unit),
  }))
}

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

/** The columns of both sheets behind those that name the case. */
export function valueColumns(assembly: Assembly): { readonly cases: readonly ValueColumn[]; readonly members: readonly ValueColumn[] } {
  const order: readonly ValueColumn['of'][] = ['household', 'unit', 'members', 'expect', 'expectOfMembers']
  const all = distinct([...answerColumns(assembly), ...expectColumns(assembly)].toSorted((a, b) => order.indexOf(a.of) - order.indexOf(b.of)))
  return { cases: all.filter((column) => sheetOf(column) === 'cases'), members: all.filter((column) => sheetOf(column) === 'members') }
}
