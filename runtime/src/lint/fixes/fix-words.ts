import type { FieldItem } from '../../documents/form-document.ts'
import type { Text } from '../../documents/text.ts'
import type { FixSite } from './form-fix.ts'

/** How a form calls a question. */
export const labelOf = ({ documents: { common } }: Pick<FixSite, 'documents'>, { field, label }: FieldItem): Text => {
  const { household, members, unit } = common.dictionary.properties
  return label ?? (household.properties[field] ?? members.items.properties[field] ?? unit.properties[field])?.['x-label'] ?? { vi: field, en: field }
}

/** A title that names one thing. */
export const naming = (vi: string, en: string, { vi: called, en: calledEn }: Text): Text => ({ vi: `${vi} “${called}”`, en: `${en} “${calledEn}”` })
