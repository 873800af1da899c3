import type { Role } from '../people/person-role.ts'
import { takingRole, type Db, type Tx } from '../plugins/database.ts'
import { sql } from 'kysely'
import { prepared, preparedToGoAlong, writer, type Later } from '../plugins/database-prepared.ts'

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

interface SessionToken {
  readonly tokenHash: string
  readonly now: Date
}

const whoHolds = ({ tokenHash, now }: SessionToken) =>
  writer
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.id as person_id', 'people.login', 'people.name', 'people.role', 'people.unit_id'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)

const sessionByToken = prepared(['tokenHash', 'now'], whoHolds)

/** Who holds a token, with the version of rules and units; all but the version is null where nobody does. */
type EnteredRow = { readonly version: string } & (SessionRow | { readonly [Column in keyof SessionRow]: null })

/**
 * Gives a transaction the reach of whoever holds a token; it goes along with the statement after it. Where nobody holds it the transaction
 * sees nothing.
 */
export const enterBySession = (tx: Tx, token: SessionToken): Promise<Later<EnteredRow>> => enteringBySession(tx, token)

const enteringBySession = preparedToGoAlong(['tokenHash', 'now'], (token: SessionToken) =>
  writer
    .selectFrom('rules_state')
    .leftJoin(whoHolds(token).as('who'), (join) => join.onTrue())
    .select([
      'rules_state.version', 'who.person_id', 'who.login', 'who.name', 'who.role', 'who.unit_id', takingRole(sql.ref('who.unit_id')).as('as_role'),
      sql`set_config('app.unit', coalesce(who.unit_id, ''), true)`.as('as_unit'), sql`set_config('app.person', coalesce(who.person_id::text, ''), true)`.as('as_person'),
    ])
    .$castTo<EnteredRow>())

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
