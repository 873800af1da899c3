import type { MomentName } from '../../documents/logic-document.ts'

/**
 * The plan's graph. A release becomes one directed graph of small nodes; every back end (code over objects, kernels over
 * columns) is a total table from `Op` to its own way of computing a node, and a way to write the graph's results.
 *
 * **Lanes.** A node is one number: a `bit` (0 or 1), a `code` (a small whole number from 0), or a `number` (a double that
 * is whole, or −Infinity or Infinity). What the interpreter calls a value is several nodes; three-valued logic is spread
 * over them before a back end sees anything: a truth is the bits *certainly true* and *possibly true*, a number or a day
 * its two ends. No back end knows of "unknown". Where something is not applicable its other lanes mean nothing, and
 * whatever reads them is masked by that; there a number may even be NaN.
 *
 * **Exactness.** A `number` that means something is exact: its `bounds` hold, and lie within ±(2⁵³−1) where they are
 * finite. Where arithmetic could leave them, the graph has a bit for it that `escape` gathers; a household whose `escape`
 * is 1 has no result of the plan and goes to the interpreter. Decimals are whole numbers of a fixed fraction (the `scale`
 * of a result, a parameter, a field); a quotient is two numbers that are never divided.
 *
 * **Scopes.** A node has one value for all households (`uniform`: parameters and the moment alone), per household, per
 * member, or per earlier decision as seen from the household (`entries`) or from a member (`memberEntries`). A node reads
 * nodes of its own scope and of scopes outside it; only `any` to `greatest` lead from the elements of a list outwards.
 *
 * **Order.** Inputs of a node come before it in `Graph.nodes`; equal nodes are one node.
 *
 * **What depends on what.** Parameters are inputs. Another value of one within its declared bounds leaves the graph valid,
 * and only what `dependentsOf` names needs to be computed again. A second release compiled into the same graph shares every
 * node that means the same, so only the nodes it added need to be computed.
 */
export interface Node {
  /** Place in `Graph.nodes`. */
  readonly id: number
  readonly op: Op
  readonly lane: Lane
  readonly scope: Scope
  /** Which history, in the scopes `entries` and `memberEntries`: index into `PlanDictionary.histories`. */
  readonly history: number | undefined
  readonly inputs: readonly Node[]
  /** What the operation needs besides its inputs. */
  readonly detail: Detail
  readonly bounds: Bounds
}

export type Lane = 'bit' | 'code' | 'number'

export type Scope = 'uniform' | 'household' | 'members' | 'entries' | 'memberEntries'

/** Finite values lie between `from` and `to`; besides, a node may be −Infinity or Infinity where `below` or `above` says so. */
export interface Bounds {
  readonly from: number
  readonly to: number
  readonly below: boolean
  readonly above: boolean
}

/**
 * | op | inputs | value |
 * |---|---|---|
 * | `constant` | | `detail.value` |
 * | `parameter` | | value of `Graph.parameters[detail.index]` |
 * | `moment` | | day code of `detail.name` (see `dayCode`) |
 * | `answer` | | lane `detail.name` of an answer, see `AnswerLane` |
 * | `complete` | | bit: the members of the household are all listed |
 * | `since` | | day code from which the household's history is complete; −Infinity where wholly, Infinity where nobody asked |
 * | `listed` | | bit of an entry: it is a decision that was listed, not the stand-in of those that may be missing |
 * | `and` `or` | a, b bits | both; either |
 * | `not` | a bit | the other |
 * | `less` `atMost` `equal` | a, b | bit: a < b, a ≤ b, a = b |
 * | `oneOf` | a code | bit: a is one of `detail.codes` |
 * | `add` `subtract` `multiply` | a, b numbers | a + b, a − b, a × b |
 * | `lower` `higher` | a, b numbers | the lesser, the greater |
 * | `floorDivide` `ceilDivide` | a, b numbers, b > 0 | ⌊a ÷ b⌋, ⌈a ÷ b⌉; an infinity stays |
 * | `choose` | a bit; b, c of one lane | b where a is 1, else c |
 * | `pick` | a code; n₀, n₁, … | the input of number a, which is always in reach |
 * | `any` `count` | a bit of an element | bit: some element has it; number: how many have it |
 * | `sum` `least` `greatest` | a number of an element | over all elements; 0, Infinity, −Infinity over none |
 * | `earlier` | a bit of an element | bit of the element: some element before it in its list has a |
 *
 * `any` to `earlier` look over `detail.list`, which their input may but need not depend on.
 */
export type Op =
  | 'constant' | 'parameter' | 'moment' | 'answer' | 'complete' | 'since' | 'listed'
  | 'and' | 'or' | 'not'
  | 'less' | 'atMost' | 'equal' | 'oneOf'
  | 'add' | 'subtract' | 'multiply' | 'lower' | 'higher' | 'floorDivide' | 'ceilDivide'
  | 'choose' | 'pick'
  | 'any' | 'count' | 'sum' | 'least' | 'greatest' | 'earlier'

export type Detail =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'moment'; readonly name: MomentName }
  | { readonly kind: 'answer'; readonly position: AnswerPosition; readonly name: AnswerLane }
  | { readonly kind: 'list'; readonly list: List }
  | { readonly kind: 'codes'; readonly codes: readonly number[] }

/** A scope that has many elements. */
export type ListScope = 'members' | 'entries' | 'memberEntries'

/** A list whose elements are looked over. */
export interface List {
  readonly scope: ListScope
  /** Of entries: whose, by index into `PlanDictionary.histories`. */
  readonly history?: number
}

/** A question by its place in the dictionary; what is asked of an earlier decision by its place in `historyFieldIds`. */
export interface AnswerPosition {
  readonly place: 'household' | 'unit' | ListScope
  readonly index: number
}

/**
 * What of an answer an `answer` node is:
 * - yes or no: `yes`, `no` (bits; both 0 while unknown);
 * - number, in wholes of its scale, and date, as day codes: `from`, `to`;
 * - text, and one code of a list: `code`, 0 while unknown (see `PlanDictionary`);
 * - several codes of a list: `asked` (bit), and for each code of the list whether it is among them, by its place: `has0`, `has1`, …
 *   (bits; 0 while unknown);
 * - personal number: `sex` (code: 0 unknown, 1 male, 2 female) and `from`, `to`, its year of birth;
 * - value of an earlier decision: `type` (code: 0 unknown, else by `entryTypes`), and of a fitting type the lanes above; its
 *   text is coded as free text.
 */
export type AnswerLane = 'yes' | 'no' | 'from' | 'to' | 'code' | 'asked' | 'sex' | 'type' | `has${number}`

/** Whole numbers up to here are exact doubles. */
export const largestExact = Number.MAX_SAFE_INTEGER
