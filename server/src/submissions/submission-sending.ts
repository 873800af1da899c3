import { demandsOfForm, householdItems, memberItems, membershipIssues, oncePer, type FormSet, type Issue, type Membership, type Reading } from '@tieuchi/runtime'
import type { AskedFields } from '../households/household-register.ts'
import { Problem } from '../plugins/problem.ts'

export interface SendingQuestion {
  readonly form: FormSet
  readonly reading: Reading
  readonly membership: Membership
  /** Where something is attached, as the state of a form names it. */
  readonly attached: ReadonlySet<string>
  /** Why a soft check was passed, by the check's id. */
  readonly reasons: Readonly<Record<string, string>>
}

/** Refuses to send while a question is open that must be answered, a hard check fails, a soft one without a reason, or somebody came or went on a day that cannot be. */
export async function demandChecks({ form, reading, membership, attached, reasons }: SendingQuestion): Promise<void> {
  const { issues, unanswered } = await demandsOfForm(form, reading, attached)
  const stopping = [...membershipIssues(membership, reading.request.moment), ...unanswered, ...issues.filter((issue) => issue.severity === 'error' || (issue.severity === 'warning' && !hasReason(issue, reasons)))]
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
