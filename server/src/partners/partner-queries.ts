import { sql, type Insertable, type Selectable } from 'kysely'
import type { Db, Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'
import type { PartnerTable } from './partner-table.ts'

export type PartnerRow = Omit<Selectable<PartnerTable>, 'key_hash'>

const open = [
  'partners.id', 'partners.name', 'purpose', 'unit_id', 'programmes', 'explanations', 'requests_per_minute', 'households_per_day', 'valid_to', 'key_start', 'partners.created_at', 'created_by', 'revoked_at', 'revoked_by',
] as const

const withUse = (tx: Tx) => tx.selectFrom('partners').leftJoin('partner_uses', 'partner_uses.partner_id', 'partners.id').select([...open, 'used_at', 'day', 'households'])

export type PartnerWithUse = Awaited<ReturnType<typeof listPartners>>[number]

/** Partners within the reach of this transaction, those in use first. */
export async function listPartners(tx: Tx) {
  return withUse(tx).orderBy('revoked_at', (order) => order.desc().nullsFirst()).orderBy('partners.name').orderBy('partners.id').execute()
}

export async function findPartner(tx: Tx, id: string): Promise<PartnerWithUse | undefined> {
  return withUse(tx).where('partners.id', '=', id).executeTakeFirst()
}

/** The partner whose key has this hash, while it may be used. */
export async function findPartnerByKey(db: Db, hash: string, day: string): Promise<PartnerRow | undefined> {
  const [found] = await partnerByKey(db, { hash, day })
  return found
}

const partnerByKey = prepared(['hash', 'day'], ({ hash, day }: { readonly hash: string; readonly day: string }) =>
  writer.selectFrom('partners').select(open).where('key_hash', '=', hash).where('revoked_at', 'is', null).where('valid_to', '>=', day))

export async function insertPartner(tx: Tx, partner: Insertable<PartnerTable>): Promise<string> {
  const { id } = await tx.insertInto('partners').values(partner).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function revokePartner(tx: Tx, id: string, person: string, now: Date): Promise<void> {
  await tx.updateTable('partners').set({ revoked_at: now, revoked_by: person }).where('id', '=', id).where('revoked_at', 'is', null).execute()
}

export type PartnerPermissions = Pick<PartnerRow, 'unit_id' | 'programmes' | 'explanations' | 'requests_per_minute' | 'households_per_day' | 'valid_to'>

/** The partner while nobody else can change it before this transaction ends. */
export async function holdPartner(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('partners').select('id').where('id', '=', id).forUpdate().execute()
}

export async function updatePartner(tx: Tx, id: string, permissions: PartnerPermissions): Promise<void> {
  await tx.updateTable('partners').set(permissions).where('id', '=', id).execute()
}

export interface PartnerMoment {
  readonly partner: string
  readonly now: Date
  readonly minute: Date
  readonly day: string
}

/** Counts a request; how many there were in its minute, this one among them. */
export async function countRequest(db: Db, { partner, now, minute, day }: PartnerMoment): Promise<number> {
  const { requests } = await db
    .insertInto('partner_uses')
    .values({ partner_id: partner, used_at: now, minute, requests: 1, day, households: 0 })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet({
      used_at: now,
      minute,
      requests: sql<number>`case when partner_uses.minute = excluded.minute then partner_uses.requests + 1 else 1 end`,
      day,
      households: sql<number>`case when partner_uses.day = excluded.day then partner_uses.households else 0 end`,
    }))
    .returning('requests')
    .executeTakeFirstOrThrow()
  return requests
}

/** A partner’s day while it is held: what is left of it, and what the partner may ask for now. */
export interface HeldDay {
  readonly limit: number
  readonly used: number
  readonly unit: string
  readonly programmes: readonly string[]
  readonly explanations: boolean
}

/** The day of a partner whose key may still be used; nobody else can take of it before this transaction ends. */
export async function holdPartnerDay(tx: Tx, partner: string, day: string): Promise<HeldDay | undefined> {
  const row = await tx
    .selectFrom('partners')
    .innerJoin('partner_uses', 'partner_uses.partner_id', 'partners.id')
    .select(['households_per_day', 'day', 'households', 'unit_id', 'programmes', 'explanations'])
    .where('partners.id', '=', partner)
    .where('revoked_at', 'is', null)
    .where('valid_to', '>=', day)
    .forUpdate('partner_uses')
    .executeTakeFirst()
  return row && { limit: row.households_per_day, used: row.day === day ? row.households : 0, unit: row.unit_id, programmes: row.programmes, explanations: row.explanations }
}

export async function setHouseholdsOfDay(tx: Tx, partner: string, day: string, households: number): Promise<void> {
  await tx.updateTable('partner_uses').set({ day, households }).where('partner_id', '=', partner).execute()
}
