import { blocksOf } from '@tieuchi/runtime'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { ReportDesk } from './report-desk.ts'
import { spotOf } from './report-selection.ts'
import { stepTo } from './report-steps.ts'

export interface ReportKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

const isWriting = (target: EventTarget): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** One sign begins a title anew, as in the cell of a spreadsheet. */
const isSign = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey && key !== ' ' && [...key].length === 1

/** Keys of the sheet, as a spreadsheet has them: arrows go through head and rows, with Shift over a range, with Alt they move what is selected. */
export const useReportKeys = (desk: ReportDesk, onProperties: () => void): ReportKeys => {
  const { report, selection, actions, writable } = desk
  const spot = spotOf(selection)
  const titled = spot !== undefined && (spot.kind === 'column' || blocksOf(report).some(({ block }) => block.id === spot.id && block.kind === 'total'))

  const changing = (event: KeyboardEvent): (() => void) | undefined => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (!writable || !spot) return undefined
    const control = ctrlKey || metaKey
    const across = spot.kind === 'column'
    if (altKey && shiftKey && key === 'ArrowRight') return actions.group
    if (altKey && shiftKey && key === 'ArrowLeft') return actions.ungroup
    if (altKey && key === (across ? 'ArrowLeft' : 'ArrowUp')) return () => actions.step(false)
    if (altKey && key === (across ? 'ArrowRight' : 'ArrowDown')) return () => actions.step(true)
    if (key === 'Delete' || key === 'Backspace') return actions.remove
    if (key === 'Insert' || (control && (key === '+' || key === '='))) return () => actions.addColumn('count')
    if (control && key.toLowerCase() === 'd') return actions.duplicate
    if (titled && key === 'F2') return () => actions.rename(spot)
    return titled && isSign(event) ? () => actions.rename(spot, key) : undefined
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isWriting(event.target)) return
    const act = changing(event) ?? (event.key === 'Enter' && spot ? onProperties : event.key === 'Escape' && spot ? () => actions.select(undefined) : undefined)
    const next = act || event.altKey || event.ctrlKey || event.metaKey ? undefined : stepTo(report, selection, event.key)
    if (!act && !next) return
    event.preventDefault()
    if (act) act()
    else if (next) actions.select(next, event.shiftKey)
  }

  const copy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', actions.copy())
  }
  const isHere = (event: ClipboardEvent): boolean => !isWriting(event.target) && selection.kind === 'columns'
  return {
    onKeyDown,
    onCopy: (event) => isHere(event) && copy(event),
    onCut: (event) => {
      if (!isHere(event) || !writable) return
      copy(event)
      actions.remove()
    },
    onPaste: (event) => {
      if (isWriting(event.target) || !writable) return
      event.preventDefault()
      actions.paste(event.clipboardData.getData('text/plain'))
    },
  }
}
