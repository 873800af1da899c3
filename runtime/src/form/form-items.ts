import type { Condition } from '../documents/condition-document.ts'
import type { ContainerItem, FieldItem, FormDocument, FormItem, FormSection, RosterItem } from '../documents/form-document.ts'
import type { Subject } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'

type Path = readonly (string | number)[]

/** A form, pages, or the part of a form that is one programme's. */
type Sectioned = Pick<FormDocument, 'sections'>

/** An item where it stands: of whom it is, and what stands around it, from the section inwards. */
export interface PlacedItem<Item extends FormItem = FormItem> {
  readonly item: Item
  readonly of: Subject
  /** From the form, or from where `path` of `itemsOf` says the form stands. */
  readonly path: Path
  readonly within: readonly (FormSection | ContainerItem)[]
}

export const isContainer = (item: FormItem): item is ContainerItem => 'items' in item

/** Every item of a form, depth first; what holds others before what it holds. */
export const itemsOf = (form: Sectioned, path: Path = []): readonly PlacedItem[] => (path.length === 0 ? itemsOfForm(form) : itemsFrom(form, path))

const itemsOfForm = oncePer((form: Sectioned) => itemsFrom(form, []))

const itemsFrom = ({ sections }: Sectioned, path: Path): readonly PlacedItem[] =>
  sections.flatMap((section, index) => itemsWithin(section, [...path, 'sections', index], 'household', []))

const itemsWithin = (holder: FormSection | ContainerItem, path: Path, of: Subject, outside: readonly (FormSection | ContainerItem)[]): readonly PlacedItem[] => {
  const within = [...outside, holder]
  return holder.items.flatMap((item: FormItem, index) => {
    const at = [...path, 'items', index]
    const inner = isContainer(item) ? itemsWithin(item, at, item.kind === 'roster' ? 'members' : of, within) : []
    return [{ item, of, path: at, within }, ...inner]
  })
}

const isQuestion = (placed: PlacedItem): placed is PlacedItem<FieldItem> => placed.item.kind === 'field'

/** Every question of a form, in its order. */
export const questionsOf = (form: Sectioned, path: Path = []): readonly PlacedItem<FieldItem>[] => itemsOf(form, path).filter(isQuestion)

const asked = (form: Sectioned, subject: Subject): readonly FieldItem[] => questionsOf(form).flatMap(({ item, of }) => (of === subject ? [item] : []))

/** Every question about the household, in the order of the form. */
export const householdItems = (form: Sectioned): readonly FieldItem[] => asked(form, 'household')

/** Every question about a member, in the order of the form. */
export const memberItems = (form: Sectioned): readonly FieldItem[] => asked(form, 'members')

/** The repeating parts. */
export const rosterItems = (form: Sectioned): readonly RosterItem[] => itemsOf(form).flatMap(({ item }) => (item.kind === 'roster' ? [item] : []))

/** Questions that stand in a part of a form, however deep. */
export const questionsWithin = (holder: FormSection | ContainerItem): readonly FieldItem[] =>
  itemsWithin(holder, [], 'household', []).filter(isQuestion).map(({ item }) => item)

/** The section or item at `forms/<index>/…` of a release; undefined where there is none. */
export const holderAt = (forms: readonly FormDocument[], [, index, ...rest]: Path): FormSection | FormItem | undefined => {
  const form = forms[Number(index)]
  if (!form) return undefined
  return rest.length === 2 ? form.sections[Number(rest[1])] : itemsOf(form).find(({ path }) => path.join('/') === rest.join('/'))?.item
}

const visibleOf = (holder: FormSection | FormItem): Condition | undefined => ('visible' in holder ? holder.visible : undefined)

/** What must not be false for an item to be shown, from the outside in: what is said of it and of what it stands in. */
export const visibleConditions = ({ item, within }: Pick<PlacedItem, 'item' | 'within'>): readonly Condition[] =>
  [...within, item].flatMap((each) => visibleOf(each) ?? [])
