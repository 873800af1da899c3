import type { EntitlementResult } from '@tieuchi/runtime'

/** Of whom an amount may be told without being another one. */
const persons: ReadonlySet<string> = new Set(['person', 'household'])

/**
 * Đồng that an entitlement brings every month: where its unit is money by the month, or plain money given monthly. What is told by the
 * person is that only where the recipient is one.
 */
export function monthlyAmount({ state, amount, unit, period, recipient }: Pick<EntitlementResult, 'state' | 'amount' | 'unit' | 'period' | 'recipient'>): number | undefined {
  if (state !== 'granted' || amount === undefined || unit === undefined) return undefined
  const [money, ...rates] = unit.split('/')
  if (money !== 'VND' || (recipient === 'household' && rates.includes('person'))) return undefined
  const times = rates.filter((rate) => !persons.has(rate))
  const monthly = times.length === 0 ? period?.every === 'month' : times.length === 1 && times[0] === 'month' && (period === undefined || period.every === 'month')
  return monthly ? amount : undefined
}
