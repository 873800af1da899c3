import type { AggregateName, CoreAggregateName } from '../documents/logic-document.ts'
import type { Aggregate } from './aggregate.ts'
import { all, any, count, none, share } from './counting.ts'
import { greatest, least, sum } from './measuring.ts'

/** Every aggregate of the core. A name without its aggregate does not compile. */
const ofCore: Readonly<Record<CoreAggregateName, Aggregate>> = { count, any, all, none, share, sum, min: least, max: greatest }

/** Names of the core's aggregates. */
export const coreAggregateNames = Object.keys(ofCore) as readonly CoreAggregateName[]

const registered = new Map<string, Aggregate>(Object.entries(ofCore))

/** Every aggregate, in the order in which they are offered. */
export const aggregateEntries = (): readonly (readonly [AggregateName, Aggregate])[] => [...registered] as readonly (readonly [AggregateName, Aggregate])[]

/** The aggregate of a name that a document may have. */
export const aggregateOf = (name: AggregateName): Aggregate => {
  const found = registered.get(name)
  if (!found) throw new Error(`No aggregate is named ${name}`)
  return found
}

export const findAggregate = (name: string): Aggregate | undefined => registered.get(name)
