import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate, migrations, NewerSchemaError } from '@tieuchi/migrations'
import { asPerson, openServerDatabase, type Database } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import { afterEach, expect, inject, it, onTestFinished } from 'vitest'
import { onEachDatabase } from '../support/databases.ts'
import { dumpSchema } from '../support/schema-dump.ts'
import { administer, databaseUrl } from '../support/server-databases.ts'

const dumpFile = fileURLToPath(new URL('../../migrations/schema.txt', import.meta.url))

onEachDatabase('Migrations', (kind) => {
  let database: Database | undefined

  const open = async (): Promise<Database> => {
    database = await kind.openEmpty()
    return database
  }

  afterEach(async () => {
    await database?.close()
    database = undefined
  })

  it('bring an empty database to the committed schema', async () => {
    const { db } = await open()
    expect(await migrate(db)).toEqual(Object.keys(migrations))
    const dump = await dumpSchema(db)
    if (process.env['UPDATE_SCHEMA']) writeFileSync(dumpFile, dump)
    expect(dump).toBe(readFileSync(dumpFile, 'utf8'))
  })

  it('have nothing to do the second time', async () => {
    const { db } = await open()
    await migrate(db)
    expect(await migrate(db)).toEqual([])
  })

  it('go on from where an earlier version of the program stopped', async () => {
    const { db } = await open()
    const earlier = Object.fromEntries(Object.entries(migrations).slice(0, 2))
    await migrate(db, earlier)
    expect(await migrate(db)).toEqual(Object.keys(migrations).slice(2))
  })

  it('have documents compressed the faster way where the database knows it', async () => {
    const { db } = await open()
    await migrate(db)
    const { rows: [found] } = await sql<{ known: boolean; chosen: boolean }>`
      select 'lz4' = any(enumvals) as known, exists (
        select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
        where d.datname = current_database() and 'default_toast_compression=lz4' = any(s.setconfig)
      ) as chosen
      from pg_settings where name = 'default_toast_compression'`.execute(db)
    expect(found?.chosen).toBe(found?.known)
  })

  it('keep what decisions of before came to as later ones read it', async () => {
    const { db } = await open()
    await migrate(db, Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0021')))
    const outcome = { id: 'licence', title: { vi: 'Giấy phép' }, state: 'determined', value: 'granted' }
    const layers = { national: { outcomes: [outcome], member_outcomes: { rex: [{ id: 'barks', state: 'undetermined', missing: [{ field: 'age' }] }] } } }
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`
        insert into decisions (submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, hash, decided_at, decided_by, outcomes)
        values (gen_random_uuid(), 'harbour', 1, 'dog-licence', '2026-01-01', '2026-01-01', '2026-01-01', '{}', '{}', ${JSON.stringify(layers)}, 1, 'x', now(), gen_random_uuid(), '[]')`.execute(tx)
    })
    await migrate(db)
    const { rows } = await sql`select recorded from decisions`.execute(db)
    expect(rows).toEqual([{ recorded: { national: { outcomes: [{ id: 'licence', state: 'determined', value: 'granted' }], member_outcomes: { rex: [{ id: 'barks', state: 'undetermined' }] } } } }])
    await expect(sql`update decisions set recorded = '{}'`.execute(db)).rejects.toThrow()
  })

  it('refuse a database that a newer version of the program has migrated', async () => {
    const { db } = await open()
    await migrate(db, { ...migrations, '9999_from_the_future': { up: async () => undefined } })
    await expect(migrate(db)).rejects.toThrow(NewerSchemaError)
    await expect(migrate(db)).rejects.toThrow('9999_from_the_future')
  })

  it('leave nothing behind when a step fails', async () => {
    const { db } = await open()
    const failing = { ...migrations, '9999_fails': { up: async () => { throw new Error('this step fails') } } }
    await expect(migrate(db, failing)).rejects.toThrow('this step fails')
    const tables = await sql`select 1 from information_schema.tables where table_name = 'households'`.execute(db)
    expect(tables.rows).toEqual([])
  })
})

it.runIf(inject('postgres') !== '')('are applied once when many servers start together', async () => {
  const url = inject('postgres')
  await administer(url, 'create database test_together')
  const servers = Array.from({ length: 6 }, () => openServerDatabase(databaseUrl(url, 'test_together'), 1))
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.close()))
    await administer(url, 'drop database test_together with (force)')
  })
  const applied = await Promise.all(servers.map((server) => migrate(server.db)))
  expect(applied.flat().toSorted()).toEqual(Object.keys(migrations))
})

it.runIf(inject('postgres') !== '')('need no superuser: an owner who may create roles is enough', async () => {
  const url = inject('postgres')
  await administer(url, 'create role test_owner login createrole')
  await administer(url, 'create database test_owned owner test_owner')
  const owned = new URL(databaseUrl(url, 'test_owned'))
  owned.username = 'test_owner'
  const database = openServerDatabase(owned.href, 2)
  onTestFinished(async () => {
    await database.close()
    await administer(url, 'drop database test_owned with (force)')
    await administer(url, 'drop role test_owner')
  })
  expect(await migrate(database.db)).toEqual(Object.keys(migrations))
  const rows = await asPerson(database.db, { unit: { id: 'nowhere' } }, (tx) => sql`select * from households`.execute(tx))
  expect(rows.rows).toEqual([])
})
