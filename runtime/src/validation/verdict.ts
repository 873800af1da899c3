/** A violated keyword as either validator reports it: where in the data, which keyword, and the keyword's value. */
export interface Violation {
  readonly path: readonly string[]
  readonly keyword: string
  readonly limit: unknown
}

/** What a validator says of data: the same of both, for every schema they are given here. */
export interface Verdict {
  readonly valid: boolean
  /** In the order found; of alternatives that failed those of each. Empty where nothing but `false` was violated. */
  readonly violations: readonly Violation[]
}

/** A JSON Schema 2020-12. */
export type JsonSchema = object | boolean
