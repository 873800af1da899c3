import { sql } from 'kysely'
import type { Db, Tx } from '../plugins/database.ts'
import { rolePermissions, roles, type Permission, type Role } from './person-role.ts'

export interface NewPerson {
  readonly login: string
  readonly name: string
  readonly unitId: string
  readonly role: Role
  readonly passwordHash?: string
  /** Made for demonstration. */
  readonly demo?: boolean
}

export async function insertPerson(db: Db | Tx, person: NewPerson): Promise<string> {
  const { id } = await db
    .insertInto('people')
    .values({ login: person.login.toLowerCase(), name: person.name, unit_id: person.unitId, role: person.role, demo: person.demo ?? false, password_hash: person.passwordHash ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The password of an account in use. */
export async function findPassword(db: Db, login: string): Promise<{ id: string; password_hash: string | null } | undefined> {
  return db.selectFrom('people').select(['id', 'password_hash']).where('login', '=', login.toLowerCase()).where('disabled_at', 'is', null).executeTakeFirst()
}

export async function findPersonByLogin(db: Db | Tx, login: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('people').select('id').where('login', '=', login.toLowerCase()).executeTakeFirst()
}

/** The unit of somebody whose account is in use. */
export async function findUnitOfPerson(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('people').select('unit_id').where('id', '=', id).where('disabled_at', 'is', null).executeTakeFirst()
  return row?.unit_id
}

export async function setSetupToken(db: Db | Tx, personId: string, tokenHash: string, expires: Date): Promise<void> {
  await db.updateTable('people').set({ setup_token_hash: tokenHash, setup_expires_at: expires }).where('id', '=', personId).execute()
}

/** Whether a demonstration account of this login is there that cannot be signed in to. */
export async function findClosedDemoAccount(tx: Tx, login: string): Promise<{ id: string } | undefined> {
  return tx.selectFrom('people').select('id').where('login', '=', login.toLowerCase()).where('demo', '=', true).where('password_hash', 'is', null).executeTakeFirst()
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
}

/** Takes the passwords of demonstration accounts away and ends their sessions. */
export async function closeDemoAccounts(tx: Tx): Promise<void> {
  await tx.deleteFrom('sessions').where('person_id', 'in', (people) => people.selectFrom('people').select('id').where('demo', '=', true)).execute()
  await tx.updateTable('people').set({ password_hash: null, setup_token_hash: null }).where('demo', '=', true).execute()
}

/** Sets the password by a link that is still valid and uses the link up; the person's id, or undefined. */
export async function takeSetupToken(db: Db | Tx, tokenHash: string, passwordHash: string, now: Date): Promise<string | undefined> {
  const row = await db
    .updateTable('people')
    .set({ password_hash: passwordHash, setup_token_hash: null, setup_expires_at: null })
    .where('setup_token_hash', '=', tokenHash)
    .where('setup_expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Whose role permits something and whose area a unit lies in, of the accounts in use. */
export async function listPeopleWho(tx: Tx, permission: Permission, unit: string): Promise<string[]> {
  const permitted = roles.filter((role) => rolePermissions[role].includes(permission))
  const rows = await tx
    .selectFrom('people')
    .select('id')
    .where('role', 'in', permitted)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`${unit} in (select unit_subtree(people.unit_id))`)
    .execute()
  return rows.map(({ id }) => id)
}

export async function findName(tx: Tx, personId: string): Promise<string> {
  const row = await tx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow()
  return row.name
}

/** Whether anyone can sign in. */
export async function anyoneHasPassword(db: Db | Tx): Promise<boolean> {
  const row = await db.selectFrom('people').select(sql<number>`1`.as('one')).where('password_hash', 'is not', null).limit(1).executeTakeFirst()
  return row !== undefined
}

/** An account without its secrets. */
export interface AccountRow {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly unit_id: string
  readonly disabled_at: Date | null
  readonly has_password: boolean
}

const accounts = (tx: Tx) => tx.selectFrom('people').select(['id', 'login', 'name', 'role', 'unit_id', 'disabled_at', sql<boolean>`password_hash is not null`.as('has_password')])

export async function listAccounts(tx: Tx, units: readonly string[]): Promise<AccountRow[]> {
  return accounts(tx).where('unit_id', 'in', [...units]).orderBy('name').orderBy('id').execute()
}

export async function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return accounts(tx).where('id', '=', id).executeTakeFirst()
}

export async function updateAccount(tx: Tx, id: string, change: { readonly name?: string; readonly role?: Role; readonly disabled_at?: Date | null }): Promise<void> {
  if (Object.keys(change).length > 0) await tx.updateTable('people').set(change).where('id', '=', id).execute()
}
