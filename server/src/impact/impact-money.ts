import type { Assembly, EntitlementPiece } from '@tieuchi/runtime'
import type { ImpactBreakdown, ImpactFigures } from './impact-schema.ts'
import type { EntitlementMoney, MoneyFigures, MoneyPart } from './judging/money-figures.ts'

type Sides = readonly Assembly[]

/** An entitlement as the rules after have it, or else those before. */
const pieceOf = (sides: Sides, id: string): EntitlementPiece | undefined =>
  sides.flatMap(({ release }) => release.logic).find((piece): piece is EntitlementPiece => piece.kind === 'entitlement' && piece.id === id)

const told = ({ granted, amount, unknown, undetermined }: MoneyFigures) => ({ granted, amount: Number(amount), unknown, undetermined })

/** What each entitlement comes to. `sides`: the rules after, then those before. */
export const describeMoney = ({ entitlements }: MoneyPart, sides: Sides): ImpactFigures['money'] => entitlements.map(({ entitlement, before, after }) => {
  const piece = pieceOf(sides, entitlement)
  return { entitlement, title: piece?.title ?? { vi: entitlement, en: entitlement }, ...(piece?.unit !== undefined && piece.unit !== '' && { unit: piece.unit }), before: told(before), after: told(after) }
})

/** The money of some units, where all entitlements with amounts are written alike. */
export function moneyOfUnits({ entitlements }: MoneyPart, sides: Sides, units: ReadonlySet<string>): ImpactBreakdown['lines'][number]['money'] {
  const paid = entitlements.filter(({ entitlement }) => pieceOf(sides, entitlement)?.amount !== undefined)
  if (new Set(paid.map(({ entitlement }) => pieceOf(sides, entitlement)?.unit)).size !== 1) return undefined
  const sum = (side: 'before' | 'after'): number => paid.flatMap(({ units: all }: EntitlementMoney) => all).filter(({ key }) => units.has(key)).reduce((total, unit) => total + Number(unit[side].amount), 0)
  return { before: sum('before'), after: sum('after') }
}
