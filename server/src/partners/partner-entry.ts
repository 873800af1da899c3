import { dayOf } from '../plugins/clock.ts'
import type { Db, Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { hashToken } from '../sessions/session-token.ts'
import { countRequest, findPartnerByKey, holdPartnerDay, setHouseholdsOfDay, type HeldDay } from './partner-queries.ts'

/** A partner's program at work: whose name stands under what it asks, whose area it sees, and what it may ask for. */
export interface PartnerAtWork {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly unit: { readonly id: string }
  readonly programmes: readonly string[]
  readonly explanations: boolean
}

const minute = 60_000
const vietNamAhead = 7 * 60 * minute
const day = 24 * 60 * minute

const secondsUntil = (now: number, end: number): number => Math.max(1, Math.ceil((end - now) / 1000))

/** Seconds until the next day in Việt Nam, which has no summer time. */
export const secondsToTomorrow = (now: Date): number => secondsUntil(now.getTime(), (Math.floor((now.getTime() + vietNamAhead) / day) + 1) * day - vietNamAhead)

/** Whose key this is, once the request is counted; a problem where the key is no good or asks too often. */
export async function enterByKey(db: Db, key: string, now: Date): Promise<PartnerAtWork> {
  const today = dayOf(now)
  const row = await findPartnerByKey(db, hashToken(key), today)
  if (row === undefined) throw new Problem('key_not_valid')
  const began = Math.floor(now.getTime() / minute) * minute
  const requests = await countRequest(db, { partner: row.id, now, minute: new Date(began), day: today })
  if (requests > row.requests_per_minute) throw new Problem('too_many_requests', { limit: row.requests_per_minute, seconds: secondsUntil(now.getTime(), began + minute) })
  const { id, name, purpose, unit_id: unit, programmes, explanations } = row
  return { id, name, purpose, unit: { id: unit }, programmes, explanations }
}

/** Whether a partner may still ask for what it could when it began. */
const mayStill = (held: HeldDay, { unit, programmes, explanations }: PartnerAtWork): boolean =>
  held.unit === unit.id && programmes.every((programme) => held.programmes.includes(programme)) && (held.explanations || !explanations)

/**
 * Takes up to so many households of the partner's day, as the program; how many there were. A problem where the key was revoked meanwhile,
 * or may ask for less than before.
 */
export async function takeHouseholds(tx: Tx, partner: PartnerAtWork, wanted: number, now: Date): Promise<number> {
  const { id } = partner
  const today = dayOf(now)
  const held = await holdPartnerDay(tx, id, today)
  if (held === undefined) throw new Problem('key_not_valid')
  if (!mayStill(held, partner)) throw new Problem('partner_changed')
  const granted = Math.max(0, Math.min(wanted, held.limit - held.used))
  if (granted > 0) await setHouseholdsOfDay(tx, id, today, held.used + granted)
  return granted
}

/** Says that the partner's day is used up. */
export const dayUsedUp = (now: Date): Problem => new Problem('too_many_households', { seconds: secondsToTomorrow(now) })
