import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { migrate } from '@tieuchi/migrations'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Files with copies of embedded databases: of an empty one, and of one with the present schema. */
    embeddedCopies: { readonly empty: string; readonly migrated: string }
  }
}

/** Makes the embedded databases once in a run, for all projects; every test begins from a copy. */
export async function setup({ vitest }: TestProject): Promise<(() => void) | undefined> {
  const shared = vitest.getRootProject()
  if (shared.getProvidedContext().embeddedCopies) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-embedded-'))
  const copies = { empty: join(folder, 'empty.tar'), migrated: join(folder, 'migrated.tar') }
  const pglite = await PGlite.create()
  await writeCopy(pglite, copies.empty)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...createPgConfig(pglite), max: 1 }) }) })
  await migrate(db)
  await db.destroy()
  await writeCopy(pglite, copies.migrated)
  await pglite.close()
  shared.provide('embeddedCopies', copies)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** What was written is in the files of the database first, so that no copy has to repeat it when it is opened. */
async function writeCopy(pglite: PGlite, file: string): Promise<void> {
  await pglite.exec('checkpoint')
  writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
}
