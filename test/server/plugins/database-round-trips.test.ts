import { preparedAsLast, preparedToGoAlong } from '@tieuchi/server/plugins/database-prepared.ts'
import { WhileRulesStay } from '@tieuchi/server/plugins/database-rules-seen.ts'
import { asPerson, asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase } from '../../support/databases.ts'

const writeWord = preparedAsLast(['word'], ({ word }: { readonly word: string }): RawBuilder<{ word: string }> => sql`insert into words values (${word}) returning word`)
const rollOf = preparedToGoAlong(['role'], ({ role }: { readonly role: string }): RawBuilder<{ role: string }> => sql`select set_config('role', ${role}, true) as role`)

const nobody = { unit: { id: 'nowhere' } }

onEachDatabase('a transaction', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await kind.openMigrated()
    await sql`create table words (word text primary key)`.execute(database.db)
    await sql`grant select, insert on words to app_user`.execute(database.db)
  })
  afterAll(() => database.close())

  const words = async () => (await sql<{ word: string }>`select word from words order by word`.execute(database.db)).rows.map(({ word }) => word)
  const roleOf = async (tx: Parameters<Parameters<typeof asSystem>[1]>[0]) => (await sql<{ role: string }>`select current_user as role`.execute(tx)).rows[0]?.role

  it('of a person has the eyes of the person from its first statement on, and no longer than itself', async () => {
    expect(await asPerson(database.db, nobody, roleOf)).toBe('app_user')
    expect(await asSystem(database.db, roleOf)).not.toBe('app_user')
  })

  it('in which nothing is asked does nothing, and leaves nothing behind', async () => {
    expect(await asPerson(database.db, nobody, () => Promise.resolve('done'))).toBe('done')
    expect(await asSystem(database.db, roleOf)).not.toBe('app_user')
  })

  it('knows which rules it sees before it has asked anything', async () => {
    const found = new WhileRulesStay<string>(1)
    const find = (answer: string) => asPerson(database.db, nobody, (tx) => found.find(tx, 'key', () => Promise.resolve(answer)))
    expect([await find('first'), await find('second')]).toEqual(['first', 'first'])
  })

  it('tells what went along once something was sent', async () => {
    const told = await asSystem(database.db, async (tx) => {
      const later = await rollOf(tx, { role: 'app_user' })
      return [await roleOf(tx), await later.rows()]
    })
    expect(told).toEqual(['app_user', [{ role: 'app_user' }]])
  })

  it('is undone where its first statement fails, and the connection goes on', async () => {
    await expect(asPerson(database.db, nobody, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
    await expect(asSystem(database.db, (tx) => rollOf(tx, { role: 'no such role' }).then(() => roleOf(tx)))).rejects.toThrow('no such role')
    expect(await asSystem(database.db, roleOf)).not.toBe('app_user')
  })

  it('is kept with its last statement', async () => {
    expect(await asPerson(database.db, nobody, (tx) => writeWord(tx, { word: 'kept' }))).toEqual([{ word: 'kept' }])
    expect(await words()).toEqual(['kept'])
  })

  it('is undone wholly where its last statement fails', async () => {
    const writing = asSystem(database.db, async (tx) => {
      await sql`insert into words values ('before')`.execute(tx)
      await writeWord(tx, { word: 'kept' })
    })
    await expect(writing).rejects.toMatchObject({ code: '23505' })
    expect(await words()).toEqual(['kept'])
  })
})

onEachDatabase('many transactions at once', (kind) => {
  it('each get their own answers', async () => {
    const database = await kind.openMigrated()
    const numbers = Array.from({ length: 40 }, (_none, index) => index)
    const ask = (number: number) => asPerson(database.db, nobody, async (tx) => (await sql<{ number: number }>`select ${number}::integer as number`.execute(tx)).rows[0]?.number)
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers)
    await database.close()
  })
})
