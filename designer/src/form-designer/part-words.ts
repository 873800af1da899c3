import { describeReference, type Assembly, type FieldItem, type Text } from '@tieuchi/runtime'
import type { FormPart } from '../editor-store/commands/form-parts.ts'

/** What a question is called on its form. */
export const labelOfField = (assembly: Assembly, { field, label }: FieldItem): Text => label ?? describeReference(assembly, { fact: field }).title

/** What a part of a form is called; a roster has no words of its own. */
export const titleOfPart = (assembly: Assembly, part: FormPart): Text | undefined => {
  if (!('kind' in part)) return part.title
  if (part.kind === 'field') return labelOfField(assembly, part)
  if (part.kind === 'fact') return part.label ?? describeReference(assembly, { fact: part.fact }).title
  if (part.kind === 'text') return part.text
  return part.kind === 'roster' ? undefined : part.title
}
