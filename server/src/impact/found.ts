import type { ChangePath, Text } from '@tieuchi/runtime'
import type { FlowCell } from '../batches/flow-counts.ts'
import type { MoneyPart } from './judging/money-figures.ts'

/** A number in the rules that households may be near to. */
export interface Line {
  /** `parameter`, or `parameter/key`. */
  readonly id: string
  readonly parameter: string
  readonly key?: string
  readonly value: number
  /** By how much it is moved to see who is near. */
  readonly step: number
}

/** On which side a line would have to lie for a household near it to come out otherwise. */
export type Side = 'lower' | 'higher'

/** A line a household is near to. */
export interface NearLine {
  readonly line: string
  readonly side: Side
}

export interface BreakdownLine {
  /** A unit, a code, a number; empty of those without an answer. */
  readonly key: string
  readonly cells: readonly FlowCell[]
}

/** Households by where they stand before and after, in all and told apart by something. */
export interface FlowPart {
  readonly cells: readonly FlowCell[]
  readonly breakdowns: readonly { readonly id: string; readonly lines: readonly BreakdownLine[] }[]
  /** Households whose result is another, though they may stand where they stood. */
  readonly changed: number
  /** Households judged one by one. */
  readonly oneByOne: number
}

/** What lies between the two rules: what can be undone, and which lines households may be near to. */
export interface ImpactPlan {
  readonly changes: readonly { readonly id: string; readonly path: ChangePath; readonly sentence: Text }[]
  readonly lines: readonly Line[]
}

/** The flow with what came of judging some households by the interpreter again. */
export interface FoundFlow extends FlowPart {
  readonly checked: number
  readonly differing: number
  /** What entitlements come to. */
  readonly money: MoneyPart
}

/** The state of the register that was judged. */
export interface JudgedRegister {
  readonly households: number
  /** Which transactions' changes it had, see `LogPosition`. */
  readonly position: string
  readonly changed_meanwhile: number
}

/** What a part found, in numbers. */
export interface FoundPart {
  /** Households by the id of a change that is a reason of theirs. */
  readonly changes: Readonly<Record<string, number>>
  readonly lines: Readonly<Record<string, Readonly<Record<Side, number>>>>
  readonly undetermined: number
  /** Undetermined households looked at, and by question how many of them it can still decide. */
  readonly looked: number
  readonly questions: Readonly<Record<string, number>>
  readonly position: string
}
