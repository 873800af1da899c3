import type { FormDocument } from '@tieuchi/runtime'
import { isSection, partsOf, type FoundPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'
import type { ConditionPlace } from '../rule-designer/ConditionDialog.tsx'
import { subjectIn } from './part-places.ts'

const step = (part: FormPart): string => ('kind' in part && part.kind === 'field' ? part.field : part.id)

const placeOf = ({ within, part }: FoundPart): readonly string[] => {
  const [section, ...inner] = [...within, part]
  return section ? ['sections', step(section), ...inner.flatMap((each) => ['items', step(each)])] : []
}

/** The condition by which a part is shown; undefined for a part that has none by its nature. */
export const visibleSite = (form: FormDocument, key: PartKey): ConditionPlace | undefined => {
  const found = partsOf(form).find((each) => each.key === key)
  if (!found || ('kind' in found.part && found.part.kind === 'roster')) return undefined
  const visible = 'visible' in found.part ? found.part.visible : undefined
  // What a part of members stands in decides of whom it is: the part itself need not be theirs.
  return { site: { form: form.id, place: [...placeOf(found), 'visible'] }, subject: isSection(found.part) ? 'household' : subjectIn(found), condition: visible }
}

/** What a check demands. */
export const checkSite = (form: FormDocument, id: string): ConditionPlace | undefined => {
  const check = form.checks?.find((each) => each.id === id)
  return check && { site: { form: form.id, place: ['checks', id, 'conditions'] }, subject: check.of ?? 'household', condition: check.conditions }
}
