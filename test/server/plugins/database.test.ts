import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openEmbeddedDatabase } from '@tieuchi/server/plugins/database-embedded.ts'
import { lockFolder } from '@tieuchi/server/plugins/database-lock.ts'
import { openServerDatabase, ping } from '@tieuchi/server/plugins/database.ts'
import { administer, databaseUrl } from '../../support/server-databases.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('a data folder belongs to one process at a time, and the second is told whose it is', () => {
  const folder = temporaryFolder()
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(String(process.pid))
  unlock()
  lockFolder(folder)()
})

it('the folder of a killed process is free at once', async () => {
  const folder = temporaryFolder()
  const source = fileURLToPath(new URL('../../../server/src/plugins/database-lock.ts', import.meta.url))
  const script = `import { lockFolder } from ${JSON.stringify(source)}; globalThis.unlock = lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  expect(() => lockFolder(folder)).toThrow(String(holder.pid))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockFolder(folder)()
})

it('a database killed while it marked itself as running opens again with all it held', async () => {
  const folder = temporaryFolder()
  const first = await openEmbeddedDatabase(folder)
  await sql`create table kept (word text)`.execute(first.db)
  await sql`insert into kept values ('there')`.execute(first.db)
  await first.close()
  writeFileSync(join(folder, 'database', 'postmaster.pid'), '')
  const again = await openEmbeddedDatabase(folder)
  onTestFinished(() => again.close())
  expect((await sql<{ word: string }>`select word from kept`.execute(again.db)).rows).toEqual([{ word: 'there' }])
})

it.runIf(inject('postgres') !== '')('a server that drops its connections is used again as soon as it is back', async () => {
  const url = inject('postgres')
  await administer(url, 'create database test_dropped')
  const database = openServerDatabase(databaseUrl(url, 'test_dropped'), 2)
  onTestFinished(async () => {
    await database.close()
    await administer(url, 'drop database test_dropped with (force)')
  })
  await ping(database.db)
  await administer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'test_dropped'`)
  await expect.poll(() => sql<{ one: number }>`select 1 as one`.execute(database.db).then(({ rows }) => rows[0]?.one, () => undefined)).toBe(1)
})
