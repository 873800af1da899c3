import { calendarDayOrThrow, dayOf, formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listProgrammes } from '../policies/policy-queries.ts'
import { hashToken } from '../sessions/session-token.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { listReach } from '../units/unit-queries.ts'
import { describeLatest } from '../units/unit-service.ts'
import { keyStart, newKey } from './partner-key.ts'
import { findPartner, insertPartner, listPartners, revokePartner, type PartnerWithUse } from './partner-queries.ts'
import type { NewPartner, Partner, PartnerWithKey } from './partner-schema.ts'

/** Who looks after partners, and when. */
export interface PartnerCare {
  readonly signedIn: SignedIn
  readonly now: Date
}

function stateOf({ revoked_at: revoked, valid_to: to }: PartnerWithUse, today: string): Partner['state'] {
  if (revoked !== null) return 'revoked'
  return to < today ? 'over' : 'active'
}

/** A partner as people see it, without its secret. */
export async function describePartner(tx: Tx, row: PartnerWithUse, now: Date): Promise<Partner> {
  const today = dayOf(now)
  const { id, name, parents } = await describeLatest(tx, row.unit_id, today)
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    unit: { id, name, parents: [...parents] },
    programmes: row.programmes,
    explanations: row.explanations,
    requests_per_minute: row.requests_per_minute,
    households_per_day: row.households_per_day,
    valid_to: row.valid_to,
    key_start: row.key_start,
    created_at: row.created_at.toISOString(),
    state: stateOf(row, today),
    ...(row.used_at === null ? {} : { used_at: row.used_at.toISOString() }),
    households_today: row.day === today ? (row.households ?? 0) : 0,
  }
}

/** Partners of the administrator's area. */
export async function listPartnersInReach(tx: Tx, { now }: PartnerCare): Promise<Partner[]> {
  const partners: Partner[] = []
  for (const row of await listPartners(tx)) partners.push(await describePartner(tx, row, now))
  return partners
}

export async function getPartnerOrThrow(tx: Tx, id: string): Promise<PartnerWithUse> {
  const row = await findPartner(tx, id)
  if (row === undefined) throw new Problem('partner_not_found')
  return row
}

/** Makes a partner and its key, which nobody can read afterwards. */
export async function createPartner(tx: Tx, { signedIn, now }: PartnerCare, { unit, valid_to: validTo, ...asked }: NewPartner): Promise<PartnerWithKey> {
  const today = dayOf(now)
  if (!(await listReach(tx)).includes(unit)) throw new Problem('scope_too_wide', { unit: (await describeLatest(tx, signedIn.unit.id, today)).name })
  if (calendarDayOrThrow(validTo) < today) throw new Problem('partner_already_over', { at: formatDay(validTo) })
  await demandProgrammes(tx, asked.programmes)
  const key = newKey()
  const partner = { ...asked, name: asked.name.trim(), purpose: asked.purpose.trim(), valid_to: validTo }
  const id = await insertPartner(tx, { ...partner, unit_id: unit, key_start: keyStart(key), key_hash: hashToken(key), created_at: now, created_by: signedIn.person.id, revoked_at: null, revoked_by: null })
  await insertTrail(tx, { at: now, person: signedIn.person.id, unit, action: 'partner.created', subject: `partner ${id}`, new: { ...partner, key_start: keyStart(key) } })
  return { partner: await describePartner(tx, await getPartnerOrThrow(tx, id), now), key }
}

async function demandProgrammes(tx: Tx, programmes: readonly string[]): Promise<void> {
  const known = new Set((await listProgrammes(tx)).map(({ id }) => id))
  known.delete('common')
  const unknown = programmes.find((programme) => !known.has(programme))
  if (unknown !== undefined) throw new Problem('programme_not_found', { programme: unknown })
}

/** Ends a partner's key from this moment on; what is under way with it stops at the next household. */
export async function endPartner(tx: Tx, { signedIn, now }: PartnerCare, id: string): Promise<Partner> {
  const row = await getPartnerOrThrow(tx, id)
  if (row.revoked_at === null) {
    await revokePartner(tx, id, signedIn.person.id, now)
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: row.unit_id, action: 'partner.revoked', subject: `partner ${id}`, old: { name: row.name, key_start: row.key_start } })
  }
  return describePartner(tx, await getPartnerOrThrow(tx, id), now)
}
