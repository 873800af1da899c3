import type { PartPlace } from '../editor-store/commands/form-commands.ts'
import type { PartKey } from '../editor-store/commands/form-parts.ts'
import type { PaletteEntry } from './palette-entries.ts'

/** What is dragged over the canvas: a part of the form, or something new from the palette. */
export type DraggedPart = { readonly part: PartKey } | { readonly entry: PaletteEntry }

export type DropPlace = PartPlace

/** The kind of grips and lines of the form designer. */
export const partKind = 'form-part'
