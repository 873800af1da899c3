import type { Text } from './text.ts'

/**
 * What an issue asks for. `error`: evaluation is impossible or its result would be wrong, so nothing goes on. `warning`: a
 * person has to look and correct it or give a reason. `notice`: nothing is wrong, but a person has to acknowledge it, as an
 * open or assumed value of the law.
 */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * A problem in what people author or enter. A value, collected and never thrown; designer, server and command line
 * show the same shape.
 */
export interface Issue {
  readonly code: string
  readonly severity: Severity
  /** Where it is, from the root of what was checked: `["members", 0, "birth_date"]`. */
  readonly path: readonly (string | number)[]
  readonly params: Readonly<Record<string, unknown>>
  /** Names the place, the value and what to do. */
  readonly message: Text
}
