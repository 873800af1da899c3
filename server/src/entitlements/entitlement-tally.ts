import type { EntitlementResult, Text } from '@tieuchi/runtime'
import type { JudgedHousehold } from './area-judge.ts'
import { monthlyAmount } from './monthly-amount.ts'

/** One entitlement in one unit: of how many recipients what became of it, and what comes every month. */
export interface TalliedEntitlement {
  readonly programme: Text
  readonly title: Text
  readonly recipient: EntitlementResult['recipient']
  readonly bound: EntitlementResult['bound']
  readonly unit: string
  granted: number
  undetermined: number
  refused: number
  /** Đồng every month, of those granted whose amount is known and comes by the month. */
  monthly: number
  /** Of those granted, whose amount is not known though one is due. */
  unknown: number
}

/** Counts entitlements by benefit and unit. */
export class EntitlementTally {
  readonly #lines = new Map<string, TalliedEntitlement>()

  add(unit: string, { benefits }: JudgedHousehold<unknown>): void {
    for (const { programme, entitlements } of benefits) {
      for (const { piece, result } of entitlements) {
        const key = `${programme.id} ${piece.id} ${unit}`
        const line = this.#lines.get(key) ?? { programme: programme.title, title: piece.title, recipient: result.recipient, bound: result.bound, unit, granted: 0, undetermined: 0, refused: 0, monthly: 0, unknown: 0 }
        this.#lines.set(key, line)
        line[result.state] += 1
        line.monthly += monthlyAmount(result) ?? 0
        line.unknown += Number(result.state === 'granted' && piece.amount !== undefined && result.amount === undefined)
      }
    }
  }

  /** By programme and entitlement as the rules name them, then by unit as they were met. */
  get lines(): readonly TalliedEntitlement[] {
    const groups = Map.groupBy(this.#lines.values(), ({ programme, title }) => `${programme.vi} ${title.vi}`)
    return [...groups.values()].flat()
  }
}
