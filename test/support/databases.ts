import { openAsBlob } from 'node:fs'
import { describe, inject } from 'vitest'
import { openEmbeddedDatabase } from '@tieuchi/server/plugins/database-embedded.ts'
import { openServerDatabase, type Database } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import { createDatabase, type CreatedDatabase } from './server-databases.ts'

export interface DatabaseKind {
  readonly name: string
  /** A fresh empty database. */
  openEmpty(): Promise<Database>
  /** A fresh database with the present schema: a copy of one that was made so. */
  openMigrated(): Promise<Database>
}

export const embedded: DatabaseKind = {
  name: 'the embedded database',
  openEmpty: async () => openEmbeddedDatabase(undefined, await openAsBlob(inject('embeddedCopies').empty)),
  openMigrated: async () => openEmbeddedDatabase(undefined, await openAsBlob(inject('embeddedCopies').migrated)),
}

const server: DatabaseKind = {
  name: 'PostgreSQL',
  openEmpty: async () => openCreated(await createServerDatabase()),
  openMigrated: async () => openCreated(await createDatabase(inject('postgres'), inject('postgresTemplate'))),
}

function openCreated({ url, drop }: CreatedDatabase): Database {
  const database = openServerDatabase(url, 5)
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

/** The one kind of database asked for by TIEUCHI_TEST_DATABASE, or by a DATABASE_URL; undefined: every kind there is. */
export function chosenDatabase(): string | undefined {
  return process.env['TIEUCHI_TEST_DATABASE'] ?? (process.env['DATABASE_URL'] ? 'postgresql' : undefined)
}

/** An empty database on the PostgreSQL server of the tests, by its address, and how to drop it. */
export const createServerDatabase = (): Promise<CreatedDatabase> => createDatabase(inject('postgres'))

/** The kinds of database to run on: the embedded one, and PostgreSQL where its programs were found. */
export function databaseKinds(): DatabaseKind[] {
  const url = inject('postgres')
  const only = chosenDatabase()
  const servers = url === '' || only === 'embedded' ? [] : [server]
  return only === 'postgresql' ? servers : [embedded, ...servers]
}

/** Runs the same behaviours on every kind of database. */
export function onEachDatabase(title: string, behaviours: (kind: DatabaseKind) => void): void {
  describe.each(databaseKinds())(`${title} ($name)`, behaviours)
}

/** A fresh database with the present schema; register and rules are others than those of any other copy, as in a database that was not copied. */
export async function openMigrated(kind: DatabaseKind): Promise<Database> {
  const database = await kind.openMigrated()
  await sql`with register as (update register_identity set id = gen_random_uuid()) update rules_state set version = gen_random_uuid()`.execute(database.db)
  return database
}
