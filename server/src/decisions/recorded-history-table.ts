/** What a programme had decided on a household, as it was known from one moment to the next. Written by triggers alone. */
export interface RecordedHistoryTable {
  household_id: string
  programme: string
  known_from: Date
  /** Until the next decision was recorded; null while there is none. */
  known_to: Date | null
  /** The reference dates of the decisions that stand, the earliest first, */
  days: readonly string[]
  /** and the days they were made on. */
  decided_on: readonly string[]
  /** By outcome the entries, the latest first: layer, member, the number of the decision it begins with, from 1, and of the one that ends it; */
  outcomes: Readonly<Record<string, readonly unknown[]>>
  /** and their values. */
  results: Readonly<Record<string, readonly unknown[]>>
}
