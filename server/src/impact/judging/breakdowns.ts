import { fieldKindOf, type Answer, type Answers, type CommonDocument, type FieldSchema } from '@tieuchi/runtime'
import { unitColumn } from '@tieuchi/runtime/columns/column.ts'
import { hasColumn } from '@tieuchi/runtime/columns/column-layout.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { headReader, readerOf, type ReadRow } from '@tieuchi/runtime/columns/row-values.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'

/** Something figures are told apart by; `field` where it is the answer to a question. */
export interface Breakdown {
  readonly id: string
  readonly of: 'unit' | 'members' | 'answer'
  readonly field?: { readonly id: string; readonly schema: FieldSchema }
  readonly inColumns: (register: RegisterColumns) => ReadRow
  readonly ofRow: (row: RegisterRow) => Answer | undefined
}

const byUnit: Breakdown = { id: 'unit', of: 'unit', inColumns: (register) => readerOf(register, 'row', unitColumn), ofRow: ({ unit }) => unit }

const byMembers: Breakdown = { id: 'members', of: 'members', inColumns: () => ({ members }) => members, ofRow: ({ input: { members } }) => members?.length }

/** Answers of which there are few: yes or no, and the codes of a list. */
const isFinite = (schema: FieldSchema): boolean => ['choice', 'yes-no'].includes(fieldKindOf(schema))

/** Units and their attributes, the number of members, and what the dictionary names for it. */
export function breakdownsOf({ dictionary: { properties: { household, members, unit } }, register }: CommonDocument): readonly Breakdown[] {
  const named = register.breakdowns ?? []
  return [
    byUnit,
    ...fieldsIn(unit.properties).map((field) => byAnswer('unit', field)),
    ...fieldsIn(household.properties).filter(({ id }) => named.includes(id)).map((field) => byAnswer('household', field)),
    ...fieldsIn(members.items.properties).filter(({ id }) => named.includes(id)).map((field) => byHead(field, register.head)),
    byMembers,
  ]
}

type Field = NonNullable<Breakdown['field']>

const fieldsIn = (properties: Readonly<Record<string, FieldSchema>>): readonly Field[] =>
  Object.entries(properties).filter(([, schema]) => isFinite(schema)).map(([id, schema]) => ({ id, schema }))

/** A register in columns of an older dictionary may lack a question. */
const unasked: ReadRow = () => undefined

const byAnswer = (place: 'unit' | 'household', field: Field): Breakdown => ({
  id: `${place}.${field.id}`,
  of: 'answer',
  field,
  inColumns: (register) => (hasColumn(register.layout, place, field.id) ? readerOf(register, place, field.id) : unasked),
  ofRow: ({ input }) => answersAt(input[place])[field.id],
})

const answersAt = (answers: Answers | undefined): Answers => answers ?? {}

const byHead = (field: Field, head: CommonDocument['register']['head']): Breakdown => ({
  id: `head.${field.id}`,
  of: 'answer',
  field,
  inColumns: (register) => (hasColumn(register.layout, 'members', field.id) ? headReader(register, field.id) : unasked),
  ofRow: ({ input: { members = [] } }) => (members.find((member) => member[head.field] === head.value) ?? members[0])?.[field.id],
})
