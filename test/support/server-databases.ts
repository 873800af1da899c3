import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Address of a database on a PostgreSQL server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
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

/** A database on the PostgreSQL server of the tests. */
export interface CreatedDatabase {
  readonly name: string
  readonly url: string
  readonly drop: () => Promise<void>
}

/** Makes an empty database under a name of its own, or a copy of another. */
export async function createDatabase(server: string, template?: string): Promise<CreatedDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name}${template === undefined ? '' : ` template ${template}`}`)
  return { name, url: databaseUrl(server, name), drop: () => administer(server, `drop database ${name} with (force)`) }
}
