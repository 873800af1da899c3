import type { FieldItem, FormDocument, FormItem, FormPages, FormSection, Text } from '@tieuchi/runtime'
import type { FormPart } from '../editor-store/commands/form-parts.ts'
import { randomId } from '../ui/random-id.ts'

/** What can be put into a form beside questions. */
export const newPartKinds = ['section', 'group', 'matrix', 'text', 'attachment', 'roster'] as const
export type NewPartKind = (typeof newPartKinds)[number]

export const newSection = (title: Text): FormSection => ({ id: randomId(), title, items: [] })

export const newField = (field: string): FieldItem => ({ kind: 'field', field })

export const newFact = (fact: string): FormItem => ({ kind: 'fact', id: randomId(), fact })

/** Files that a new place for attachments takes. */
const usualFiles = 3

/** A part as it begins. A table of questions and the part for the members begin with the question that names a member, or with none. */
export const newPart = (kind: NewPartKind, title: Text): FormPart => {
  if (kind === 'section') return newSection(title)
  if (kind === 'text') return { kind, id: randomId(), text: title }
  if (kind === 'roster') return { kind, id: randomId(), items: [], columns: [] }
  if (kind === 'attachment') return { kind, id: randomId(), title, accept: ['photo', 'pdf'], most: usualFiles }
  return { kind, id: randomId(), title, items: [] }
}

export const newForm = (id: string, title: Text, section: Text): FormDocument => ({ kind: 'form', id, title, sections: [newSection(section)] })

/** Pages for a place in the form of another programme. */
export const newPages = (id: string, title: Text, { form, anchor }: Pick<FormPages, 'form' | 'anchor'>, section: Text): FormPages =>
  ({ kind: 'pages', id, title, form, anchor, sections: [newSection(section)] })
