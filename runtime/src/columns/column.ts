import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Answer } from '../documents/input-document.ts'
import { fieldKindOf } from '../form/field-kinds.ts'
import { numberScaleOf, type NumberScale } from '../plan/dictionary/number-scale.ts'
import { columnKindOf, columnKinds, keepsTexts, type ColumnKindName } from './column-kinds.ts'
import { unfit, widen, type ColumnEncoding, type ColumnForm } from './column-kinds/column-kind.ts'
import { TextDictionary } from './text-dictionary.ts'

/** Whose answers a column holds; `row` is what the register itself keeps of a household or member, `history` the earlier decisions. */
export const columnPlaces = ['row', 'household', 'unit', 'history', 'memberRow', 'members', 'memberHistory'] as const

export type ColumnPlace = (typeof columnPlaces)[number]

/** One question over every household, or over every member. */
export interface Column {
  readonly id: string
  readonly place: ColumnPlace
  readonly kind: ColumnKindName
  readonly encoding: ColumnEncoding
  /** Whether anybody in columns ever had an answer: before that it takes no bits. */
  readonly answered: boolean
}

/** Name of the column that keeps a household's unit, and of the one that keeps a member's id. */
export const unitColumn = 'unit_id'
export const memberIdColumn = 'id'

/** An empty column; `texts` are those of a list, where no other text is an answer. */
export const newColumn = (id: string, place: ColumnPlace, kind: ColumnKindName, texts?: readonly string[], scale?: NumberScale): Column => ({
  id,
  place,
  kind,
  answered: false,
  encoding: { ...columnKinds[kind].first(texts?.length ?? 0), ...(keepsTexts(kind) && { dictionary: new TextDictionary(texts), closed: texts !== undefined }), ...(scale && { scale }) },
})

/** An empty column for a question; `texts` are the codes of its list. */
export const columnOfField = (id: string, place: ColumnPlace, schema: FieldSchema, texts?: readonly string[]): Column => {
  const kind = columnKindOf[fieldKindOf(schema)]
  return newColumn(id, place, kind, texts, kind === 'number' ? numberScaleOf(schema) : undefined)
}

/** The columns of a dictionary: of each household, and of each member. */
export const columnsOf = ({ dictionary, lists }: CommonDocument): readonly Column[] => {
  const { household, members, unit } = dictionary.properties
  const codes = new Map(lists.map(({ id, entries }) => [id, entries.map(({ code }) => code)]))
  const fields = (place: ColumnPlace, properties: Readonly<Record<string, FieldSchema>>) =>
    Object.entries(properties).map(([id, schema]) => columnOfField(id, place, schema, codes.get(schema['x-list'] ?? '')))
  return [
    newColumn(unitColumn, 'row', 'text'),
    ...fields('household', household.properties),
    ...fields('unit', unit.properties),
    newColumn(memberIdColumn, 'memberRow', 'text'),
    ...fields('members', members.items.properties),
  ]
}

/** Bits before those of the answer: one that says whether there is an answer, or none where 0 says that there is not. */
export const flagBits = ({ kind }: Column): number => (columnKinds[kind].flagged ? 1 : 0)

/** Bits of a column in each row. */
export const bitsOfColumn = (column: Column): number => (column.answered ? flagBits(column) + column.encoding.width : 0)

/** Bits of an answer, from and to, of which one is set in every answer. */
export const knownBits = ({ kind, encoding }: Column): readonly [number, number] => columnKinds[kind].knownBits(encoding.width)

export const isOfMembers = ({ place }: Column): boolean => place === 'members' || place === 'memberRow' || place === 'memberHistory'

/** The number written for an answer: `unfit` where no column could hold it, `widen` where this one must grow first. */
export const writeAnswer = ({ kind, encoding }: Column, answer: Answer): number => columnKinds[kind].write(encoding, answer)

export const readAnswer = ({ kind, encoding }: Column, raw: number): Answer => columnKinds[kind].read(encoding, raw)

/** The column with room for an answer. */
export const widenedColumn = (column: Column, answer: Answer): Column => ({ ...column, encoding: { ...column.encoding, ...columnKinds[column.kind].widened(column.encoding, answer) } })

/** What a number written in one form of a column is in a wider one. */
export const movedNumber = ({ kind, encoding }: Column, raw: number, to: ColumnForm): number => columnKinds[kind].moved(raw, encoding, to)

export { unfit, widen }
