import { describeUnit, type UnitDocument } from '@tieuchi/runtime'
import { asSystem, holdName, type Db } from '../plugins/database.ts'
import { anyoneHasPassword, closeDemoAccounts, findPersonByLogin } from './person-queries.ts'
import { createPerson, createSetupToken } from './people-service.ts'

const login = 'quantri'

/**
 * Outside a demonstration: closes accounts left from one, and while nobody can sign in yet gives a fresh one-time token by which the
 * first administrator sets a password. Undefined as soon as someone can, or where no province exists to administer.
 */
export async function offerAdministrator(db: Db, units: readonly UnitDocument[], today: string, now: Date): Promise<{ login: string; token: string } | undefined> {
  return asSystem(db, async (tx) => {
    await holdName(tx, 'first administrator')
    await closeDemoAccounts(tx)
    if (await anyoneHasPassword(tx)) return undefined
    const province = units.find((unit) => describeUnit(units, unit, today)?.kind === 'province')
    if (province === undefined) return undefined
    const id = (await findPersonByLogin(tx, login))?.id ?? (await createPerson(tx, { login, name: 'Quản trị', role: 'administrator', unitId: province.id }))
    return { login, token: await createSetupToken(tx, id, now) }
  })
}
