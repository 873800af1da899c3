import { fieldsRead, type Assembly, type Text } from '@tieuchi/runtime'
import type { FormPart } from '../editor-store/commands/form-parts.ts'
import { newFact, newField, newPart, type NewPartKind } from './new-parts.ts'
import type { PaletteEntry } from './palette-entries.ts'

/** Whether the register is believed about a question: what never changes, and what decides nothing, as a name; what the rules judge is asked anew. */
const isTakenOver = (assembly: Assembly, field: string): boolean => assembly.fields.get(field)?.schema['x-fixed'] === true || !fieldsRead(assembly).has(field)

/** The part that an entry of the palette becomes; undefined for what the form has already. */
export const partOfEntry = (assembly: Assembly, entry: PaletteEntry, titleOf: (kind: NewPartKind) => Text): FormPart | undefined => {
  if (entry.kind === 'new') return newPart(entry.of, titleOf(entry.of))
  if (entry.kind === 'field') return { ...newField(entry.field), ...(isTakenOver(assembly, entry.field) && { prefill: true }) }
  return entry.kind === 'fact' ? newFact(entry.fact) : undefined
}
