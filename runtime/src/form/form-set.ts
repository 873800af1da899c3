import type { ContainerItem, FormCheck, FormDocument, FormItem, FormPages, FormSection, WholeForm } from '../documents/form-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { isContainer, questionsOf } from './form-items.ts'

/** What one programme has in a form: its sections and checks, judged by its own rules. */
export interface FormSetPart {
  readonly assembly: Assembly
  readonly sections: readonly FormSection[]
  readonly checks: readonly FormCheck[]
}

/** A form as it is filled in: that of a programme with the pages others contribute, each at its anchor. */
export interface FormSet {
  /** All sections in the order of filling in; every question stands in it once. */
  readonly form: WholeForm
  /** Whose is what: the programme of the form first, then each that contributes, by the name of the programme. */
  readonly parts: readonly [FormSetPart, ...FormSetPart[]]
}

/** The forms of a release that people fill in; pages stand in the form of another programme. */
export const wholeForms = ({ forms }: Pick<Release, 'forms'>): readonly WholeForm[] => forms.filter((form) => form.kind === 'form')

/** The form of a release by its id; a programmer's mistake where there is none. */
export const getFormOrThrow = ({ release }: Assembly, formId: string): WholeForm => {
  const form = wholeForms(release).find(({ id }) => id === formId)
  if (!form) throw new Error(`The release of ${release.programme} has no form ${formId}`)
  return form
}

/**
 * Puts a form together: behind each section with an anchor stand the pages that other programmes contribute there, in the
 * order of the programmes' names and then of their documents. Pages whose anchor the form does not have stand at its end, so
 * that no programme lacks an answer because another one moved a section. A question that the form asks already, or a page
 * before, is not asked again; what is left without content by this is left out. Without contributors it is the form as it
 * is written. Each contributor is assembled with what it reads itself.
 */
export const formSet = (base: Assembly, formId: string, contributors: readonly Assembly[] = []): FormSet => {
  const form = getFormOrThrow(base, formId)
  const claimed = new Set(questionsOf(form).map(({ item: { field } }) => field))
  const placed = placedPages(base, form, contributors).toSorted((a, b) => placeIn(form, a.pages) - placeIn(form, b.pages))
  const contributed = placed.map(({ assembly, pages }) => ({ assembly, pages, sections: unclaimed(pages, claimed) }))
  const standingAt = (place: number): readonly FormSection[] => contributed.flatMap(({ pages, sections }) => (placeIn(form, pages) === place ? sections : []))
  const parts = [...Map.groupBy(contributed, ({ assembly }) => assembly)].map(([assembly, those]): FormSetPart =>
    ({ assembly, sections: those.flatMap(({ sections }) => sections), checks: those.flatMap(({ pages }) => pages.checks ?? []) }))
  return {
    form: { ...form, sections: [...form.sections.flatMap((section, index) => [section, ...standingAt(index)]), ...standingAt(form.sections.length)] },
    parts: [{ assembly: base, sections: form.sections, checks: form.checks ?? [] }, ...parts.toSorted((a, b) => byName(a.assembly, b.assembly))],
  }
}

/**
 * A form as its author sees it before it is in force: pages within the form they are for. Where that form is not at hand they
 * are a form by themselves.
 */
export const formSetAround = (assembly: Assembly, form: FormDocument): FormSet => {
  const withOnly = (only: FormDocument): Assembly => ({ ...assembly, release: { ...assembly.release, forms: [only] } })
  if (form.kind === 'form') return formSet(withOnly(form), form.id)
  const [programme = '', id = ''] = form.form.split('.')
  const base = assembly.dependencies.get(programme)
  return base && wholeForms(base.release).some((each) => each.id === id) ? formSet(base, id, [withOnly(form)]) : formSet(withOnly({ ...form, kind: 'form' }), form.id)
}

/** Whose rules a section of a set is judged and worded by. */
export const assemblyOf = ({ parts }: FormSet, section: FormSection): Assembly => {
  const part = parts.find(({ sections }) => sections.includes(section))
  if (!part) throw new Error(`The form has no section ${section.id}`)
  return part.assembly
}

interface PlacedPages {
  readonly assembly: Assembly
  readonly pages: FormPages
}

const pagesFor = ({ forms }: Release, form: string): readonly FormPages[] => forms.filter((each) => each.kind === 'pages').filter((pages) => pages.form === form)

const byName = (a: Assembly, b: Assembly): number => (a.programme < b.programme ? -1 : 1)

const placedPages = (base: Assembly, form: WholeForm, contributors: readonly Assembly[]): readonly PlacedPages[] =>
  contributors.filter(({ programme }) => programme !== base.programme).toSorted(byName)
    .flatMap((assembly) => pagesFor(assembly.release, `${base.programme}.${form.id}`).map((pages) => ({ assembly, pages })))

/** Behind which section of a form pages stand; behind all where it does not have their anchor. */
const placeIn = ({ sections }: WholeForm, pages: FormPages): number => {
  const found = sections.findIndex(({ anchor }) => anchor === pages.anchor)
  return found === -1 ? sections.length : found
}

/** What pages ask that nobody claimed before; from then on it is theirs. */
const unclaimed = ({ sections }: FormPages, claimed: Set<string>): readonly FormSection[] => {
  const left = (all: readonly FormItem[]): readonly FormItem[] => all.flatMap((item): readonly FormItem[] => {
    if (item.kind === 'field') {
      const mine = !claimed.has(item.field)
      claimed.add(item.field)
      return mine ? [item] : []
    }
    if (!isContainer(item)) return [item]
    const items = left(item.items)
    return items.length === 0 ? [] : [{ ...item, items } as ContainerItem]
  })
  return sections.flatMap((section) => {
    const items = left(section.items)
    return items.length === 0 ? [] : [{ ...section, items }]
  })
}
