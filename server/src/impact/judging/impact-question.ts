import { decisionsRead, type DecisionsRead, type Moment, type Release } from '@tieuchi/runtime'
import type { RulesOnTrial } from '../../batches/rules-on-trial.ts'

/** What is held against what: two rules that share a dictionary, over the register of one moment. */
export interface ImpactQuestion {
  readonly before: RulesOnTrial
  readonly after: RulesOnTrial
  /** Releases of other programmes that both read. */
  readonly others: Readonly<Record<string, Release>>
  /** The outcome of the household, or the entitlement, that is looked at. */
  readonly subject: string
  readonly moment: Moment
  /** How near to a line is near, in percent. */
  readonly near: number
}

/** What either rules read of earlier decisions. */
export const readByBoth = ({ before, after }: Pick<ImpactQuestion, 'before' | 'after'>): DecisionsRead => decisionsRead([before.assembly, after.assembly])
