import { hash, verify } from '@node-rs/argon2'
import type { Db, Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { hashToken, newToken } from '../sessions/session-token.ts'
import { findPassword, insertPerson, setSetupToken, takeSetupToken, type NewPerson } from './person-queries.ts'
import { deleteSessionsOf } from '../sessions/session-queries.ts'

/** Argon2id with the library's parameters (19 MiB, two passes), those OWASP recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Of a new password, blanks not counted. */
const leastCharacters = 10

function demandStrongPassword(password: string): void {
  if (password.replaceAll(/\s/g, '').length < leastCharacters) throw new Problem('weak_password')
}

const linkDays = 7
const day = 24 * 3600 * 1000

/** Makes an account that can sign in at once where a password is given. */
export async function createPerson(db: Db | Tx, person: Omit<NewPerson, 'passwordHash'> & { readonly password?: string }): Promise<string> {
  const { password, ...rest } = person
  if (password !== undefined) demandStrongPassword(password)
  return insertPerson(db, password === undefined ? rest : { ...rest, passwordHash: await hashPassword(password) })
}

/** Gives a token by which the person can set a password once, within a week; earlier ones end. */
export async function createSetupToken(db: Db | Tx, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await setSetupToken(db, personId, hashToken(token), new Date(now.getTime() + linkDays * day))
  return token
}

/** Sets the password a one-time link allows and ends all sessions of the account; false where the link is not valid. */
export async function setPasswordByToken(db: Db, token: string, password: string, now: Date): Promise<boolean> {
  demandStrongPassword(password)
  const passwordHash = await hashPassword(password)
  return db.transaction().execute(async (tx) => {
    const personId = await takeSetupToken(tx, hashToken(token), passwordHash, now)
    if (personId === undefined) return false
    await deleteSessionsOf(tx, personId)
    return true
  })
}

let absent: Promise<string> | undefined

/** The account's id where login and password fit. An unknown login takes as long as a wrong password. */
export async function findByPassword(db: Db, login: string, password: string): Promise<string | undefined> {
  const person = await findPassword(db, login)
  absent ??= hashPassword(newToken())
  const fits = await verify(person?.password_hash ?? (await absent), password)
  return fits && person?.password_hash ? person.id : undefined
}
