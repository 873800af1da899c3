import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { learnSizes } from '@tieuchi/server/sql-plan/register-source-sql.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'

onEachDatabase('What the database knows of the sizes of the register', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await openMigrated(kind)
    await sql`insert into units (id, hash) values ('u', '')`.execute(database.db)
  })
  afterAll(() => database.close())

  const grow = (households: number) => sql`insert into households (unit_id, label, search_text, member_count) select 'u', 'Hộ ' || n, 'ho', 0 from generate_series(1, ${households}::integer) n`.execute(database.db)

  const known = async (): Promise<number> => {
    const { rows: [found] } = await sql<{ rows: number }>`select reltuples::integer as rows from pg_class where oid = 'households'::regclass`.execute(database.db)
    return found?.rows ?? -1
  }

  it('is learnt when it has grown', async () => {
    await grow(4000)
    await asSystem(database.db, learnSizes)
    expect(await known()).toBe(4000)
    await grow(16_000)
    await asSystem(database.db, learnSizes)
    expect(await known()).toBe(20_000)
  })
})
