import type { AssembledField, Assembly, CommonAdditions, FormDocument, GroupItem, Text } from '@tieuchi/runtime'
import { keyOfPart, partsOf, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'
import type { Command } from '../editor-store/command.ts'
import type { FormAlong, PartPlace } from '../editor-store/commands/form-commands.ts'
import { chosenParts, copyParts, duplicateParts, keepCopiedParts, pasteParts, readCopiedParts, type Pasted } from './copy-parts.ts'
import type { FormActions } from './form-design.ts'
import { canHold, placeFor, stepOf } from './part-places.ts'
import { canvasRows, keysInSight } from './part-rows.ts'
import { newPart, type NewPartKind } from './new-parts.ts'
import { keptWithin, nothing, only, selected, type Selection } from './part-selection.ts'
import { renamedPart } from './rename-part.ts'

/** What of a form is looked at; nothing of the document. */
export interface FormSession {
  readonly selection: Selection
  readonly closed: ReadonlySet<PartKey>
  /** The part whose words are being written in their place. */
  readonly renaming: PartKey | undefined
}

/** Something worth saying about what was asked. */
export type Told = 'cannotStandThere' | 'copied' | 'askedAlready' | 'removed'

export interface DeskParts {
  /** The newest of each. */
  readonly form: () => FormDocument
  readonly assembly: () => Assembly
  readonly additions: () => CommonAdditions
  readonly language: () => keyof Text
  /** What a new part is called at first, in both languages. */
  readonly wordsOf: (kind: NewPartKind) => Text
  readonly perform: (command: Command) => void
  readonly tell: (what: Told, count?: number) => void
}

/** What is done to a form, from the newest state of everything. */
export class FormDesk implements FormActions {
  readonly #parts: DeskParts
  #session: FormSession = { selection: nothing, closed: new Set(), renaming: undefined }
  readonly #listeners = new Set<() => void>()

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly session = (): FormSession => this.#session

  get form(): FormDocument {
    return this.#parts.form()
  }

  get assembly(): Assembly {
    return this.#parts.assembly()
  }

  /** Keeps the selection where parts are gone; `before` is what was in sight then. */
  follow(before: readonly PartKey[], order: readonly PartKey[]): void {
    const selection = keptWithin(this.#session.selection, before, order)
    if (selection !== this.#session.selection) this.#set({ selection })
  }

  get #order(): readonly PartKey[] {
    return keysInSight(canvasRows(this.form, this.#session.closed))
  }

  #set(part: Partial<FormSession>): void {
    this.#session = { ...this.#session, ...part }
    for (const listener of this.#listeners) listener()
  }

  readonly select: FormActions['select'] = (key, held = {}) => {
    const above = partsOf(this.form).find((part) => part.key === key)?.within.map(keyOfPart) ?? []
    const closed = above.some((each) => this.#session.closed.has(each)) ? new Set([...this.#session.closed].filter((each) => !above.includes(each))) : this.#session.closed
    this.#set({ selection: selected(this.#session.selection, key, held, this.#order), closed })
  }

  readonly selectAll = (): void => {
    const { lead } = this.#session.selection
    this.#set({ selection: { lead, anchor: lead, keys: partsOf(this.form).map(({ key }) => key) } })
  }

  readonly clear = (): void => this.#set({ selection: { ...this.#session.selection, anchor: undefined, keys: [] } })

  readonly toggleOpen: FormActions['toggleOpen'] = (key, open) => {
    const closed = new Set(this.#session.closed)
    if (open ?? closed.has(key)) closed.delete(key)
    else closed.add(key)
    this.#set({ closed })
  }

  readonly rename: FormActions['rename'] = (key) => this.#set({ renaming: key })

  readonly renamed: FormActions['renamed'] = (key, text) => {
    const part = partsOf(this.form).find((each) => each.key === key)?.part
    this.#set({ renaming: undefined })
    if (!part) return
    const { field, part: next } = renamedPart(this.assembly, part, text, this.#parts.language(), this.#parts.additions())
    if (field) this.#parts.perform({ name: 'field.put', args: field })
    else if (next !== part) this.write({ [key]: next })
  }

  readonly insert: FormActions['insert'] = (parts, along, place) => {
    const at = place ?? placeFor(this.#knowing(along ?? {}), this.form, this.#session.selection.lead, parts)
    const last = parts.at(-1)
    if (!last) return false
    if (!at) {
      this.#parts.tell('cannotStandThere')
      return false
    }
    this.#parts.perform({ name: 'form.insert', args: { form: this.form.id, parts, ...at, ...(along && { along }) } })
    this.#set({ selection: { lead: keyOfPart(last), anchor: keyOfPart(last), keys: parts.map(keyOfPart) } })
    return true
  }

  readonly write: FormActions['write'] = (parts) => this.#parts.perform({ name: 'form.write', args: { form: this.form.id, parts } })

  readonly group = (): void => {
    const { keys } = this.#session.selection
    const group = newPart('group', this.#parts.wordsOf('group')) as GroupItem
    const inOrder = partsOf(this.form).filter(({ key }) => keys.includes(key)).map(({ key }) => key)
    this.#parts.perform({ name: 'form.group', args: { form: this.form.id, group, parts: inOrder } })
    const key = keyOfPart(group)
    if (partsOf(this.form).some((part) => part.key === key)) this.#set({ selection: only(key), renaming: key })
    else this.#parts.tell('cannotStandThere')
  }

  readonly ungroup = (): void => {
    const [key] = this.#session.selection.keys
    if (key?.startsWith('group.')) this.#parts.perform({ name: 'form.ungroup', args: { form: this.form.id, group: key } })
  }

  readonly move: FormActions['move'] = (keys, place) => {
    if (!canHold(this.assembly, this.form, place.into, chosenParts(this.form, keys))) return this.#parts.tell('cannotStandThere')
    this.#parts.perform({ name: 'form.move', args: { form: this.form.id, parts: keys, ...place } })
  }

  readonly step: FormActions['step'] = (down) => {
    const { keys } = this.#session.selection
    const place = stepOf(this.assembly, this.form, keys, down)
    if (place) this.#parts.perform({ name: 'form.move', args: { form: this.form.id, parts: keys, ...place } })
  }

  readonly remove = (): void => {
    const { keys } = this.#session.selection
    const before = partsOf(this.form).length
    if (keys.length > 0) this.#parts.perform({ name: 'form.take', args: { form: this.form.id, parts: keys } })
    const gone = before - partsOf(this.form).length
    if (gone > 1) this.#parts.tell('removed', gone)
  }

  readonly duplicate = (): void => this.#bring(duplicateParts(this.assembly, this.form, this.#session.selection.keys))

  readonly copy = (): void => {
    const { keys } = this.#session.selection
    if (keys.length === 0) return
    keepCopiedParts(copyParts(this.assembly, this.form, keys))
    this.#parts.tell('copied', keys.length)
  }

  readonly cut = (): void => {
    this.copy()
    this.remove()
  }

  readonly paste = (): void => {
    const copied = readCopiedParts()
    if (copied) this.#bring(pasteParts(this.assembly, this.form, copied))
  }

  /** What comes with parts goes with the first of them that finds a place. */
  #bring({ parts, along, leftOut }: Pasted): void {
    const places = this.#placesOf(this.#knowing(along), parts)
    if (places) for (const [index, { those, at }] of places.entries()) this.#parts.perform({ name: 'form.insert', args: { form: this.form.id, parts: those, ...at, ...(index === 0 && { along }) } })
    const keys = parts.map(keyOfPart)
    if (!places) this.#parts.tell('cannotStandThere')
    else if (keys.length > 0) this.#set({ selection: { lead: keys.at(-1), anchor: keys[0], keys } })
    if (leftOut.length > 0) this.#parts.tell('askedAlready', leftOut.length)
  }

  #placesOf(assembly: Assembly, parts: readonly FormPart[]): readonly { readonly those: readonly FormPart[]; readonly at: PartPlace }[] | undefined {
    const { lead, keys } = this.#session.selection
    const behind = keys.at(-1) ?? lead
    const whole = placeFor(assembly, this.form, behind, parts)
    if (whole) return [{ those: parts, at: whole }]
    const each = parts.map((part) => ({ those: [part], at: placeFor(assembly, this.form, behind, [part]) }))
    return each.every((one): one is { those: FormPart[]; at: PartPlace } => one.at !== undefined) ? each : undefined
  }

  /** The assembly with questions that come along, as far as places depend on them. */
  #knowing({ fields = {} }: FormAlong): Assembly {
    const added = (['household', 'members', 'unit'] as const).flatMap((place) => Object.entries(fields[place] ?? {}).map(([id, schema]) => [id, { id, place, schema }] as const))
    return { ...this.assembly, fields: new Map<string, AssembledField>([...this.assembly.fields, ...added]) }
  }
}
