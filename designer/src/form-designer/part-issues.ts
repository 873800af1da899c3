import type { FormDocument, Issue } from '@tieuchi/runtime'
import { formKey, isHolder, keyOfPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'

const partAt = (parts: readonly FormPart[], [index, list, ...rest]: Issue['path']): FormPart | undefined => {
  const part = parts[Number(index)]
  return part && list === 'items' && isHolder(part) && rest.length > 0 ? (partAt(part.items, rest) ?? part) : part
}

/** The part of a form that an issue is about, the innermost; of checks and of the form itself the form. */
export const partOfIssue = (form: FormDocument, { path: [, , list, ...rest] }: Issue): PartKey => {
  const part = list === 'sections' ? partAt(form.sections, rest) : undefined
  return part ? keyOfPart(part) : formKey
}

/** What was found in a form, by the part it is about. */
export const issuesByPart = (form: FormDocument, issues: readonly Issue[]): ReadonlyMap<PartKey, readonly Issue[]> => Map.groupBy(issues, (issue) => partOfIssue(form, issue))
