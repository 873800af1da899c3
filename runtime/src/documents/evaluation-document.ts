import type { Literal } from './condition-document.ts'
import type { Answer, Moment } from './input-document.ts'
import type { Bound, PeriodName } from './logic-document.ts'
import type { Scope, UnitScope } from './release-document.ts'
import type { Citation, Certainty, Text } from './text.ts'

/** Three-valued truth (strong Kleene). Unknown is never false. */
export type Truth = boolean | 'unknown'

/** Whose rules: the base alone, or the base with the overlays of the units around the household. */
export type Layer = 'national' | 'local'

/** Who says a value, row, rule or piece that an overlay touches. */
export interface Origin {
  readonly layer: Layer
  readonly scope: Scope
  /** Title of the release or overlay that says it. */
  readonly title: Text
  readonly citation?: Citation
  /** Where it is a floor: the narrower rules whose less favourable value gave way to it. */
  readonly floor?: { readonly scope: UnitScope; readonly title: Text; readonly value: Literal; readonly citation?: Citation }
}

/**
 * Origins of what overlays touch, by place in the release: `parameters.id`, `parameters.id.key`, `logic.piece`,
 * `logic.table.row`, `logic.set.rule`. What is not named is the base's own.
 */
export type Origins = Readonly<Record<string, Origin>>

/** A question whose answer can still matter. `field` is a field id, or `members` or `history` for a whole part. */
export interface Question {
  readonly field: string
  readonly member?: string
}

/** What keeps a result from being certain, and what it rests on. */
export interface Grounds {
  /** Answers that can still decide; nothing else can. */
  readonly missing: readonly Question[]
  /** Parameters without a value in the law as far as established; reported apart from missing answers. */
  readonly open: readonly string[]
  /** Parameters, rules and rows that were read and rest on an assumption. */
  readonly assumed: readonly string[]
  /** Pieces put in place by `assume`; such a result is never stored as a decision. */
  readonly replaced: readonly string[]
  /** What of it an overlay touches, by programme and place, as in `EvaluationResult.origins`. Absent: nothing. */
  readonly overlaid?: readonly string[]
}

export interface OutcomeResult extends Grounds {
  readonly id: string
  readonly title: Text
  readonly state: 'determined' | 'undetermined' | 'not_applicable'
  readonly value?: Answer
  /** Where undetermined and only finitely many values are left. */
  readonly possible?: readonly Answer[]
  readonly list?: string
  readonly unit?: string
}

export interface RuleResult extends Grounds {
  readonly set: string
  readonly id: string
  readonly title: Text
  readonly result: Truth
  readonly citation?: Citation
  readonly certainty?: Certainty
}

/** A fact as far as it is known: a value, an interval (either end may be absent), or nothing. */
export interface FactResult extends Grounds {
  readonly id: string
  readonly title: Text
  readonly value?: Answer
  readonly from?: number | string
  readonly to?: number | string
  readonly not_applicable?: boolean
  readonly unit?: string
  readonly list?: string
}

/**
 * A benefit granted, refused, or not yet decided. Level, amount and period stand where granted, as far as they are known;
 * `missing` and `open` then say what they wait for. A refusal is a record too.
 */
export interface EntitlementResult extends Grounds {
  readonly id: string
  readonly title: Text
  readonly recipient: 'household' | 'member'
  /** The member, where it is one of members. */
  readonly member?: string
  readonly state: 'granted' | 'refused' | 'undetermined'
  readonly level?: Answer
  readonly level_unit?: string
  readonly level_list?: string
  readonly amount?: number
  readonly unit?: string
  readonly bound: Bound
  /** What the level says, where the rules say it apart from `bound`; `boundOfLevel` reads both. */
  readonly level_bound?: Bound
  readonly period?: { readonly every: PeriodName; readonly at_most?: number; readonly from?: string; readonly to?: string }
  readonly citation?: Citation
  readonly certainty?: Certainty
  /** Ids of the comparisons that decided; `explain` has their sentences. */
  readonly reasons: readonly string[]
}

/** One programme evaluated in one layer. Plain data; the same on server, in the browser and on the command line. */
export interface EvaluationResult {
  readonly programme: string
  readonly layer: Layer
  readonly moment: Moment
  readonly outcomes: readonly OutcomeResult[]
  /** Outcomes of members, by member id. */
  readonly member_outcomes: Readonly<Record<string, readonly OutcomeResult[]>>
  /** Benefits of the household and of each member, in document order. */
  readonly entitlements: readonly EntitlementResult[]
  /** Rules of the household, of every set, in document order. */
  readonly rules: readonly RuleResult[]
  readonly facts: readonly FactResult[]
  /** Who says what the results rest on, as far as an overlay touches it: by programme and place. Absent: no overlay does. */
  readonly origins?: Origins
}

/** One line of an explanation; indented under its parent it reads as prose. */
export interface ExplanationNode {
  readonly id: string
  readonly kind: 'outcome' | 'table' | 'row' | 'rules' | 'rule' | 'fact' | 'group' | 'leaf' | 'member' | 'entry' | 'entitlement'
  readonly result: Truth | 'not_applicable'
  /** On the first line of a result of one member: whose it is. */
  readonly member?: string
  readonly sentence: Text
  /** Values read and compared with, as written for people. */
  readonly read?: Text
  readonly compared?: Text
  readonly parameter?: string
  readonly citation?: Citation
  readonly certainty?: Certainty
  /** Who says it, where an overlay touches it, in words: `theo quy định của tỉnh …`. */
  readonly origin?: Origin & { readonly sentence: Text }
  /** The question to answer where this line is unknown or to look at where it is known. */
  readonly question?: Question
  readonly children: readonly ExplanationNode[]
}
