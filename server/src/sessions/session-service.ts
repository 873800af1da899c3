import { rolePermissions, type Permission } from '../people/person-role.ts'
import { findByPassword } from '../people/people-service.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { dayOf } from '../plugins/clock.ts'
import { Problem } from '../plugins/problem.ts'
import { describeLatest } from '../units/unit-service.ts'
import { deleteExpiredSessions, deleteSession, findSession, insertSession } from './session-queries.ts'
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
  if (row === undefined) return undefined
  return { person: { id: row.person_id, login: row.login, name: row.name }, unit: { id: row.unit_id }, permissions: rolePermissions[row.role] }
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
