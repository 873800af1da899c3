import type { Aggregate, AggregateTakes } from '../aggregates/aggregate.ts'
import type { Operator } from '../conditions/operators/operator.ts'
import type { ExtensionName } from '../documents/extension-name.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Text } from '../documents/text.ts'
import type { RefinedKind } from '../values/refined-kinds.ts'

/** One comparison with what must come out: a test, and for readers what the operator means. */
export interface OperatorExample {
  readonly title: Text
  readonly left: Answer
  readonly right: readonly Answer[]
  readonly holds: boolean
}

/** An operator of a package: the object the core has for its own, with words for cells and formulas, and examples. */
export interface ExtensionOperator extends Operator {
  readonly cell: NonNullable<Operator['cell']>
  readonly formula: NonNullable<Operator['formula']>
  readonly examples: readonly OperatorExample[]
}

/** A list with what must come out: a test, and for readers what the aggregate means. */
export interface AggregateExample {
  readonly title: Text
  /** Each counts unless said; `value` is what is taken of it, absent where it does not apply. */
  readonly elements: readonly { readonly counts?: boolean; readonly value?: number }[]
  readonly comesTo: number | boolean | 'not_applicable'
}

/** An aggregate of a package: the object the core has for its own, with examples. Elements that nobody listed matter where they may count. */
export interface ExtensionAggregate extends Omit<Aggregate, 'others'> {
  readonly takes: Exclude<AggregateTakes, 'where among?'>
  readonly examples: readonly AggregateExample[]
}

/** A package of code: what it adds to the languages of documents. */
export interface Extension {
  /** As documents name it: letters, digits and hyphens. */
  readonly name: string
  /** `major.minor.patch`. A new major version may mean something else by the same documents. */
  readonly version: string
  readonly title: Text
  readonly operators?: Readonly<Record<ExtensionName, ExtensionOperator>>
  readonly aggregates?: Readonly<Record<ExtensionName, ExtensionAggregate>>
  readonly fieldKinds?: Readonly<Record<ExtensionName, RefinedKind>>
}

/** The one thing a package exports: `export const extension = defineExtension({ … })`. */
export const defineExtension = (extension: Extension): Extension => extension
