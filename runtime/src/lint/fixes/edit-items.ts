import type { FormDocument, FormItem, FormSection, RosterItem } from '../../documents/form-document.ts'
import { isContainer, itemsOf, questionsWithin, rosterItems, type PlacedItem } from '../../form/form-items.ts'
import type { Path } from '../path.ts'

/** What stands in the place of an item, by where it stood: it is handed over with what is in it edited already. */
export type EditItem = (item: FormItem, path: string) => readonly FormItem[]

export const pathName = (path: Path): string => path.join('/')

/** The item at a place of a form, or the one that the place is a property of. */
export const placedAt = (form: FormDocument, path: Path): PlacedItem | undefined => {
  const found = itemsOf(form).findLast((placed) => placed.path.every((step, index) => String(step) === String(path[index])))
  return found && path.length - found.path.length < 2 ? found : undefined
}

/** A form with its items edited; a table of questions that is left without any goes too. Undefined where the form would not hold together. */
export const editItems = (form: FormDocument, edit: EditItem): FormDocument | undefined => {
  const within = (items: readonly FormItem[], path: string): readonly FormItem[] => items.flatMap((item, index) => editItem(item, `${path}/items/${index}`))
  const editItem = (item: FormItem, path: string): readonly FormItem[] => {
    if (!isContainer(item)) return edit(item, path)
    const inner = { ...item, items: within(item.items, path) } as typeof item
    if (inner.kind === 'matrix' && inner.items.length === 0) return edit(item, path).filter((each) => each !== item)
    return edit(inner.kind === 'roster' && item.kind === 'roster' ? withColumns(inner, item) : inner, path)
  }
  return soundOrNone({ ...form, sections: form.sections.map((section, index): FormSection => ({ ...section, items: within(section.items, `sections/${index}`) })) })
}

/** Columns of questions that went go with them. */
const withColumns = (roster: RosterItem, before: RosterItem): RosterItem => {
  const [asked, askedBefore] = [roster, before].map((each) => new Set(questionsWithin(each).map(({ field }) => field)))
  return showing(roster, before.columns.filter((field) => asked?.has(field) || !askedBefore?.has(field)))
}

/** The members with these columns; with that of their first question where there would be none. */
export const showing = (roster: RosterItem, columns: readonly string[]): RosterItem =>
  ({ ...roster, columns: columns.length > 0 ? columns : questionsWithin(roster).slice(0, 1).map(({ field }) => field) })

const soundOrNone = (form: FormDocument): FormDocument | undefined =>
  (form.sections.length > 0 && rosterItems(form).every(({ items, columns }) => items.length > 0 && columns.length > 0) ? form : undefined)
