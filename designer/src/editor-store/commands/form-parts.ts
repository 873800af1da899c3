import { isContainer, type ContainerItem, type FormDocument, type FormItem, type FormSection } from '@tieuchi/runtime'

/** A part of a form by its name within it: `section.<id>`, `field.<field>`, otherwise its kind and its id. */
export type PartKey = string

/** Everything that can be pointed at in a form. */
export type FormPart = FormSection | FormItem

/** What stands directly in the form are its sections. */
export const formKey: PartKey = 'form'

export const keyOfPart = (part: FormPart): PartKey => {
  if (!('kind' in part)) return `section.${part.id}`
  return part.kind === 'field' ? `field.${part.field}` : `${part.kind}.${part.id}`
}

export const isSection = (part: FormPart): part is FormSection => !('kind' in part)

export const isHolder = (part: FormPart): part is FormSection | ContainerItem => isSection(part) || isContainer(part)

/** A part with what it stands in, from the form inwards. */
export interface FoundPart {
  readonly part: FormPart
  readonly key: PartKey
  readonly within: readonly (FormSection | ContainerItem)[]
  /** Its place among its neighbours. */
  readonly index: number
}

const found = (parts: readonly FormPart[], within: FoundPart['within']): readonly FoundPart[] =>
  parts.flatMap((part, index): readonly FoundPart[] => [{ part, key: keyOfPart(part), within, index }, ...(isHolder(part) ? found(part.items, [...within, part]) : [])])

/** Every part of a form, depth first. */
export const partsOf = ({ sections }: FormDocument): readonly FoundPart[] => found(sections, [])

/** The part a part stands in; the form's own name for a section. */
export const holderKeyOf = ({ within }: FoundPart): PartKey => {
  const holder = within.at(-1)
  return holder ? keyOfPart(holder) : formKey
}

type Change = (parts: readonly FormPart[], holder: PartKey) => readonly FormPart[]

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, index) => each === b[index])

/** What did not change stays the same object, so that only what did is drawn anew. */
const changed = (parts: readonly FormPart[], holder: PartKey, change: Change): readonly FormPart[] => {
  const next = change(parts, holder).map((part) => {
    if (!isHolder(part)) return part
    const items = changed(part.items, keyOfPart(part), change)
    return items === part.items ? part : ({ ...part, items } as FormPart)
  })
  return isSame(parts, next) ? parts : next
}

/** A form with other parts in its holders; the same form where nothing changed. */
export const changeParts = (form: FormDocument, change: Change): FormDocument => {
  const sections = changed(form.sections, formKey, change) as readonly FormSection[]
  return sections === form.sections ? form : { ...form, sections }
}
