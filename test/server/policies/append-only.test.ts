import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'

onEachDatabase('What was published or decided', (kind) => {
  let running: RunningApp

  beforeAll(async () => {
    running = await startApp(kind)
    await decide(await signInAs(running, 'harbour', 'harbour'), dogAnswers('Lê Văn Cảng', 20))
  })
  afterAll(() => running.close())

  it.each(['releases', 'publications', 'decisions', 'common_versions'])('is never changed or deleted by anybody, the owner of the database included: %s', async (table) => {
    const { db } = running.database
    const name = sql.table(table)
    const before = await sql`select * from ${name}`.execute(db)
    expect(before.rows.length).toBeGreaterThan(0)
    await expect(sql`delete from ${name}`.execute(db)).rejects.toThrow('never changed or deleted')
    await expect(sql`truncate ${name} cascade`.execute(db)).rejects.toThrow('never changed or deleted')
    const column = { releases: 'scope', publications: 'reason', decisions: 'hash', common_versions: 'body' }[table] ?? ''
    await expect(sql`update ${name} set ${sql.ref(column)} = 'other'`.execute(db)).rejects.toThrow('never changed or deleted')
    expect((await sql`select * from ${name}`.execute(db)).rows).toEqual(before.rows)
  })

  it('cannot be stored under a hash that is not its own', async () => {
    await expect(sql`insert into releases (hash, programme, scope, body) values (repeat('0', 64), 'dog-licence', 'national', '{}')`.execute(running.database.db))
      .rejects.toThrow('releases_hash')
  })
})
