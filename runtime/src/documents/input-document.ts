/** An answer. A missing property is unknown; `null` never occurs. */
export type Answer = boolean | number | string | readonly string[]

export type Answers = Readonly<Record<string, Answer>>

export type MemberAnswers = Answers & { readonly id: string }

/** An earlier decision as another programme or a later date reads it. */
export interface HistoryEntry {
  readonly programme: string
  readonly layer: 'national' | 'local'
  readonly outcome: string
  readonly value: Answer
  readonly from: string
  readonly to?: string
  readonly decided_on?: string
  readonly standard?: string
}

/** Everything an evaluation reads of one household. */
export interface HouseholdInput {
  readonly household?: Answers
  /** Absent: nobody asked. Complete unless `members_complete` is false. */
  readonly members?: readonly MemberAnswers[]
  readonly members_complete?: boolean
  /** The unit's dated attributes on `unit_at`. */
  readonly unit?: Answers
  /** Absent: unknown. Empty: never. */
  readonly history?: readonly HistoryEntry[]
}

/**
 * The three dates of an evaluation, ISO days of Asia/Ho_Chi_Minh: whose law, facts as of when, units as of when.
 * `at` is short for all three equal.
 */
export interface Moment {
  readonly law_at: string
  readonly facts_at: string
  readonly unit_at: string
}

/** A moment with its three dates equal. */
export const momentAt = (at: string): Moment => ({ law_at: at, facts_at: at, unit_at: at })
