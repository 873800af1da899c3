import type { ClipboardEvent, KeyboardEvent } from 'react'
import { isHolder, type PartKey } from '../editor-store/commands/form-parts.ts'
import type { FormDesign } from './form-design.ts'
import { keysInSight, type CanvasRow, type PartRow } from './part-rows.ts'

interface PartKeysParts {
  readonly design: FormDesign
  readonly rows: readonly CanvasRow[]
  readonly writable: boolean
  /** To what can be put into the form. */
  readonly onPalette: () => void
  /** To what is said of the part where the keys stand. */
  readonly onProperties: () => void
  /** To where a part is looked for by a word. */
  readonly onFind: () => void
}

export interface PartKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

const isWriting = (target: EventTarget): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Keys of the canvas: those of a tree, and those by which things are put elsewhere, copied and taken away. */
export const usePartKeys = ({ design, rows, writable, onPalette, onProperties, onFind }: PartKeysParts): PartKeys => {
  const { selection: { lead, keys }, actions } = design
  const order = keysInSight(rows)
  const at = lead === undefined ? -1 : order.indexOf(lead)
  const row = rows.find((each): each is PartRow => each.kind === 'part' && each.key === lead)

  const steps: Readonly<Record<string, () => PartKey | undefined>> = {
    ArrowDown: () => order[Math.min(order.length - 1, at + 1)],
    ArrowUp: () => order[Math.max(0, at - 1)],
    Home: () => order[0],
    End: () => order.at(-1),
    PageDown: () => order[Math.min(order.length - 1, at + 12)],
    PageUp: () => order[Math.max(0, at - 12)],
  }

  /** Into a part or out of it; a closed one opens first, an open one closes. */
  const sideways = (right: boolean): (() => void) | undefined => {
    if (!row) return undefined
    if (right && row.open === false) return () => actions.toggleOpen(row.key, true)
    if (right && row.open) return () => {
      const inner = order[at + 1]
      if (isHolder(row.part) && row.part.items.length > 0 && inner !== undefined) actions.select(inner)
    }
    if (!right && row.open) return () => actions.toggleOpen(row.key, false)
    return right || row.level === 1 ? undefined : () => actions.select(row.into)
  }

  const changing = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined => {
    if (!writable) return undefined
    const control = ctrlKey || metaKey
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return () => actions.step(key === 'ArrowDown')
    if (key === 'Delete' || key === 'Backspace') return actions.remove
    if (key === 'F2' && lead !== undefined) return () => actions.rename(lead)
    if (key === 'Insert' || (key === '+' && !control)) return onPalette
    return control && key.toLowerCase() === 'd' ? actions.duplicate : undefined
  }

  const choosing = ({ key, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined => {
    const control = ctrlKey || metaKey
    if (control && key.toLowerCase() === 'a') return actions.selectAll
    if (key === ' ' && lead !== undefined) return () => actions.select(lead, { toggle: true })
    if (key === 'Enter') return onProperties
    if (key === 'Escape') return actions.clear
    if (key === '/') return onFind
    return key === 'ArrowRight' || key === 'ArrowLeft' ? sideways(key === 'ArrowRight') : undefined
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isWriting(event.target)) return
    const act = changing(event) ?? choosing(event)
    const next = act ? undefined : steps[event.key]?.()
    if (!act && next === undefined) return
    event.preventDefault()
    if (act) act()
    else if (next !== undefined) actions.select(next, { range: event.shiftKey })
  }
  const onClipboard = (work: () => void, changes: boolean) => (event: ClipboardEvent): void => {
    if (isWriting(event.target) || (changes && !writable)) return
    event.preventDefault()
    work()
  }
  return { onKeyDown, onCopy: onClipboard(actions.copy, false), onCut: onClipboard(keys.length > 0 ? actions.cut : () => undefined, true), onPaste: onClipboard(actions.paste, true) }
}
