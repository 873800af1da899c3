import type { AttachmentItem, FieldItem, FormCheck } from '../documents/form-document.ts'
import type { HouseholdInput } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import type { EvaluationRequest, Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'

/** A question that must be answered and is not. */
export const unansweredIssue = ({ fields }: Assembly, { input }: EvaluationRequest, { field, label: own }: FieldItem, scope: Scope): readonly Issue[] => {
  const schema = fields.get(field)?.schema
  if (!schema) return []
  const label = own ?? schema['x-label']
  return [requiredIssue(input, field, scope, { vi: `Chưa trả lời “${label.vi}”; cần có trước khi gửi.`, en: `“${label.en}” is not answered; it is needed before sending.` })]
}

/** A file that must be there and is not. */
export const unattachedIssue = ({ input }: EvaluationRequest, { id, title }: AttachmentItem, scope: Scope): Issue =>
  requiredIssue(input, id, scope, { vi: `Chưa đính kèm “${title.vi}”; cần có trước khi gửi.`, en: `Nothing is attached to “${title.en}”; it is needed before sending.` })

const requiredIssue = (input: HouseholdInput, field: string, { member }: Scope, message: Text): Issue => ({
  code: 'form_required',
  severity: 'error',
  path: member ? ['members', indexOf(input, member.id), field] : ['household', field],
  params: { field, ...(member && { member: member.id }) },
  message,
})

/** A check that fails. */
export const failedCheckIssue = ({ fields }: Assembly, { input }: EvaluationRequest, check: FormCheck, { member }: Scope): Issue => ({
  code: 'form_check',
  severity: check.severity === 'hard' ? 'error' : 'warning',
  path: member ? ['members', indexOf(input, member.id), check.field] : [fields.get(check.field)?.place ?? 'household', check.field],
  params: { check: check.id, ...(member && { member: member.id }) },
  message: check.message,
})

const indexOf = ({ members = [] }: HouseholdInput, id: string): number => members.findIndex((member) => member.id === id)
