import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { deleteSessionsOf } from '../sessions/session-queries.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { listIdsBelow } from '../units/unit-queries.ts'
import { describeLatest } from '../units/unit-service.ts'
import { createPerson, createSetupToken } from './people-service.ts'
import { findAccount, findPersonByLogin, listAccounts, updateAccount, type AccountRow } from './person-queries.ts'
import type { Account, AccountWithToken, ChangedAccount, NewAccount } from './person-schema.ts'

/** An administrator at work. Accounts are seen and changed within the administrator's own area only. */
export interface Administration {
  readonly signedIn: SignedIn
  readonly now: Date
  readonly today: string
}

const reachOf = (tx: Tx, { signedIn, today }: Administration): Promise<string[]> => listIdsBelow(tx, signedIn.unit.id, today)

async function describeAccount(tx: Tx, { today }: Administration, row: AccountRow): Promise<Account> {
  const { id, name, parents } = await describeLatest(tx, row.unit_id, today)
  return { id: row.id, login: row.login, name: row.name, role: row.role, unit: { id, name, parents: [...parents] }, ready: row.has_password, disabled: row.disabled_at !== null }
}

/** Accounts of the administrator's area, by name. */
export async function listAccountsInReach(tx: Tx, administration: Administration): Promise<Account[]> {
  const rows = await listAccounts(tx, await reachOf(tx, administration))
  const accounts: Account[] = []
  for (const row of rows) accounts.push(await describeAccount(tx, administration, row))
  return accounts
}

async function getAccountOrThrow(tx: Tx, administration: Administration, id: string): Promise<AccountRow> {
  const row = await findAccount(tx, id)
  if (row === undefined || !(await reachOf(tx, administration)).includes(row.unit_id)) throw new Problem('person_not_found')
  return row
}

/** Makes an account and a one-time token by which its person sets a password. */
export async function createAccount(tx: Tx, administration: Administration, { login, name, role, unit }: NewAccount): Promise<AccountWithToken> {
  if (!(await reachOf(tx, administration)).includes(unit)) throw new Problem('scope_too_wide', { unit: (await describeLatest(tx, administration.signedIn.unit.id, administration.today)).name })
  if ((await findPersonByLogin(tx, login)) !== undefined) throw new Problem('login_taken', { login })
  const id = await createPerson(tx, { login, name: name.trim(), role, unitId: unit })
  const token = await createSetupToken(tx, id, administration.now)
  await note(tx, administration, 'person.created', id, unit, undefined, { login, name, role })
  return { account: await describeAccount(tx, administration, await getAccountOrThrow(tx, administration, id)), token }
}

/** Renames an account, gives it another role, or takes it out of use: its sessions end at once. */
export async function changeAccount(tx: Tx, administration: Administration, id: string, change: ChangedAccount): Promise<Account> {
  const row = await getAccountOrThrow(tx, administration, id)
  const own = id === administration.signedIn.person.id
  if (own && (change.disabled === true || (change.role !== undefined && change.role !== row.role))) throw new Problem('own_account')
  await updateAccount(tx, id, {
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.disabled === undefined ? {} : { disabled_at: change.disabled ? administration.now : null }),
  })
  if (change.disabled === true || (change.role !== undefined && change.role !== row.role)) await deleteSessionsOf(tx, id)
  await note(tx, administration, 'person.changed', id, row.unit_id, { name: row.name, role: row.role, disabled: row.disabled_at !== null }, change)
  return describeAccount(tx, administration, await getAccountOrThrow(tx, administration, id))
}

/** Gives a fresh one-time token; the present password holds until it is used. */
export async function resetAccount(tx: Tx, administration: Administration, id: string): Promise<AccountWithToken> {
  const row = await getAccountOrThrow(tx, administration, id)
  const token = await createSetupToken(tx, id, administration.now)
  await note(tx, administration, 'person.reset', id, row.unit_id)
  return { account: await describeAccount(tx, administration, row), token }
}

async function note(tx: Tx, { signedIn, now }: Administration, action: string, id: string, unit: string, old?: object, after?: object): Promise<void> {
  await insertTrail(tx, { at: now, person: signedIn.person.id, unit, action, subject: `person ${id}`, ...(old ? { old } : {}), ...(after ? { new: after } : {}) })
}
