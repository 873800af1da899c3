import { isDeepStrictEqual } from 'node:util'
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
import { findPartner, holdPartner, insertPartner, listPartners, revokePartner, updatePartner, type PartnerPermissions, type PartnerWithUse } from './partner-queries.ts'
import type { NewPartner, Partner, PartnerChange, PartnerWithKey } from './partner-schema.ts'

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

/** What a partner may be given: an area within the administrator's, programmes that are there, a last day that is not past. */
async function readPermissions(tx: Tx, { signedIn, now }: PartnerCare, { unit, valid_to: validTo, ...asked }: PartnerChange): Promise<PartnerPermissions> {
  const today = dayOf(now)
  if (!(await listReach(tx)).includes(unit)) throw new Problem('scope_too_wide', { unit: (await describeLatest(tx, signedIn.unit.id, today)).name })
  if (calendarDayOrThrow(validTo) < today) throw new Problem('partner_already_over', { at: formatDay(validTo) })
  await demandProgrammes(tx, asked.programmes)
  return { ...asked, unit_id: unit, valid_to: validTo }
}

/** Makes a partner and its key, which nobody can read afterwards. */
export async function createPartner(tx: Tx, care: PartnerCare, { name, purpose, ...asked }: NewPartner): Promise<PartnerWithKey> {
  const { signedIn, now } = care
  const { unit_id: unit, ...permissions } = await readPermissions(tx, care, asked)
  const key = newKey()
  const partner = { name: name.trim(), purpose: purpose.trim(), ...permissions }
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

/** Changes what a partner may ask for, from the next household on; the trail keeps what it was. */
export async function changePartner(tx: Tx, care: PartnerCare, id: string, asked: PartnerChange): Promise<Partner> {
  const { signedIn, now } = care
  await holdPartner(tx, id)
  const before = await getPartnerOrThrow(tx, id)
  if (before.revoked_at !== null) throw new Problem('partner_revoked')
  const permissions = await readPermissions(tx, care, asked)
  const changed = changesOf(before, permissions)
  if (changed.length > 0) {
    await updatePartner(tx, id, permissions)
    const only = (row: PartnerPermissions) => Object.fromEntries(changed.map((name) => [name, row[name]]))
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: permissions.unit_id, action: 'partner.changed', subject: `partner ${id}`, old: { name: before.name, ...only(before) }, new: only(permissions) })
  }
  return describePartner(tx, await getPartnerOrThrow(tx, id), now)
}

const permissionNames = ['unit_id', 'programmes', 'explanations', 'requests_per_minute', 'households_per_day', 'valid_to'] as const

const changesOf = (before: PartnerPermissions, after: PartnerPermissions) => permissionNames.filter((name) => !isDeepStrictEqual(before[name], after[name]))

/** Ends a partner's key from this moment on; what is under way with it stops at the next household. */
export async function endPartner(tx: Tx, { signedIn, now }: PartnerCare, id: string): Promise<Partner> {
  const row = await getPartnerOrThrow(tx, id)
  if (row.revoked_at === null) {
    await revokePartner(tx, id, signedIn.person.id, now)
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: row.unit_id, action: 'partner.revoked', subject: `partner ${id}`, old: { name: row.name, key_start: row.key_start } })
  }
  return describePartner(tx, await getPartnerOrThrow(tx, id), now)
}
