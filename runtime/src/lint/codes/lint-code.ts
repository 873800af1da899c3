import type { Severity } from '../../documents/issue.ts'
import type { Text } from '../../documents/text.ts'

/** What every message may say: the place, in words. */
export interface Placed {
  readonly place: Text
}

/** Everything the product knows of one code of the lint. */
export interface LintCode<Params extends object> {
  readonly severity: Severity
  /** What it means and why it matters, one line for the documentation. */
  readonly doc: string
  /** Names the place, what is there, and what to do. */
  readonly message: (params: Params & Placed) => Text
}

type Say<Params> = (params: Params & Placed) => string

/** One code, with its message in both languages. */
export const lintCode = <Params extends object = object>(severity: Severity, doc: string, vi: Say<Params>, en: Say<Params>): LintCode<Params> => ({
  severity,
  doc,
  message: (params) => ({ vi: vi(params), en: en(params) }),
})
