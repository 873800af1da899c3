import type { Literal } from '../documents/condition-document.ts'
import { aggregateIn, type AggregateUse } from '../aggregates/aggregate-use.ts'
import type { CoreAggregateName, Expression } from '../documents/logic-document.ts'

type ComputedExpression = Exclude<Expression, Literal>

type KeyOf<T> = T extends T ? keyof T : never

/** Properties that complete a kind of expression without naming it. */
type Completing = 'output' | 'as' | 'layer' | 'at' | 'mode' | 'unit' | 'then' | 'else' | 'where' | 'among' | 'value' | 'outcome' | 'aggregate' | 'over'

/** The property that names each kind of expression but aggregates. A new kind must be written into every table over them. */
type ExpressionKind = Exclude<KeyOf<ComputedExpression>, Completing | Exclude<CoreAggregateName, 'min' | 'max'>>

/** The expressions of one kind; `min` and `max` are those of a list of values. */
type ExpressionOf<Kind extends ExpressionKind> = Extract<ComputedExpression, { readonly [name in Kind]: Kind extends 'min' | 'max' ? readonly Expression[] : unknown }>

/** One treatment of every kind of expression: what it makes of it, given what the caller knows. Aggregates are treated alike, by their objects. */
export type ExpressionTable<Context, Result> = { readonly [Kind in ExpressionKind]: (expression: ExpressionOf<Kind>, context: Context) => Result } & {
  readonly aggregate: (use: AggregateUse, context: Context) => Result
}

/** A constant written into the document. */
export const isLiteral = (expression: Expression): expression is Literal => typeof expression !== 'object'

/** Treats an expression by its kind; throws on one that no kind fits, which `checkRelease` has ruled out. */
export const byKind = <Context, Result>(table: ExpressionTable<Context, Result>, expression: ComputedExpression, context: Context): Result => {
  const use = aggregateIn(expression)
  if (use) return table.aggregate(use, context)
  const found = Object.entries(table).find(([kind]) => Object.hasOwn(expression, kind))
  if (!found) throw new Error(`Unknown expression ${JSON.stringify(expression)}`)
  const treat = found[1] as (expression: ComputedExpression, context: Context) => Result
  return treat(expression, context)
}
