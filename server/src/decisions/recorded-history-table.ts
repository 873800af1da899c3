/** What a programme had decided on a household, as it was known from one moment to the next. Written by triggers alone. */
export interface RecordedHistoryTable {
  household_id: string
  programme: string
  known_from: Date
  /** Until the next decision was recorded; null while there is none. */
  known_to: Date | null
  /** The day of the first decision. */
  since: string
  /** By outcome the entries, the latest first: layer, member, value, first day, last day. */
  outcomes: Readonly<Record<string, readonly unknown[]>>
  /** By outcome the days on which they were decided. */
  decided_on: Readonly<Record<string, readonly string[]>>
}
