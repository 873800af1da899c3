import { formDemands, householdItems, memberItems, membershipIssues, oncePer, type FormSet, type HouseholdInput, type Issue, type Membership, type Moment } from '@tieuchi/runtime'
import type { AskedFields } from '../households/household-register.ts'
import { Problem } from '../plugins/problem.ts'

export interface SendingQuestion {
  readonly form: FormSet
  readonly input: HouseholdInput
  readonly membership: Membership
  /** Where something is attached, as the state of a form names it. */
  readonly attached: ReadonlySet<string>
  readonly moment: Moment
  /** Why a soft check was passed, by the check's id. */
  readonly reasons: Readonly<Record<string, string>>
}

/** Refuses to send while a question is open that must be answered, a hard check fails, a soft one without a reason, or somebody came or went on a day that cannot be. */
export async function demandChecks({ form, input, membership, attached, moment, reasons }: SendingQuestion): Promise<void> {
  const { issues, unanswered } = await formDemands(form, input, moment, attached)
  const stopping = [...membershipIssues(membership, moment), ...unanswered, ...issues.filter((issue) => issue.severity === 'error' || (issue.severity === 'warning' && !hasReason(issue, reasons)))]
  if (stopping.length > 0) throw new Problem('checks_failed', {}, stopping)
}

function hasReason({ params }: Issue, reasons: Readonly<Record<string, string>>): boolean {
  const check = params['check']
  return typeof check === 'string' && (reasons[check] ?? '').trim() !== ''
}

/** The fields a form asks for, in its own sections and in the pages of others. */
export const askedFields = oncePer(({ form }: FormSet): AskedFields => ({
  household: new Set(householdItems(form).map(({ field }) => field)),
  members: new Set(memberItems(form).map(({ field }) => field)),
}))
