import type { DraftDocument } from '@tieuchi/runtime'
import { useState } from 'react'
import { cellKey, type UnreadCell } from './writing.ts'

/** The texts that could not be read, by the key of their cell. */
export type UnreadCells = ReadonlyMap<string, UnreadCell>

const none: UnreadCells = new Map()

export interface UnreadKeeping {
  readonly unread: UnreadCells
  /** What came of writing into cells of one document, and the document it led to. */
  readonly note: (touched: readonly string[], found: readonly UnreadCell[], before: DraftDocument, after: () => DraftDocument) => void
}

/** Keeps what was typed and could not be read beside a document that knows nothing of it. Undoing leads back to what was unread then. */
export const useUnreadCells = (document: DraftDocument): UnreadKeeping => {
  const [unread, setUnread] = useState(none)
  const [known] = useState(() => new WeakMap<DraftDocument, UnreadCells>())
  const [seen, setSeen] = useState(document)
  if (seen !== document) {
    setSeen(document)
    setUnread(known.get(document) ?? unread)
  }
  return {
    unread,
    note: (touched, found, before, after) => {
      const written = new Set(touched)
      const next = new Map([...[...unread].filter(([key]) => !written.has(key)), ...found.map((cell) => [cellKey(cell.row, cell.column), cell] as const)])
      known.set(before, unread)
      known.set(after(), next)
      setUnread(next)
    },
  }
}
