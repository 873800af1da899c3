import { createHash } from 'node:crypto'
import { CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Compilable, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Tables } from './database-tables.ts'

/** Writes queries without a database. */
export const writer = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Stands in a query for a value each run brings. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Names of prepared statements by their text. */
const names = new Map<string, string>()

/**
 * A statement that is written once, and which each connection has the database parse and plan once: worth it where it runs for every
 * request. The values named must go into the query as they are. Its plan is one for all values, so it is for finding by keys, not for
 * lists. It names its columns: once a migration has added one beside a running program, "all columns" would be refused. Its own name is
 * that of the text, so programs that share connections of a pooler never meet another statement under it.
 */
export function prepared<Values extends object, Row>(named: readonly (keyof Values & string)[], write: (values: Values) => Compilable<Row> | RawBuilder<Row>): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  // The places pass through the query without being looked at, whatever type their values have.
  const places = Object.fromEntries(named.map((name) => [name, new Place(name)])) as unknown as Values
  const { sql, parameters } = write(places).compile(writer)
  names.set(sql, createHash('sha256').update(sql).digest('hex').slice(0, 40))
  return async (db, values) => {
    const given = new Map<string, unknown>(Object.entries(values))
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(sql, parameters.map((value) => (value instanceof Place ? given.get(value.name) : value))))
    return rows
  }
}

/** Has a connection run prepared statements as such. */
export function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  const naming = (text: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? names.get(text) : undefined
    return name === undefined ? query(text, ...rest) : query({ name, text }, ...rest)
  }
  client.query = naming as typeof client.query
}
