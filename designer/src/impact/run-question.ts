import type { EntitlementPiece, OutcomePiece, Release } from '@tieuchi/runtime'
import type { ImpactSummary, NewImpactRun } from '../api/contract.ts'

/** What is asked of a draft; an empty subject or release leaves it to the server. */
export interface RunQuestion {
  readonly subject: string
  /** Hash of the release to hold against; empty: the one in force until then. */
  readonly before: string
  readonly at: string
  readonly near: number
}

/** How near is near unless said, in percent. */
const usualNear = 5

/** Outcomes and entitlements of the household, outcomes first. */
export const subjectsOf = ({ logic }: Release): readonly (OutcomePiece | EntitlementPiece)[] => [
  ...logic.filter((piece) => piece.kind === 'outcome' && piece.of !== 'members') as readonly OutcomePiece[],
  ...logic.filter((piece) => piece.kind === 'entitlement' && piece.of !== 'members') as readonly EntitlementPiece[],
]

/** Whether something is paid by the rules, whose sum can be told. */
export const paysMoney = ({ logic }: Release): boolean => logic.some((piece) => piece.kind === 'entitlement' && piece.amount !== undefined && piece.unit?.includes('VND') === true)

/** The question as the server reads it. */
export const newRunOf = (draft: string, { subject, before, at, near }: RunQuestion): NewImpactRun => ({
  after: { draft },
  ...(subject !== '' && { subject }),
  ...(before !== '' && { before: { release: before } }),
  at,
  near,
})

interface KnownOfDraft {
  /** The run that is shown. */
  readonly run: Pick<ImpactSummary, 'subject' | 'before' | 'at' | 'near'> | undefined
  readonly release: Release
  /** First day of the draft, once it has one. */
  readonly validFrom: string | undefined
  readonly today: string
}

/** What is asked unless said: what the run that is shown was asked, but on the first day of the draft, which may have got one since. */
export const usualQuestion = ({ run, release, validFrom, today }: KnownOfDraft): RunQuestion => ({
  subject: run?.subject.id ?? subjectsOf(release)[0]?.id ?? '',
  before: run?.before.hash ?? '',
  at: validFrom ?? run?.at ?? today,
  near: run?.near ?? usualNear,
})
