import type { Role } from '../people/person-role.ts'
import type { Db, Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'

export interface SessionRow {
  readonly person_id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly unit_id: string
}

export async function findSession(db: Db, tokenHash: string, now: Date): Promise<SessionRow | undefined> {
  const [found] = await sessionByToken(db, { tokenHash, now })
  return found
}

const sessionByToken = prepared(['tokenHash', 'now'], ({ tokenHash, now }: { readonly tokenHash: string; readonly now: Date }) =>
  writer
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.id as person_id', 'people.login', 'people.name', 'people.role', 'people.unit_id'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now))

export async function insertSession(db: Db | Tx, session: { tokenHash: string; personId: string; now: Date; expires: Date }): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ token_hash: session.tokenHash, person_id: session.personId, created_at: session.now, expires_at: session.expires })
    .execute()
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

export async function deleteSessionsOf(db: Db | Tx, personId: string): Promise<void> {
  await db.deleteFrom('sessions').where('person_id', '=', personId).execute()
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
}
