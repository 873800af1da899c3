import { addSums, decimalOf, millionthsIn, millionthsOf, nothingGranted } from '@tieuchi/runtime/impact/entitlement-sum.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('What entitlements come to', () => {
  it('is exact however many amounts are added, in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })), (cents) => {
      const sum = cents.map((each) => ({ ...nothingGranted, granted: 1, millionths: millionthsOf(each / 100) })).reduce(addSums, nothingGranted)
      expect(sum.millionths).toBe(BigInt(cents.reduce((all, each) => all + each, 0)) * 10_000n)
    }))
  })

  it('is written as a decimal and read again', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (millionths) => {
      expect(millionthsIn(decimalOf(millionths))).toBe(millionths)
    }))
    expect([1_500_000_000_000n, 1_250_000n, -500_000n, 0n].map(decimalOf)).toEqual(['1500000', '1.25', '-0.5', '0'])
  })

  it('takes the nearest millionth of what is finer, and the greater of two that are as near', () => {
    expect([1 / 3, 2 / 3, 0.000_000_5, -0.000_000_5, 0.007_812_5, 9_007_199_254_740_991].map(millionthsOf)).toEqual([333_333n, 666_667n, 1n, -1n, 7813n, 9_007_199_254_740_991_000_000n])
  })
})
