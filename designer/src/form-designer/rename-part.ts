import { describeReference, type Assembly, type CommonAdditions, type FieldSchema, type Text } from '@tieuchi/runtime'
import type { DictionaryCommands } from '../editor-store/commands/dictionary-commands.ts'
import type { FormPart } from '../editor-store/commands/form-parts.ts'
import { withVietnamese } from '../ui/with-vietnamese.ts'

/** A part with other words, or the question of the dictionary that has them instead. */
export interface RenamedPart {
  readonly part: FormPart
  readonly field?: DictionaryCommands['field.put']
}

const written = (before: Text, text: string, language: keyof Text): Text => (language === 'vi' ? withVietnamese(before, text) : { ...before, en: text })

/** A question that the draft adds, with its place; undefined where it is published. */
export const addedField = ({ fields }: CommonAdditions, id: string): { readonly place: keyof CommonAdditions['fields']; readonly field: FieldSchema } | undefined => {
  for (const place of ['household', 'members', 'unit'] as const) {
    const field = fields[place][id]
    if (field) return { place, field }
  }
  return undefined
}

/** Words of its own, or none where they are what the thing is called anyway. */
const ownLabel = (label: Text, usual: Text): { readonly label?: Text } => (label.vi === usual.vi && label.en === usual.en ? {} : { label })

/**
 * A part called otherwise. A question that the draft adds is called so in the dictionary; one that is published keeps its
 * name there, and this form asks it in other words. Empty words change nothing, or give those of the dictionary back.
 */
export const renamedPart = (assembly: Assembly, part: FormPart, text: string, language: keyof Text, additions: CommonAdditions): RenamedPart => {
  const said = text.trim()
  if (!('kind' in part)) return { part: said === '' ? part : { ...part, title: written(part.title, said, language) } }
  if (part.kind === 'roster') return { part }
  if (part.kind === 'text') return { part: said === '' ? part : { ...part, text: written(part.text, said, language) } }
  if (part.kind === 'group' || part.kind === 'matrix' || part.kind === 'attachment') return { part: said === '' ? part : { ...part, title: written(part.title, said, language) } }
  const { label, ...rest } = part
  const usual = describeReference(assembly, { fact: part.kind === 'field' ? part.field : part.fact }).title
  const added = part.kind === 'field' ? addedField(additions, part.field) : undefined
  if (said === '') return { part: label ? rest : part }
  if (part.kind === 'field' && added && !label) {
    const named = written(added.field['x-label'], said, language)
    return { part, field: { place: added.place, id: part.field, field: { ...added.field, 'x-label': named } } }
  }
  const next = ownLabel(written(label ?? usual, said, language), usual)
  return { part: said === (label ?? usual)[language] ? part : { ...rest, ...next } }
}
