import { randomUUID } from 'node:crypto'
import type { CommonDocument, HouseholdInput, UnitDocument } from '@tieuchi/runtime'
import { identify } from '../households/household-identity.ts'
import { findClosedDemoAccount, findPersonByLogin, setPassword } from '../people/person-queries.ts'
import { createPerson, hashPassword } from '../people/people-service.ts'
import { asSystem, holdName, type Db, type Tx } from '../plugins/database.ts'
import { demoPassword, describeAccounts, type DemoAccount } from './demo-accounts.ts'
import { insertSynthetic, insertWithPast, isSown, markSown } from './demo-queries.ts'
import type { HouseholdPast } from './register-past.ts'

/** A made-up household and the unit it lives in. */
export interface SyntheticInput {
  readonly unit: string
  readonly input: HouseholdInput
  /** What came before today; absent: it was ever so. */
  readonly past?: HouseholdPast
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
/** Marks a register that was made up together with what came before today. */
export const pastSeed = 'demo past'
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
    const told = await sowRegister(tx, await households(), request)
    await markSown(tx, seedName)
    if (told) await markSown(tx, pastSeed)
  })
  return accounts
}

async function createAccount(tx: Tx, { login, name, role, unit }: DemoAccount): Promise<void> {
  const closed = await findClosedDemoAccount(tx, login)
  if (closed) await setPassword(tx, closed.id, await hashPassword(demoPassword))
  else if (!(await findPersonByLogin(tx, login))) await createPerson(tx, { login, name, role, unitId: unit.id, password: demoPassword, demo: true })
}

/** Whether it was told what came before today. */
async function sowRegister(tx: Tx, households: Iterable<SyntheticInput>, { common, now }: DemoRequest): Promise<boolean> {
  let batch: SyntheticInput[] = []
  let told = false
  for (const household of households) {
    batch.push(household)
    told ||= household.past !== undefined
    if (batch.length < batchSize) continue
    await sowBatch(tx, batch, common, now)
    batch = []
  }
  await sowBatch(tx, batch, common, now)
  return told
}

async function sowBatch(tx: Tx, batch: readonly SyntheticInput[], common: CommonDocument, now: Date): Promise<void> {
  const known = batch.map(({ unit, input: { household = {}, members = [] }, past }) => ({ unit, household, members, past, identity: identify(common, { household, members }) }))
  await insertWithPast(tx, known.flatMap(({ past, identity }) => (past ? [{ ...identity, ...past, unit_id: past.unit, history_complete: true }] : [])))
  await insertSynthetic(tx, known.flatMap(({ unit, household, members, past, identity }) => (past ? [] : [{ ...identity, id: randomUUID(), unit_id: unit, answers: household, members }])), now)
}
