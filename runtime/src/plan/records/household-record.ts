/**
 * A household as generated code reads it: one shape for all, every property there, each a small whole number or a double.
 * The names of lanes are letters and numbers (`lane-name.ts`); only `RecordLayout` makes records.
 */
export interface HouseholdRecord {
  /** 1 where the record holds everything exactly; otherwise no plan may read it, and the household goes to the interpreter. */
  regular: 0 | 1
  /** 1 where all is answered but for questions that may not apply; code for complete answers may read it. */
  full: 0 | 1
  /** 1 where the members are all listed. */
  complete: 0 | 1
  /** Day code since when the history is complete; −Infinity where it is wholly, Infinity where nobody asked. */
  since: number
  members: readonly ElementRecord[]
  /** Of the members. */
  ids: readonly string[]
  readonly [lane: string]: unknown
}

/** A member with the earlier decisions seen from there, or an earlier decision. */
export interface ElementRecord {
  readonly [lane: string]: number | readonly ElementRecord[]
}
