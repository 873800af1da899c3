import type { EntitlementLine, HouseholdEntitlements, ProgrammeEntitlements } from '../api/contract.ts'

/** By whom it is received, or by which programme it is given. */
export const groupings = ['recipient', 'programme'] as const
export type Grouping = (typeof groupings)[number]
export const isGrouping = (value: unknown): value is Grouping => groupings.some((each) => each === value)

export interface PlacedEntitlement {
  readonly line: EntitlementLine
  readonly programme: ProgrammeEntitlements
}

/** What stands under one heading: of one member, of the household (no member), or of one programme. */
export interface EntitlementGroup {
  readonly key: string
  readonly member?: string
  readonly programme?: ProgrammeEntitlements
  readonly entitlements: readonly PlacedEntitlement[]
}

/** Every entitlement once, in groups: the household before its members, or the programmes in their order. */
export const groupEntitlements = ({ programmes, members }: HouseholdEntitlements, by: Grouping): readonly EntitlementGroup[] => {
  const placed = programmes.flatMap((programme) => programme.entitlements.map((line) => ({ line, programme })))
  if (by === 'programme') return programmes.map((programme) => ({ key: programme.programme, programme, entitlements: placed.filter((each) => each.programme === programme) }))
  const recipients = [undefined, ...members.map(({ id }) => id)]
  return recipients.map((member) => ({ key: member ?? '', ...(member !== undefined && { member }), entitlements: placed.filter(({ line }) => line.member === member) }))
}

/** What comes every month, apart by whether it is exactly so much, so much at least, or at most. */
export interface MonthlyTotal {
  readonly bound: EntitlementLine['bound']
  readonly amount: number
  readonly entitlements: number
}

const bounds = ['exact', 'at_least', 'at_most'] as const

export const monthlyTotals = (entitlements: readonly PlacedEntitlement[]): readonly MonthlyTotal[] =>
  bounds.flatMap((bound) => {
    const amounts = entitlements.flatMap(({ line }) => (line.bound === bound && line.monthly !== undefined ? [line.monthly] : []))
    return amounts.length === 0 ? [] : [{ bound, amount: amounts.reduce((sum, amount) => sum + amount, 0), entitlements: amounts.length }]
  })
