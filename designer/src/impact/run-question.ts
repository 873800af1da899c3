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
export const usualNear = 5

/** Outcomes and entitlements of the household, outcomes first. */
export const subjectsOf = ({ logic }: Release): readonly (OutcomePiece | EntitlementPiece)[] => [
  ...logic.filter((piece) => piece.kind === 'outcome' && piece.of !== 'members') as readonly OutcomePiece[],
  ...logic.filter((piece) => piece.kind === 'entitlement' && piece.of !== 'members') as readonly EntitlementPiece[],
]

/** The question as the server reads it. */
export const newRunOf = (draft: string, { subject, before, at, near }: RunQuestion): NewImpactRun => ({
  after: { draft },
  ...(subject !== '' && { subject }),
  ...(before !== '' && { before: { release: before } }),
  at,
  near,
})

/** The question of a run, to ask the same anew. */
export const questionOfRun = ({ subject, before, at, near }: ImpactSummary): RunQuestion => ({ subject: subject.id, before: before.hash, at, near })
