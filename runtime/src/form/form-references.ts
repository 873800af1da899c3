import type { FormDocument } from '../documents/form-document.ts'
import { referencesOfCondition, type Reference } from '../release/references.ts'
import { itemsOf } from './form-items.ts'

type Path = readonly (string | number)[]

/** Everything a form reads beside what it asks: for showing and hiding, for its checks, and the facts it shows. */
export const referencesOfForm = (form: Pick<FormDocument, 'sections' | 'checks'>, path: Path): readonly Reference[] => [
  ...form.sections.flatMap(({ visible }, index) => (visible ? referencesOfCondition(visible, [...path, 'sections', index, 'visible'], 'household') : [])),
  ...itemsOf(form, path).flatMap(({ item, of, path: at }): readonly Reference[] => [
    ...(item.kind === 'fact' ? [{ kind: 'fact', reference: { fact: item.fact }, path: [...at, 'fact'], of } as const] : []),
    ...('visible' in item && item.visible ? referencesOfCondition(item.visible, [...at, 'visible'], of) : []),
  ]),
  ...(form.checks ?? []).flatMap(({ conditions, of = 'household' }, index) => referencesOfCondition(conditions, [...path, 'checks', index, 'conditions'], of)),
]
