import { wholeForms, type Assembly, type FormPages, type Text } from '@tieuchi/runtime'

/** A place in the form of another programme where pages can stand: behind a section with an anchor. */
export interface PagesPlace {
  /** As pages name the form: `programme.form`. */
  readonly form: string
  readonly anchor: string
  readonly formTitle: Text
  readonly sectionTitle: Text
  /** What the release of the form is called. */
  readonly releaseTitle: Text
}

/** The places that the programmes an assembly reads offer, in the order of their forms. */
export const pagesPlaces = ({ dependencies }: Assembly): readonly PagesPlace[] =>
  [...dependencies].flatMap(([programme, { release }]) => wholeForms(release).flatMap((form) => form.sections.flatMap(({ anchor, title }) =>
    (anchor === undefined ? [] : [{ form: `${programme}.${form.id}`, anchor, formTitle: form.title, sectionTitle: title, releaseTitle: release.title }]))))

/** Where pages stand; undefined where the form is not at hand or has no such anchor. */
export const placeOfPages = (assembly: Assembly, pages: Pick<FormPages, 'form' | 'anchor'>): PagesPlace | undefined =>
  pagesPlaces(assembly).find(({ form, anchor }) => form === pages.form && anchor === pages.anchor)
