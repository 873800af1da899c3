import { randomUUID } from 'node:crypto'
import type { CommonDocument, HouseholdInput, UnitDocument } from '@tieuchi/runtime'
import { identify } from '../households/household-identity.ts'
import { findClosedDemoAccount, findPersonByLogin, setPassword } from '../people/person-queries.ts'
import { createPerson, hashPassword } from '../people/people-service.ts'
import { asSystem, holdName, type Db, type Tx } from '../plugins/database.ts'
import { demoPassword, describeAccounts, type DemoAccount } from './demo-accounts.ts'
import { insertSynthetic, isSown, markSown, type SyntheticHousehold } from './demo-queries.ts'

/** A made-up household and the unit it lives in. */
export interface SyntheticInput {
  readonly unit: string
  readonly input: HouseholdInput
}

export interface DemoRequest {
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
  /** Absent where the packs describe no register. Asked for only where none was made up before. */
  readonly households?: () => Promise<Iterable<SyntheticInput>>
  readonly now: Date
  readonly today: string
}

const seedName = 'demo register'
const batchSize = 1000

/**
 * Sows demonstration accounts and a made-up register, each once. All of it is one transaction: a start that is cut short leaves
 * nothing, and the next one sows anew.
 */
export async function sowDemo(db: Db, request: DemoRequest): Promise<DemoAccount[]> {
  const accounts = describeAccounts(request.units, request.today)
  const { households } = request
  await asSystem(db, async (tx) => {
    await holdName(tx, 'demo')
    for (const account of accounts) await createAccount(tx, account)
    if (households === undefined || (await isSown(tx, seedName))) return
    await sowRegister(tx, await households(), request)
    await markSown(tx, seedName)
  })
  return accounts
}

async function createAccount(tx: Tx, { login, name, role, unit }: DemoAccount): Promise<void> {
  const closed = await findClosedDemoAccount(tx, login)
  if (closed) await setPassword(tx, closed.id, await hashPassword(demoPassword))
  else if (!(await findPersonByLogin(tx, login))) await createPerson(tx, { login, name, role, unitId: unit.id, password: demoPassword, demo: true })
}

async function sowRegister(tx: Tx, households: Iterable<SyntheticInput>, { common, now }: DemoRequest): Promise<void> {
  let batch: SyntheticHousehold[] = []
  for (const household of households) {
    batch.push(toRow(common, household))
    if (batch.length < batchSize) continue
    await insertSynthetic(tx, batch, now)
    batch = []
  }
  if (batch.length > 0) await insertSynthetic(tx, batch, now)
}

function toRow(common: CommonDocument, { unit, input }: SyntheticInput): SyntheticHousehold {
  const { household = {}, members = [] } = input
  return { id: randomUUID(), unit_id: unit, ...identify(common, { household, members }), answers: household, members }
}
