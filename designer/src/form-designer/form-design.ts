import type { Assembly, FormDocument, Issue } from '@tieuchi/runtime'
import type { FormAlong, PartPlace } from '../editor-store/commands/form-commands.ts'
import type { FormPart, PartKey } from '../editor-store/commands/form-parts.ts'
import type { Held, Selection } from './part-selection.ts'

/** What can be done to a form and to what is selected of it. The same object for as long as the form is open. */
export interface FormActions {
  readonly select: (key: PartKey, held?: Held) => void
  readonly selectAll: () => void
  /** Marks nothing: what is said then is said of the form. */
  readonly clear: () => void
  readonly toggleOpen: (key: PartKey, open?: boolean) => void
  /** Begins to write what a part is called, in its place; without a part ends it. */
  readonly rename: (key: PartKey | undefined) => void
  readonly renamed: (key: PartKey, text: string) => void
  /** Puts parts where they fit next to what is selected, or where it is said; false where they fit nowhere. */
  readonly insert: (parts: readonly FormPart[], along?: FormAlong, place?: PartPlace) => boolean
  readonly write: (parts: Readonly<Record<PartKey, FormPart>>) => void
  /** Puts the parts that are marked under a heading of their own; a group on its own gives its parts free. */
  readonly group: () => void
  readonly ungroup: () => void
  readonly move: (keys: readonly PartKey[], place: PartPlace) => void
  readonly step: (down: boolean) => void
  readonly remove: () => void
  readonly duplicate: () => void
  readonly copy: () => void
  readonly cut: () => void
  readonly paste: () => void
}

/** A form as it is designed. */
export interface FormDesign {
  readonly form: FormDocument
  readonly assembly: Assembly
  readonly selection: Selection
  readonly closed: ReadonlySet<PartKey>
  /** The part whose words are being written in their place. */
  readonly renaming: PartKey | undefined
  readonly issues: ReadonlyMap<PartKey, readonly Issue[]>
  readonly actions: FormActions
}
