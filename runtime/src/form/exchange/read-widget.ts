import type { FieldItem } from '../../documents/form-document.ts'
import type { FieldKind } from '../field-kinds/field-kind.ts'
import type { Cell } from './cell.ts'
import { uiOption, type Reading } from './reading.ts'

/** Widgets of rjsf that ask as forms here ask each kind anyway. */
const usual: Readonly<Record<FieldKind, readonly string[]>> = {
  text: ['text'],
  number: ['text', 'updown'],
  date: ['date', 'alt-date', 'text'],
  'yes-no': ['radio', 'select', 'checkbox'],
  choice: ['radio', 'select'],
  choices: ['checkboxes', 'select'],
  'personal-number': ['text'],
}

/** Lines of a text whose widget says that it has several, but not how many. */
const usualLines = 4

const isLines = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= 20

/** A text of several lines, as rjsf asks for it. */
export const takeWidget = ({ ledger }: Reading, ui: Cell | undefined, kind: FieldKind): Pick<FieldItem, 'lines'> => {
  const widget = uiOption(ui, 'widget')
  if (!widget) return {}
  if (kind === 'text' && widget.value === 'textarea') {
    const rows = uiOption(ui, 'rows')
    ledger.take(widget)
    if (!isLines(rows?.value)) return { lines: usualLines }
    if (rows) ledger.take(rows)
    return { lines: rows.value }
  }
  if (usual[kind].some((name) => name === widget.value)) ledger.take(widget)
  return {}
}
