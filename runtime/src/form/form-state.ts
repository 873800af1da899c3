import type { Condition } from '../documents/condition-document.ts'
import type { FieldItem, FormCheck } from '../documents/form-document.ts'
import type { HouseholdInput, Moment } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { householdScope, type Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { getFormOrThrow, householdItems, memberItems } from './generate-form.ts'

/** What changes about a form while it is filled. */
export interface FormState {
  /** Questions not to show: not applicable, or hidden by the form. `household.x`, `members.<member id>.y`. */
  readonly hidden: readonly string[]
  /** Checks that fail; an error stops sending, a warning asks for a reason. `params.check` is the check's id. */
  readonly issues: readonly Issue[]
  /** Questions that must be answered before sending and are not; errors too, but not of what was entered. */
  readonly unanswered: readonly Issue[]
}

interface Place {
  readonly prefix: string
  readonly scope: Scope
}

/** Judges visibility and checks for the answers so far. What is unknown hides nothing and fails nothing. */
export const formState = async (assembly: Assembly, formId: string, input: HouseholdInput, moment: Moment): Promise<FormState> => {
  const form = getFormOrThrow(assembly, formId)
  const interpreter = new Interpreter(assembly, { input, moment })
  const members = interpreter.memberScopes() ?? []
  const places: readonly Place[] = members.map((scope) => ({ prefix: `members.${scope.member?.id ?? ''}`, scope }))
  const asked: readonly (readonly [FieldItem, Place])[] = [
    ...householdItems(form).map((item) => [item, { prefix: 'household', scope: householdScope }] as const),
    ...places.flatMap((place) => memberItems(form).map((item) => [item, place] as const)),
  ]
  const hidden = (await Promise.all(asked.map(([item, place]) => hiddenPath(interpreter, item, place)))).flat()
  const issues = await Promise.all((form.checks ?? []).flatMap((check) => (check.of === 'members' ? members : [householdScope]).map((scope) => failedCheck(interpreter, check, scope))))
  return { hidden, issues: issues.flat(), unanswered: asked.filter(([item, place]) => !hidden.includes(pathOf(item, place))).flatMap(([item, place]) => unansweredIssue(interpreter, item, place)) }
}

const pathOf = ({ field }: FieldItem, { prefix }: Place): string => `${prefix}.${field}`

const unansweredIssue = ({ assembly, request }: Interpreter, { field, required }: FieldItem, { scope }: Place): readonly Issue[] => {
  const answers = scope.member ?? request.input.household ?? {}
  const schema = assembly.fields.get(field)?.schema
  if (!required || Object.hasOwn(answers, field) || !schema) return []
  const index = request.input.members?.findIndex((member) => member.id === scope.member?.id) ?? -1
  const label = schema['x-label']
  return [{
    code: 'form_required',
    severity: 'error',
    path: scope.member ? ['members', index, field] : ['household', field],
    params: { field, ...(scope.member && { member: scope.member.id }) },
    message: { vi: `Chưa trả lời “${label.vi}”; cần có trước khi gửi.`, en: `“${label.en}” is not answered; it is needed before sending.` },
  }]
}

const isFalse = (interpreter: Interpreter, field: string, condition: Condition | undefined, scope: Scope): Promise<boolean> =>
  interpreter.naming(field, async () => condition !== undefined && (await interpreter.judge(condition, scope)).truth === false)

const hiddenPath = async (interpreter: Interpreter, item: FieldItem, place: Place): Promise<readonly string[]> => {
  const applies = interpreter.assembly.fields.get(item.field)?.schema.applies
  const hide = (await isFalse(interpreter, item.field, applies, place.scope)) || (await isFalse(interpreter, item.field, item.visible, place.scope))
  return hide ? [pathOf(item, place)] : []
}

const failedCheck = async (interpreter: Interpreter, check: FormCheck, scope: Scope): Promise<readonly Issue[]> => {
  if (!(await isFalse(interpreter, check.field, check.conditions, scope))) return []
  const index = interpreter.request.input.members?.findIndex((member) => member.id === scope.member?.id) ?? -1
  const place = interpreter.assembly.fields.get(check.field)?.place ?? 'household'
  return [{
    code: 'form_check',
    severity: check.severity === 'hard' ? 'error' : 'warning',
    path: scope.member ? ['members', index, check.field] : [place, check.field],
    params: { check: check.id, ...(scope.member && { member: scope.member.id }) },
    message: check.message,
  }]
}
