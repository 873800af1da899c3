import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { AfterWriting } from './CellEditor.tsx'
import { readClipboard, writeClipboard } from './clipboard-text.ts'
import { entered, everything, pressed, rectangleOf, tabbed, type GridSize, type Selection } from './grid-selection.ts'
import type { Pasted, TableWriting } from './use-table-writing.ts'

/** A cell being written: with the text it begins with. */
export interface Editing {
  readonly text: string
}

interface GridInputParts {
  readonly size: GridSize
  readonly selection: Selection
  readonly select: (selection: Selection) => void
  readonly writing: TableWriting
  /** The text of the cell where the keys stand. */
  readonly textNow: () => string
  readonly writeNow: (text: string) => void
  readonly moveRows: (direction: -1 | 1) => void
  readonly onPasted: (pasted: Pasted) => void
}

export interface GridInput {
  readonly editing: Editing | undefined
  readonly edit: () => void
  readonly cancel: () => void
  readonly finish: (text: string, then: AfterWriting) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** What typing begins with: one sign. An input method that composes letters begins with none yet, and goes on in the cell that opens. */
const firstSign = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined => {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'Process' || key === 'Unidentified') return ''
  return [...key].length === 1 ? key : undefined
}

/** Keys and clipboard of the grid, as a spreadsheet has them. Escape lets Tab lead out of it. */
export const useGridInput = ({ size, selection, select, writing, textNow, writeNow, moveRows, onPasted }: GridInputParts): GridInput => {
  const [editing, setEditing] = useState<Editing>()
  const [leaving, setLeaving] = useState(false)
  const selected = rectangleOf(selection)

  const go = (then: AfterWriting): void => {
    if (then === 'down' || then === 'up') select(entered(selection, then === 'up', size))
    if (then === 'right' || then === 'left') select(tabbed(selection, then === 'left', size) ?? selection)
  }
  const finish = (text: string, then: AfterWriting): void => {
    setEditing(undefined)
    writeNow(text)
    go(then)
  }

  const shortcut = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | undefined => {
    const control = ctrlKey || metaKey
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return () => moveRows(key === 'ArrowUp' ? -1 : 1)
    if (control && key.toLowerCase() === 'd') return () => writing.fillDown(selected)
    if (control && key.toLowerCase() === 'a') return () => select(everything(size))
    if (key === 'F2') return () => setEditing({ text: textNow() })
    if (key === 'Delete' || key === 'Backspace') return () => writing.clear(selected)
    return undefined
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, metaKey } = event
    const act = (work: () => void): void => {
      event.preventDefault()
      setLeaving(false)
      work()
    }
    if (key === 'Escape') setLeaving(true)
    if (key === 'Tab') {
      const next = leaving ? undefined : tabbed(selection, shiftKey, size)
      setLeaving(false)
      if (next) act(() => select(next))
      return
    }
    const short = shortcut(event)
    if (short) return act(short)
    if (key === 'Enter') return act(() => select(entered(selection, shiftKey, size)))
    const moved = pressed(selection, { key, shift: shiftKey, far: ctrlKey || metaKey }, size)
    if (moved) return act(() => select(moved))
    const sign = firstSign(event)
    if (sign === '') setEditing({ text: sign })
    else if (sign !== undefined) act(() => setEditing({ text: sign }))
  }

  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeClipboard(writing.copy(selected)))
  }

  return {
    editing,
    edit: () => setEditing({ text: textNow() }),
    cancel: () => setEditing(undefined),
    finish,
    onKeyDown,
    onCopy,
    onCut: (event) => {
      onCopy(event)
      writing.clear(selected)
    },
    onPaste: (event) => {
      event.preventDefault()
      const pasted = writing.paste(readClipboard(event.clipboardData.getData('text/plain')), selected)
      const { top, left, bottom, right } = pasted.covered
      select({ anchor: { row: bottom, column: right }, head: { row: top, column: left } })
      onPasted(pasted)
    },
  }
}
