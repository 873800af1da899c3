import type { Condition } from '../documents/condition-document.ts'
import type { AttachmentItem, FieldItem, FormCheck } from '../documents/form-document.ts'
import type { HouseholdInput, Moment } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Subject } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { describeReference, writeValue } from '../explain/readable.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { householdScope, type Scope } from '../logic/scope.ts'
import { itemsOf, visibleConditions, type PlacedItem } from './form-items.ts'
import type { FormSet, FormSetPart } from './form-set.ts'

/** What changes about a form while it is filled. */
export interface FormState {
  /**
   * What not to show: questions that do not apply or that the form hides, by themselves or with the part they stand in,
   * as `household.x` and `members.<member id>.y`; other items by their id in the place of the question; `sections.<id>`.
   */
  readonly hidden: readonly string[]
  /** The facts a form shows as they come out of the answers so far, by the item that shows them; named as in `hidden`. */
  readonly facts: Readonly<Record<string, Text>>
  /** Checks that fail at questions that are shown; an error stops sending, a warning asks for a reason. `params.check` is the check's id. */
  readonly issues: readonly Issue[]
  /** Questions that must be answered before sending and are not; errors too, but not of what was entered. */
  readonly unanswered: readonly Issue[]
}

interface Place {
  readonly prefix: string
  readonly scope: Scope
}

/** An item, of the household or of one member. */
interface ShownItem extends PlacedItem {
  readonly place: Place
}

/**
 * Judges visibility and checks for the answers so far, what each programme has in the form by its own rules. What is unknown
 * hides nothing and fails nothing. `attached` names the items of the form to which something is attached, as in `hidden`;
 * where it is absent no attachment is asked for.
 */
export const formState = async ({ parts }: FormSet, input: HouseholdInput, moment: Moment, attached?: ReadonlySet<string>): Promise<FormState> => {
  const states = await Promise.all(parts.map((part) => partState(part, input, moment, attached)))
  return {
    hidden: states.flatMap(({ hidden }) => hidden),
    facts: Object.assign({}, ...states.map(({ facts }) => facts)),
    issues: states.flatMap(({ issues }) => issues),
    unanswered: states.flatMap(({ unanswered }) => unanswered),
  }
}

const partState = async (part: FormSetPart, input: HouseholdInput, moment: Moment, attached: ReadonlySet<string> | undefined): Promise<FormState> => {
  const interpreter = new Interpreter(part.assembly, { input, moment })
  const members = interpreter.memberScopes() ?? []
  const places: readonly Place[] = members.map((scope) => ({ prefix: `members.${scope.member?.id ?? ''}`, scope }))
  const household: Place = { prefix: 'household', scope: householdScope }
  const items = itemsOf(part)
  const placed = (of: Subject, place: Place): readonly ShownItem[] => items.flatMap((item) => (item.of === of ? [{ ...item, place }] : []))
  const shown = [...placed('household', household), ...places.flatMap((place) => placed('members', place))]
  const hiddenItems = await Promise.all(shown.map((item) => isHidden(interpreter, item)))
  const hiddenSections = await Promise.all(part.sections.map(({ id, visible }) => isFalse(interpreter, id, visible, householdScope)))
  const left = shown.filter((_item, index) => !hiddenItems[index])
  const names = new Set(shown.filter((_item, index) => hiddenItems[index]).map(nameOf))
  // Nobody can mend what is not shown.
  const checked = part.checks.flatMap((check) => (check.of === 'members' ? places : [household]).map((place) => ({ check, place }))).filter(({ check, place }) => !names.has(`${place.prefix}.${check.field}`))
  const issues = await Promise.all(checked.map(({ check, place }) => failedCheck(interpreter, check, place.scope)))
  return {
    hidden: [...names, ...part.sections.filter((_section, index) => hiddenSections[index]).map(({ id }) => `sections.${id}`)],
    facts: Object.fromEntries((await Promise.all(left.map((item) => factText(interpreter, item)))).flat()),
    issues: issues.flat(),
    unanswered: left.flatMap((each) => {
      const { item, place } = each
      if (item.kind === 'field') return unansweredIssue(interpreter, item, place)
      return item.kind === 'attachment' && attached?.has(nameOf(each)) === false ? unattachedIssue(interpreter, item, place) : []
    }),
  }
}

const nameOf = ({ item, place: { prefix } }: ShownItem): string => `${prefix}.${item.kind === 'field' ? item.field : item.id}`

const factText = async (interpreter: Interpreter, shown: ShownItem): Promise<readonly (readonly [string, Text])[]> => {
  const { item, place } = shown
  if (item.kind !== 'fact') return []
  const reference = { fact: item.fact }
  return [[nameOf(shown), writeValue(interpreter.assembly, await interpreter.readFact(reference, place.scope), describeReference(interpreter.assembly, reference))]]
}

const unansweredIssue = ({ assembly, request }: Interpreter, { field, required, label: own }: FieldItem, { scope }: Place): readonly Issue[] => {
  const answers = scope.member ?? request.input.household ?? {}
  const schema = assembly.fields.get(field)?.schema
  if (!required || Object.hasOwn(answers, field) || !schema) return []
  const label = own ?? schema['x-label']
  return [requiredIssue(request.input, field, scope, { vi: `Chưa trả lời “${label.vi}”; cần có trước khi gửi.`, en: `“${label.en}” is not answered; it is needed before sending.` })]
}

const unattachedIssue = ({ request }: Interpreter, { id, required, title }: AttachmentItem, { scope }: Place): readonly Issue[] =>
  (required ? [requiredIssue(request.input, id, scope, { vi: `Chưa đính kèm “${title.vi}”; cần có trước khi gửi.`, en: `Nothing is attached to “${title.en}”; it is needed before sending.` })] : [])

const requiredIssue = ({ members }: HouseholdInput, field: string, { member }: Scope, message: Text): Issue => ({
  code: 'form_required',
  severity: 'error',
  path: member ? ['members', members?.findIndex(({ id }) => id === member.id) ?? -1, field] : ['household', field],
  params: { field, ...(member && { member: member.id }) },
  message,
})

const isFalse = (interpreter: Interpreter, field: string, condition: Condition | undefined, scope: Scope): Promise<boolean> =>
  interpreter.naming(field, async () => condition !== undefined && (await interpreter.judge(condition, scope)).truth === false)

const isHidden = async (interpreter: Interpreter, shown: ShownItem): Promise<boolean> => {
  const { item, place } = shown
  const applies = item.kind === 'field' ? interpreter.assembly.fields.get(item.field)?.schema.applies : undefined
  const conditions = [...(applies ? [applies] : []), ...visibleConditions(shown)]
  const name = item.kind === 'field' ? item.field : item.id
  return (await Promise.all(conditions.map((condition) => isFalse(interpreter, name, condition, place.scope)))).some(Boolean)
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
