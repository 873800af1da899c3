import { shallowEqual } from '@mantine/hooks'
import type { FormDocument } from '@tieuchi/runtime'
import { keptEntries } from '../ui/use-kept.ts'
import { formKey, isHolder, keyOfPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'

/** A part as a line of the canvas. */
export interface PartRow {
  readonly kind: 'part'
  readonly part: FormPart
  readonly key: PartKey
  readonly level: number
  /** Its place among its neighbours, from 1, and how many they are. */
  readonly position: number
  readonly size: number
  readonly into: PartKey
  /** Absent where it holds nothing by its nature. */
  readonly open?: boolean
}

/** The end of what a holder holds: where something can be put last. */
export interface EndRow {
  readonly kind: 'end'
  readonly key: PartKey
  readonly level: number
  readonly empty: boolean
}

export type CanvasRow = PartRow | EndRow

const rowsIn = (parts: readonly FormPart[], into: PartKey, level: number, closed: ReadonlySet<PartKey>): readonly CanvasRow[] =>
  parts.flatMap((part, index): readonly CanvasRow[] => {
    const key = keyOfPart(part)
    const holder = isHolder(part)
    const open = holder && !closed.has(key)
    const row: PartRow = { kind: 'part', part, key, level, position: index + 1, size: parts.length, into, ...(holder && { open }) }
    return [row, ...(open ? [...rowsIn(part.items, key, level + 1, closed), { kind: 'end', key, level: level + 1, empty: part.items.length === 0 } satisfies EndRow] : [])]
  })

/** The lines of a form from the top, without what stands in parts that are closed. */
export const canvasRows = ({ sections }: FormDocument, closed: ReadonlySet<PartKey>): readonly CanvasRow[] => rowsIn(sections, formKey, 1, closed)

const rowName = ({ kind, key }: CanvasRow): string => `${kind} ${key}`

/** Lines that say the same as before are the ones from before. */
export const keptRows = (before: readonly CanvasRow[], rows: readonly CanvasRow[]): readonly CanvasRow[] => keptEntries(before, rows, rowName, shallowEqual)

/** The parts in sight, from the top. */
export const keysInSight = (rows: readonly CanvasRow[]): readonly PartKey[] => rows.flatMap((row) => (row.kind === 'part' ? [row.key] : []))
