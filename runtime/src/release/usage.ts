import type { FormDocument } from '../documents/form-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from './assembly.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from './references.ts'

/** A place that reads something: a piece of the logic, a form, or another field whose `applies` does. */
export interface Use {
  readonly kind: 'piece' | 'form' | 'field'
  readonly id: string
  readonly title: Text
}

/** Where each field, piece and parameter of an assembly is read, by its name. */
export interface Usage {
  readonly facts: ReadonlyMap<string, readonly Use[]>
  readonly parameters: ReadonlyMap<string, readonly Use[]>
}

/** Where everything that can be read is read: logic and shared facts, forms with their conditions and checks, other fields. */
export const usageOf = (assembly: Assembly): Usage => {
  const facts = new Map<string, Use[]>()
  const parameters = new Map<string, Use[]>()
  const note = (into: Map<string, Use[]>, name: string, use: Use): void => {
    const uses = into.get(name) ?? []
    if (!uses.some(({ kind, id }) => kind === use.kind && id === use.id)) uses.push(use)
    into.set(name, uses)
  }
  const noteAll = (references: readonly Reference[], use: Use): void => {
    for (const reference of references) {
      if (reference.kind === 'fact') note(facts, reference.reference.fact, use)
      else if (reference.kind === 'condition' || reference.kind === 'rules') note(facts, reference.name, use)
      else if (reference.kind === 'parameter') {
        note(parameters, reference.reference.parameter, use)
        const by = assembly.parameters.get(reference.reference.parameter)?.parameter.by
        if (by !== undefined) note(facts, by, use)
      }
    }
  }
  for (const { piece } of assembly.pieces.values()) noteAll(referencesOfPiece(piece, []), { kind: 'piece', id: piece.id, title: piece.title })
  for (const { id, schema } of assembly.fields.values()) if (schema.applies) noteAll(referencesOfCondition(schema.applies, [], 'members'), { kind: 'field', id, title: schema['x-label'] })
  for (const form of assembly.release.forms) noteForm(form, (name, use) => note(facts, name, use), noteAll)
  return { facts, parameters }
}

const noteForm = (form: FormDocument, noteFact: (name: string, use: Use) => void, noteAll: (references: readonly Reference[], use: Use) => void): void => {
  const use: Use = { kind: 'form', id: form.id, title: form.title }
  const items = form.sections.flatMap((section) => section.items.flatMap((item) => (item.kind === 'roster' ? item.items : [item])))
  for (const { field, visible } of items) {
    noteFact(field, use)
    if (visible) noteAll(referencesOfCondition(visible, [], 'members'), use)
  }
  for (const check of form.checks ?? []) {
    noteFact(check.field, use)
    noteAll(referencesOfCondition(check.conditions, [], check.of ?? 'household'), use)
  }
}
