import type { Condition } from '../documents/condition-document.ts'
import { isExtensionName } from '../documents/extension-name.ts'
import type { AggregateName, Expression } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import { overOf, type Over } from '../logic/over.ts'
import type { AggregateList } from './aggregate.ts'
import { coreAggregateNames } from './aggregates.ts'

/** An aggregate where a document uses it. */
export interface AggregateUse {
  readonly name: AggregateName
  readonly over: Over
  readonly value?: Expression
  readonly where?: Condition
  readonly among?: Condition
}

type Parts = Pick<AggregateUse, 'value' | 'where' | 'among'>

const readUse = (expression: object): AggregateUse | undefined => {
  const over = overOf(expression)
  const written: Readonly<Record<string, unknown>> = { ...expression }
  const name = isExtensionName(written['aggregate']) ? written['aggregate'] : coreAggregateNames.find((each) => written[each] === 'members' || written[each] === 'history')
  if (over === undefined || name === undefined) return undefined
  const { value, where, among } = expression as Parts
  return { name, over, ...(value !== undefined && { value }), ...(where && { where }), ...(among && { among }) }
}

const remembered = oncePer((expression: object): { readonly use: AggregateUse | undefined } => ({ use: readUse(expression) }))

/** The aggregate that an expression is; undefined of every other. What is taken of the latest decision is none. */
export const aggregateIn = (expression: object): AggregateUse | undefined => remembered(expression).use

/** An aggregate as documents write it, of its name, the list it is over and its parts. */
export const writeAggregate = (name: AggregateName, { over, ...parts }: { readonly over: AggregateList } & Parts): Expression =>
  (isExtensionName(name) ? { aggregate: name, over, ...parts } : { [name]: over, ...parts }) as unknown as Expression

/** Which list it is over. */
export const listOf = ({ over }: Pick<AggregateUse, 'over'>): AggregateList => (over === 'members' ? 'members' : 'history')
