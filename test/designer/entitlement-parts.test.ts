import { boundsOf, putPart, withBounds } from '@tieuchi/designer/src/outcome-designer/entitlement-parts.ts'
import type { EntitlementPiece } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'

const bare: EntitlementPiece = { kind: 'entitlement', id: 'loan', title: { vi: 'Cho vay', en: 'Loan' }, conditions: { id: 'aaaaaaaaaa', fact: 'poor', operator: 'equal', value: true } }
const rate: EntitlementPiece = { ...bare, level: 6.24 }
const loan: EntitlementPiece = { ...rate, amount: 100_000_000, bound: 'at_most', level_bound: 'exact' }
/** As it was written before levels had a bound of their own. */
const older: EntitlementPiece = { ...rate, amount: 100_000_000, bound: 'at_least' }

describe('what level and amount of an entitlement say', () => {
  it('is written of each by itself, and not at all where both are exact', () => {
    expect(withBounds({ ...rate, amount: 1 }, { level: 'exact', amount: 'at_most' })).toEqual({ ...rate, amount: 1, bound: 'at_most', level_bound: 'exact' })
    expect(withBounds(rate, { level: 'at_least', amount: 'exact' })).toEqual({ ...rate, level_bound: 'at_least' })
    expect(withBounds(loan, { level: 'exact', amount: 'exact' })).toEqual({ ...rate, amount: 100_000_000 })
  })

  it('stays of the one while the other changes, in older documents too', () => {
    expect(withBounds(older, { ...boundsOf(older), amount: 'at_most' })).toEqual({ ...older, bound: 'at_most', level_bound: 'at_least' })
    expect(putPart(older, 'amount', 5)).toEqual({ ...older, amount: 5, level_bound: 'at_least' })
  })

  it('goes with what it is said of, and a new level or amount is exact', () => {
    expect(putPart(loan, 'amount', undefined)).toEqual(rate)
    expect(putPart(loan, 'level', undefined)).toEqual({ ...bare, amount: 100_000_000, bound: 'at_most' })
    expect(putPart({ ...bare, amount: 1, bound: 'at_most' }, 'level', 0.7)).toEqual({ ...bare, level: 0.7, amount: 1, bound: 'at_most', level_bound: 'exact' })
    expect(putPart({ ...bare, level: 0.7, bound: 'at_least' }, 'amount', 1)).toEqual({ ...bare, level: 0.7, level_bound: 'at_least', amount: 1 })
  })
})
