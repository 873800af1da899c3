import type { RuleBook } from '../policies/rule-book.ts'
import type { SignedIn } from '../sessions/session-service.ts'

/** Who acts, when, by which rules. */
export interface Work {
  readonly book: RuleBook
  readonly signedIn: SignedIn
  readonly now: Date
}
