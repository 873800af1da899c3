import type { Text } from './text.ts'

/**
 * A problem in what people author or enter. A value, collected and never thrown; designer, server and command line
 * show the same shape.
 */
export interface Issue {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** Where it is, from the root of what was checked: `["members", 0, "birth_date"]`. */
  readonly path: readonly (string | number)[]
  readonly params: Readonly<Record<string, unknown>>
  /** Names the place, the value and what to do. */
  readonly message: Text
}
