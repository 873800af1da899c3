import type { FieldSchema } from '../../documents/common-document.ts'
import type { FieldItem } from '../../documents/form-document.ts'
import type { Text } from '../../documents/text.ts'
import type { AssembledField } from '../../release/assembly.ts'
import { fieldKindOf } from '../field-kinds.ts'
import { limitsSaid, type AnswerType } from './answer-type.ts'
import type { AskedProperty } from './asked-property.ts'
import { compareWithDictionary } from './dictionary-differences.ts'
import { takeChoices } from './read-choices.ts'
import { takeWidget } from './read-widget.ts'
import { inBoth, nameAsWords, takeHelp, takeTitle, type Reading } from './reading.ts'
import { takeYesNo } from './yes-no-names.ts'

/** A question of the form, and what it adds to the dictionary where that does not have it. */
export interface ReadQuestion {
  readonly item: FieldItem
  readonly added?: FieldSchema
}

/** Whether a field of the dictionary asks for the same kind of answer. */
const asksSame = ({ schema }: AssembledField, { schema: wanted, choices }: AnswerType): boolean =>
  schema.type === wanted.type && schema.format === wanted.format && (schema['x-list'] !== undefined) === (choices !== undefined)

const knownField = ({ assembly, ids }: Reading, { property, answer, of }: AskedProperty): AssembledField | undefined =>
  ids.candidates(property.name).flatMap((id) => assembly.fields.get(id) ?? []).find((field) => field.place === of && !ids.isAsked(field.id) && asksSame(field, answer))

/** Reads a question: one the dictionary has where name and type are the same, and otherwise a new one. */
export const readQuestion = (reading: Reading, asked: AskedProperty): ReadQuestion => {
  const { property, node, ui, answer, required, within } = asked
  const known = knownField(reading, asked)
  const id = known?.id ?? reading.ids.forField(property.name, within)
  reading.ids.ask(id)
  if (id !== property.name) reading.ledger.note({ ...property.cell, value: property.name }, 'renamed', renamed(property.name, id))
  for (const cell of answer.cells) reading.ledger.take(cell)
  if (known && answer.choices) compareWithDictionary.choices(reading, known, answer.choices)
  if (answer.choices) takeChoices(reading, answer.choices)
  if (answer.schema.type === 'boolean') takeYesNo(reading, node, ui)
  const title = takeTitle(reading, node, ui)
  const help = takeHelp(reading, node, ui)
  const marks = { ...(required && { required }), ...takeWidget(reading, ui, kindOf(answer)) }
  if (known) {
    compareWithDictionary.limits(reading, known, asked)
    return { item: { kind: 'field', field: id, ...ownWords(known.schema, title, help), ...marks } }
  }
  for (const cell of Object.values(answer.limits)) reading.ledger.take(cell)
  return { item: { kind: 'field', field: id, ...marks }, added: newField(reading, asked, id, title === undefined ? nameAsWords(property.name) : inBoth(title), help) }
}

const kindOf = ({ schema, choices }: AnswerType) => fieldKindOf({ ...schema, 'x-label': inBoth('-'), ...(choices && { 'x-list': '-' }) })

const isSaid = (words: Text | undefined, there: Text | undefined): boolean => words === undefined || (there !== undefined && [there.vi, there.en].includes(words.vi))

/** The form's own words, where they are not those of the dictionary in one of its languages. */
const ownWords = (schema: FieldSchema, title: string | undefined, help: Text | undefined): Pick<FieldItem, 'label' | 'help'> => {
  const label = title === undefined ? undefined : inBoth(title)
  return { ...(label && !isSaid(label, schema['x-label']) && { label }), ...(help && !isSaid(help, schema['x-help']) && { help }) }
}

const newField = ({ lists }: Reading, { answer }: AskedProperty, id: string, label: Text, help: Text | undefined): FieldSchema => ({
  ...answer.schema,
  ...limitsSaid(answer.limits),
  'x-label': label,
  ...(help && { 'x-help': help }),
  ...(answer.choices && { 'x-list': lists.place(id, label, answer.choices.choices.map(({ code, title }) => ({ code, title: inBoth(title) }))) }),
})

const renamed = (name: string, id: string): Text => ({
  vi: `“${name}” được nhận với mã “${id}”; hãy dùng mã này trong quy tắc, và khi chuyển dữ liệu cũ.`,
  en: `“${name}” is taken with the id “${id}”; use that in rules, and where older data is moved.`,
})
