import type { ExtensionName } from '../documents/extension-name.ts'
import type { AggregateName, CoreAggregateName } from '../documents/logic-document.ts'
import type { Aggregate } from './aggregate.ts'
import { all, any, count, none, share } from './counting.ts'
import { withGroundsOfAll } from './elements-of-packages.ts'
import { greatest, least, sum } from './measuring.ts'
import { notInstalled } from './not-installed.ts'

/** Every aggregate of the core. A name without its aggregate does not compile. */
const ofCore: Readonly<Record<CoreAggregateName, Aggregate>> = { count, any, all, none, share, sum, min: least, max: greatest }

/** Names of the core's aggregates. */
export const coreAggregateNames = Object.keys(ofCore) as readonly CoreAggregateName[]

const registered = new Map<string, Aggregate>(Object.entries(ofCore))

/** Every aggregate, in the order in which they are offered. */
export const aggregateEntries = (): readonly (readonly [AggregateName, Aggregate])[] => [...registered] as readonly (readonly [AggregateName, Aggregate])[]

/** The aggregate of a name that a document may have; of a package that is not installed, one that says so and leaves everything open. */
export const aggregateOf = (name: AggregateName): Aggregate => registered.get(name) ?? notInstalled(name)

export const findAggregate = (name: string): Aggregate | undefined => registered.get(name)

/** Adds the aggregates of a package; what comes back takes them away again. */
export const addAggregates = (aggregates: Readonly<Record<ExtensionName, Aggregate>>): (() => void) => {
  for (const [name, aggregate] of Object.entries(aggregates)) registered.set(name, withGroundsOfAll(aggregate))
  return () => {
    for (const name of Object.keys(aggregates)) registered.delete(name)
  }
}
