import { rolePermissions, type Permission } from '../people/person-role.ts'
import { findByPassword } from '../people/people-service.ts'
import { asFound, asPerson, type Db, type Tx } from '../plugins/database.ts'
import { dayOf } from '../plugins/clock.ts'
import { Problem } from '../plugins/problem.ts'
import { describeLatest } from '../units/unit-service.ts'
import { deleteExpiredSessions, deleteSession, enterBySession, findSession, insertSession, type SessionRow } from './session-queries.ts'
import type { Credentials, Session } from './session-schema.ts'
import { csrfToken, hashToken, newToken } from './session-token.ts'

/** A person at work: whose name stands under what is done, and whose area is seen. */
export interface SignedIn {
  readonly person: { readonly id: string; readonly login: string; readonly name: string }
  readonly unit: { readonly id: string }
  readonly permissions: readonly Permission[]
}

/** A working day with its overtime. */
const sessionMilliseconds = 12 * 3600 * 1000

/** Who holds this token; undefined where the session ended, was revoked or never was. */
export async function findSignedIn(db: Db, token: string, now: Date): Promise<SignedIn | undefined> {
  const row = await findSession(db, hashToken(token), now)
  return row && signedInAs(row)
}

const signedInAs = (row: SessionRow): SignedIn =>
  ({ person: { id: row.person_id, login: row.login, name: row.name }, unit: { id: row.unit_id }, permissions: rolePermissions[row.role] })

/** A problem where somebody has no permission. */
export function demandPermission({ permissions }: SignedIn, permission: Permission): void {
  if (!permissions.includes(permission)) throw new Problem('not_permitted', { permission })
}

/** What somebody shows of themselves who is not known yet. */
export interface Entry {
  readonly token: string
  readonly permission: Permission
  readonly now: Date
}

/** Work in which something is asked before anything else. */
export interface WorkWithin<Asked, T> {
  /** Must not be asked for what it says before it is known who asks; without reach it finds nothing. */
  readonly ask: (tx: Tx) => Promise<Asked>
  readonly work: (tx: Tx, signedIn: SignedIn, asked: Asked) => Promise<T>
}

/**
 * Work as `asPerson` does it, for whoever holds a token: who that is, is found on the same way to the database as what the work asks first.
 * A problem where nobody holds it, or somebody without the permission.
 */
export function asSignedIn<Asked, T>(db: Db, { token, permission, now }: Entry, { ask, work }: WorkWithin<Asked, T>): Promise<T> {
  return asFound(db, (tx) => enterBySession(tx, { tokenHash: hashToken(token), now }), async (tx, found) => {
    const [asked] = await Promise.allSettled([ask(tx)])
    const [row] = await found.rows()
    if (row === undefined || row.person_id === null) throw new Problem('not_signed_in')
    const signedIn = signedInAs(row)
    demandPermission(signedIn, permission)
    if (asked.status === 'rejected') throw asked.reason
    return work(tx, signedIn, asked.value)
  })
}

/** Begins a session; its token goes into the cookie and nowhere else. */
export async function signIn(db: Db, { login, password }: Credentials, now: Date): Promise<{ token: string; expires: Date }> {
  const personId = await findByPassword(db, login, password)
  if (personId === undefined) throw new Problem('wrong_credentials')
  const token = newToken()
  const expires = new Date(now.getTime() + sessionMilliseconds)
  await deleteExpiredSessions(db, now)
  await insertSession(db, { tokenHash: hashToken(token), personId, now, expires })
  return { token, expires }
}

export async function signOut(db: Db, token: string): Promise<void> {
  await deleteSession(db, hashToken(token))
}

/** What a signed-in person's client shows and sends. */
export async function describeSession(db: Db, signedIn: SignedIn, token: string, now: Date): Promise<Session> {
  const today = dayOf(now)
  const unit = await asPerson(db, signedIn, (tx) => describeLatest(tx, signedIn.unit.id, today))
  return {
    person: signedIn.person,
    unit: { id: unit.id, code: unit.code, name: unit.name, parents: [...unit.parents] },
    permissions: [...signedIn.permissions],
    csrf: csrfToken(token),
    today,
  }
}
