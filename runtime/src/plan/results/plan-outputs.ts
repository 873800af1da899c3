import type { Node } from '../graph/node.ts'

/** A text that a result may be: one of the rules, or the text of a code. */
export type OutputText = { readonly kind: 'constant'; readonly text: string } | { readonly kind: 'code'; readonly code: Node; readonly domain?: string }

/** A number as nodes: `number ÷ divisor ÷ scale`. */
export interface OutputNumber {
  readonly number: Node
  readonly divisor?: Node
}

/**
 * A value as a back end must compute it for a result to be read from: `PlanValue`, with every node named. `never` is 1 where it is
 * certainly not applicable (nothing else then means anything), `perhaps` where that is possible.
 */
export type OutputValue = { readonly perhaps: Node; readonly never: Node } & (
  | { readonly kind: 'truth'; readonly yes: Node; readonly no: Node; readonly any: Node }
  | {
      readonly kind: 'number'
      readonly scale: number
      readonly from: OutputNumber
      readonly to: OutputNumber
      /** Where 1 it is one of the possible options; otherwise anything between the ends. */
      readonly isSet?: Node
      readonly options: readonly { readonly possible: Node; readonly value: OutputNumber; readonly scale: number }[]
    }
  | { readonly kind: 'day'; readonly from: Node; readonly to: Node }
  | { readonly kind: 'text'; readonly any: Node; readonly options: readonly { readonly gate: Node; readonly text: OutputText }[] }
  | { readonly kind: 'codes'; readonly any: Node; readonly whole: Node; readonly options: readonly { readonly text: string; readonly certain: Node; readonly possible: Node }[] }
  | { readonly kind: 'open' }
)

export interface OutcomeOutput {
  readonly id: string
  readonly value: OutputValue
}

export interface FactOutput {
  readonly id: string
  readonly value: OutputValue
}

export interface RuleOutput {
  readonly set: string
  readonly id: string
  readonly certain: Node
  readonly possible: Node
}

/** An entitlement: its truth, and what of it is only read where granted. */
export interface EntitlementOutput {
  readonly id: string
  readonly of: 'household' | 'members'
  readonly certain: Node
  readonly possible: Node
  readonly level?: OutputValue
  readonly amount?: OutputValue
  readonly atMost?: OutputValue
  readonly from?: OutputValue
  readonly to?: OutputValue
}

/** What a plan finds of a household; of members one of each. */
export interface PlanOutputs {
  readonly outcomes: readonly OutcomeOutput[]
  readonly memberOutcomes: readonly OutcomeOutput[]
  readonly entitlements: readonly EntitlementOutput[]
  readonly rules: readonly RuleOutput[]
  readonly facts: readonly FactOutput[]
}

/** Every node that a value is read from. */
export const valueNodes = (value: OutputValue): readonly Node[] => {
  const both = [value.perhaps, value.never]
  if (value.kind === 'truth') return [...both, value.yes, value.no, value.any]
  if (value.kind === 'day') return [...both, value.from, value.to]
  if (value.kind === 'text') return [...both, value.any, ...value.options.flatMap(({ gate, text }) => (text.kind === 'code' ? [gate, text.code] : [gate]))]
  if (value.kind === 'codes') return [...both, value.any, value.whole, ...value.options.flatMap(({ certain, possible }) => [certain, possible])]
  if (value.kind === 'open') return both
  const numberNodes = ({ number, divisor }: OutputNumber) => (divisor ? [number, divisor] : [number])
  return [...both, ...numberNodes(value.from), ...numberNodes(value.to), ...(value.isSet ? [value.isSet] : []), ...value.options.flatMap(({ possible, value: option }) => [possible, ...numberNodes(option)])]
}

const entitlementNodes = ({ certain, possible, level, amount, atMost, from, to }: EntitlementOutput): readonly Node[] =>
  [certain, possible, ...[level, amount, atMost, from, to].flatMap((value) => (value ? valueNodes(value) : []))]

/** Every node that results are read from, of the household and of each member; without repetition. */
export const outputNodes = ({ outcomes, memberOutcomes, entitlements, rules, facts }: PlanOutputs): readonly Node[] => [
  ...new Set([
    ...outcomes.flatMap(({ value }) => valueNodes(value)),
    ...rules.flatMap(({ certain, possible }) => [certain, possible]),
    ...facts.flatMap(({ value }) => valueNodes(value)),
    ...entitlements.flatMap(entitlementNodes),
    ...memberOutcomes.flatMap(({ value }) => valueNodes(value)),
  ]),
]
