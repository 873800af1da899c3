import type { Text } from '@tieuchi/runtime'
import type { FormPart } from '../editor-store/commands/form-parts.ts'
import { newFact, newField, newPart, type NewPartKind } from './new-parts.ts'
import type { PaletteEntry } from './palette-entries.ts'

/** The part that an entry of the palette becomes; undefined for what the form has already. */
export const partOfEntry = (entry: PaletteEntry, titleOf: (kind: NewPartKind) => Text): FormPart | undefined => {
  if (entry.kind === 'new') return newPart(entry.of, titleOf(entry.of))
  if (entry.kind === 'field') return newField(entry.field)
  return entry.kind === 'fact' ? newFact(entry.fact) : undefined
}
