import type { FormDocument, FormItem, RosterItem } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import { checkDocumentLimits } from '../../limits/check-limits.ts'
import type { JsonSchema, Verdict } from '../../validation/verdict.ts'
import { householdItems, memberItems, rosterItems } from '../form-items.ts'
import type { Cell } from './cell.ts'
import { compareWithExported } from './changed-export.ts'
import { EditedWords, type Roots } from './edited-words.ts'
import { annotationKey, annotationSchema, type FormAnnotation } from './exchanged-form.ts'
import { exchangedForm } from './export-form.ts'
import { PartReader } from './read-parts.ts'
import { nodeAt, type Reading } from './reading.ts'
import { below, isRecord } from './schema-node.ts'
import { DictionarySettler, type Settled } from './settle-dictionary.ts'

/** Judges data by a JSON Schema, as either validator does. */
export type Validate = (schema: JsonSchema, data: unknown) => Verdict

/** Whether each question is one the annotation has a field for, and each list one it has. */
const isComplete = ({ form, fields, lists }: FormAnnotation): boolean => {
  const asked = [...householdItems(form).map(({ field }) => fields.household[field]), ...memberItems(form).map(({ field }) => fields.members[field])]
  const known = new Set(lists.map(({ id }) => id))
  return rosterItems(form).length < 2 && asked.every((schema) => schema !== undefined && (schema['x-list'] === undefined || known.has(schema['x-list'])))
}

const unsound = {
  vi: 'Phần “tieuchi” không đúng cấu trúc nên không dùng được; lược đồ được đọc như của phần mềm khác, hãy xuất lại biểu mẫu nếu có thể.',
  en: 'The part “tieuchi” is not built as it should be and was not used; the schema was read as another program’s. Export the form again where that is possible.',
} as const

/** The annotation of a form exported from here; undefined where there is none that can be used. */
export const annotationIn = ({ ledger }: Reading, uiSchema: Cell, validate: Validate): FormAnnotation | undefined => {
  const cell = below(uiSchema, annotationKey)
  if (!cell) return undefined
  const sound = checkDocumentLimits(cell.value).length === 0 && validate(annotationSchema, cell.value).valid
  const annotation = sound ? (cell.value as FormAnnotation) : undefined
  if (annotation && isComplete(annotation)) {
    ledger.take(cell)
    return annotation
  }
  ledger.leave(cell, 'unreadable', unsound)
  return undefined
}

/** Reads a form that was exported from here, with what other tools changed since. */
export const readAnnotated = (reading: Reading, roots: Roots, annotation: FormAnnotation): Settled => {
  const { schema, uiSchema: { [annotationKey]: _itself, ...uiSchema } } = exchangedForm(annotation)
  const words = new EditedWords(reading, roots, annotation)
  const form = words.form()
  compareWithExported(reading.ledger, roots.schema, schema, (path) => words.has('schema', path))
  compareWithExported(reading.ledger, roots.uiSchema, uiSchema, (path) => words.has('uiSchema', path))
  const settled = new DictionarySettler(reading, annotation).settle(form)
  return withAddedQuestions(reading, roots, annotation, settled)
}

/** Questions that another tool added: of the household in a section of their own, of members behind the others. */
const withAddedQuestions = (reading: Reading, { schema, uiSchema }: Roots, { fields, form: before }: FormAnnotation, { form, fields: lacking }: Settled): Settled => {
  const parts = new PartReader(reading, rosterItems(before).length > 0)
  const added = (of: Subject, cell: Cell | undefined, ui: Cell | undefined): readonly FormItem[] => {
    const node = cell && nodeAt(reading, cell)
    const names = new Set(node?.properties().map(({ name }) => name).filter((name) => !Object.hasOwn(fields[of], name) && !(of === 'members' && name === 'id')))
    return node && names.size > 0 ? parts.items(node, ui, { of, within: of, groups: true }, names) : []
  }
  const household = added('household', at(schema, 'properties', 'household'), below(uiSchema, 'household'))
  const members = rosterItems(before).length > 0 ? added('members', at(schema, 'properties', 'members', 'items'), at(uiSchema, 'members', 'items')) : []
  const grown = household.length > 0 ? { ...form, sections: [...form.sections, { id: reading.newId(), title: { vi: 'Câu hỏi thêm', en: 'Added questions' }, items: household }] } : form
  return { form: withMembers(grown, members), fields: { household: { ...lacking.household, ...parts.added.household }, members: { ...lacking.members, ...parts.added.members } } }
}

const at = (root: Cell, ...steps: readonly string[]): Cell | undefined =>
  steps.reduce<Cell | undefined>((cell, step) => (cell && isRecord(cell.value) ? below(cell, step) : undefined), root)

const withMembers = (form: FormDocument, added: readonly FormItem[]): FormDocument => {
  const items = added.filter((item): item is RosterItem['items'][number] => item.kind !== 'roster')
  const grow = (item: FormItem): FormItem => (item.kind === 'roster' ? { ...item, items: [...item.items, ...items] } : item)
  return items.length === 0 ? form : { ...form, sections: form.sections.map((section) => ({ ...section, items: section.items.map(grow) })) }
}
