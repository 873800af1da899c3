import { questionsOf, type FormDocument, type Issue } from '@tieuchi/runtime'
import { formKey, isHolder, keyOfPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'

const partAt = (parts: readonly FormPart[], [index, list, ...rest]: Issue['path']): FormPart | undefined => {
  const part = parts[Number(index)]
  return part && list === 'items' && isHolder(part) && rest.length > 0 ? (partAt(part.items, rest) ?? part) : part
}

/** The question a check stands at, where the form asks it. */
const questionOfCheck = (form: FormDocument, index: string | number | undefined): FormPart | undefined => {
  const field = form.checks?.[Number(index)]?.field
  return questionsOf(form).find(({ item }) => item.field === field)?.item
}

/** The part of a form that an issue is about, the innermost; of a check its question; of the form itself the form. */
export const partOfIssue = (form: FormDocument, { path: [, , list, ...rest] }: Issue): PartKey => {
  const part = list === 'sections' ? partAt(form.sections, rest) : list === 'checks' ? questionOfCheck(form, rest[0]) : undefined
  return part ? keyOfPart(part) : formKey
}

/** What was found in a form, by the part it is about. */
export const issuesByPart = (form: FormDocument, issues: readonly Issue[]): ReadonlyMap<PartKey, readonly Issue[]> => Map.groupBy(issues, (issue) => partOfIssue(form, issue))

type Issues = ReturnType<typeof issuesByPart>

const isSame = (a: readonly Issue[], b: readonly Issue[]): boolean => a.length === b.length && a.every((issue, index) => issue === b[index] || JSON.stringify(issue) === JSON.stringify(b[index]))

/** What is found again is what was found before, so that its part is not drawn again. */
export const keptIssues = (before: Issues, issues: Issues): Issues => {
  const kept = new Map([...issues].map(([key, own]) => {
    const old = before.get(key)
    return [key, old && isSame(old, own) ? old : own] as const
  }))
  return kept.size === before.size && [...kept].every(([key, own]) => before.get(key) === own) ? before : kept
}
