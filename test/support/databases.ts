import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { migrate } from '@tieuchi/migrations'
import { openEmbeddedDatabase } from '@tieuchi/server/plugins/database-embedded.ts'
import { openServerDatabase, type Database } from '@tieuchi/server/plugins/database.ts'

export interface DatabaseKind {
  readonly name: string
  /** A fresh empty database. */
  openEmpty(): Promise<Database>
}

const embedded: DatabaseKind = { name: 'the embedded database', openEmpty: async () => openEmbeddedDatabase(undefined, await openAsBlob(inject('embeddedCopy'))) }

const server: DatabaseKind = {
  name: 'PostgreSQL',
  openEmpty: async () => {
    const { url, drop } = await createServerDatabase()
    const database = openServerDatabase(url, 5)
    return {
      ...database,
      close: async () => {
        await database.close()
        await drop()
      },
    }
  },
}

export function databaseUrl(server_: string, name: string): string {
  const url = new URL(server_)
  url.pathname = `/${name}`
  return url.href
}

export async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The one kind of database asked for by TIEUCHI_TEST_DATABASE, or by a DATABASE_URL; undefined: every kind there is. */
export function chosenDatabase(): string | undefined {
  return process.env['TIEUCHI_TEST_DATABASE'] ?? (process.env['DATABASE_URL'] ? 'postgresql' : undefined)
}

/** An empty database on the PostgreSQL server of the tests, by its address, and how to drop it. */
export async function createServerDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const address = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(address, `create database ${name}`)
  return { url: databaseUrl(address, name), drop: () => administer(address, `drop database ${name} with (force)`) }
}

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

/** A fresh database with the present schema. */
export async function openMigrated(kind: DatabaseKind): Promise<Database> {
  const database = await kind.openEmpty()
  await migrate(database.db)
  return database
}
