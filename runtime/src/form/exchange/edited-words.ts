import type { FieldItem, FormDocument, FormItem } from '../../documents/form-document.ts'
import type { Subject } from '../../documents/logic-document.ts'
import type { Language, Text } from '../../documents/text.ts'
import { isContainer } from '../form-items.ts'
import type { Cell, Path } from './cell.ts'
import type { FormAnnotation } from './exchanged-form.ts'
import { wordsAt, type Reading } from './reading.ts'
import { below } from './schema-node.ts'

/** The two documents from their roots. */
export interface Roots {
  readonly schema: Cell
  readonly uiSchema: Cell
}

const cellAt = (root: Cell, path: Path): Cell | undefined => path.reduce<Cell | undefined>((cell, step) => cell && below(cell, step), root)

const schemaPlaces: Readonly<Record<Subject, Path>> = { household: ['properties', 'household', 'properties'], members: ['properties', 'members', 'items', 'properties'] }
const uiPlaces: Readonly<Record<Subject, Path>> = { household: ['household'], members: ['members', 'items'] }

const other: Readonly<Record<Language, Text>> = { vi: { vi: 'tiếng Anh', en: 'English' }, en: { vi: 'tiếng Việt', en: 'Vietnamese' } }

const edited = (before: string, now: string, language: Language): Text => ({
  vi: `“${before}” đã được sửa thành “${now}”; lời ${other[language].vi} giữ nguyên, hãy xem lại.`,
  en: `“${before}” was changed to “${now}”; the ${other[language].en} words are as before, so look at them.`,
})

/** Takes over what another tool changed of the words it shows: the title of the form, labels and help of its questions. */
export class EditedWords {
  readonly #reading: Reading
  readonly #roots: Roots
  readonly #annotation: FormAnnotation
  readonly #seen = new Set<string>()

  constructor(reading: Reading, roots: Roots, annotation: FormAnnotation) {
    this.#reading = reading
    this.#roots = roots
    this.#annotation = annotation
  }

  /** Whether a place was taken over here. */
  has(part: Cell['part'], path: Path): boolean {
    return this.#seen.has(JSON.stringify([part, path]))
  }

  form(): FormDocument {
    const { form } = this.#annotation
    const title = this.#take(cellAt(this.#roots.schema, ['title']), form.title)
    return { ...form, ...(title && { title }), sections: form.sections.map((section) => ({ ...section, items: section.items.map((item) => this.#item(item, 'household')) })) }
  }

  #item<Item extends FormItem>(item: Item, of: Subject): Item {
    if (item.kind === 'field') return { ...item, ...this.#words(item, of) }
    if (!isContainer(item)) return item
    const inner: readonly FormItem[] = item.items
    return { ...item, items: inner.map((each) => this.#item(each, item.kind === 'roster' ? 'members' : of)) }
  }

  #words({ field, label, help }: FieldItem, of: Subject): Partial<FieldItem> {
    const schema = this.#annotation.fields[of][field]
    const [ownLabel, ownHelp] = [label ?? schema?.['x-label'], help ?? schema?.['x-help']]
    const newLabel = this.#take(cellAt(this.#roots.schema, [...schemaPlaces[of], field, 'title']), ownLabel)
    const newHelp = this.#take(cellAt(this.#roots.uiSchema, [...uiPlaces[of], field, 'ui:help']), ownHelp)
    return { ...(newLabel && { label: newLabel }), ...(newHelp && { help: newHelp }) }
  }

  #take(cell: Cell | undefined, before: Text | undefined): Text | undefined {
    const { language } = this.#annotation
    const words = wordsAt(cell)
    if (!cell || words === undefined || words === before?.[language]) return undefined
    this.#seen.add(JSON.stringify([cell.part, cell.path]))
    this.#reading.ledger.take(cell)
    this.#reading.ledger.note(cell, 'edited', edited(before?.[language] ?? '', words, language))
    return { vi: words, en: words, ...before, [language]: words }
  }
}
