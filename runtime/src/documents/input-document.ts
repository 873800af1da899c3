/** An answer. A missing property is unknown; `null` never occurs. */
export type Answer = boolean | number | string | readonly string[]

export type Answers = Readonly<Record<string, Answer>>

export type MemberAnswers = Answers & { readonly id: string }

/** An earlier decision as another programme or a later date reads it. Without `to` it has not ended. */
export interface HistoryEntry {
  readonly programme: string
  readonly layer: 'national' | 'local'
  readonly outcome: string
  /** Whose it is, where the outcome is one of members. */
  readonly member?: string
  /** Absent: the decision left it open. */
  readonly value?: Answer
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
  /**
   * Since when the history is complete: every decision in force on this day or later is listed, earlier ones may be
   * missing. Absent: the list is complete.
   */
  readonly history_from?: string
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
