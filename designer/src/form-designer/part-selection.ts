import type { PartKey } from '../editor-store/commands/form-parts.ts'

/** What is selected in a form: where the keys stand, from where a range reaches to there, and everything that is marked. */
export interface Selection {
  readonly lead: PartKey | undefined
  readonly anchor: PartKey | undefined
  readonly keys: readonly PartKey[]
}

export const nothing: Selection = { lead: undefined, anchor: undefined, keys: [] }

export const only = (key: PartKey): Selection => ({ lead: key, anchor: key, keys: [key] })

export interface Held {
  /** From the anchor to here. */
  readonly range?: boolean
  /** In addition to what is marked, or no longer. */
  readonly toggle?: boolean
}

const between = (order: readonly PartKey[], a: PartKey | undefined, b: PartKey): readonly PartKey[] => {
  const [from, to] = [order.indexOf(a ?? b), order.indexOf(b)]
  return from === -1 || to === -1 ? [b] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
}

/** A part was pressed, or the keys came to it. `order` is what is in sight, from the top. */
export const selected = (selection: Selection, key: PartKey, { range, toggle }: Held, order: readonly PartKey[]): Selection => {
  if (range) return { lead: key, anchor: selection.anchor ?? key, keys: between(order, selection.anchor, key) }
  if (!toggle) return only(key)
  const keys = selection.keys.includes(key) ? selection.keys.filter((each) => each !== key) : [...selection.keys, key]
  return { lead: key, anchor: key, keys }
}

/** The keys go to another part and mark nothing. */
export const ledTo = (selection: Selection, key: PartKey): Selection => ({ ...selection, lead: key })

/** The same selection where parts are gone: the keys stand at what is now in their place. */
export const keptWithin = (selection: Selection, before: readonly PartKey[], order: readonly PartKey[]): Selection => {
  const keys = selection.keys.filter((key) => order.includes(key))
  if (selection.lead === undefined || order.includes(selection.lead)) return keys.length === selection.keys.length ? selection : { ...selection, keys }
  const at = before.indexOf(selection.lead)
  const lead = before.slice(at + 1).find((key) => order.includes(key)) ?? before.slice(0, Math.max(0, at)).findLast((key) => order.includes(key)) ?? order.at(-1)
  return lead === undefined ? nothing : only(lead)
}
