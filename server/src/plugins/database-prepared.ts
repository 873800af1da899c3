import { createHash } from 'node:crypto'
import { CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Compilable, type RawBuilder } from 'kysely'
import type pg from 'pg'
import { RoundTrips, type Later } from './database-round-trips.ts'
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

/** How a prepared statement goes on its way: alone, with the one after it, or with the end of its transaction. */
type Way = 'alone' | 'held' | 'last'

interface Named {
  readonly name: string
  readonly way: Way
}

/** Prepared statements by their text. */
const statements = new Map<string, Named>()

type Written<Values, Row> = (values: Values) => Compilable<Row> | RawBuilder<Row>
export type { Later }

type Run<Values, Row> = (db: Kysely<Tables>, values: Values) => Promise<Row[]>

/**
 * A statement that is written once, and which each connection has the database parse and plan once: worth it where it runs for every
 * request. The values named must go into the query as they are. Its plan is one for all values, so it is for finding by keys, not for
 * lists. It names its columns: once a migration has added one beside a running program, "all columns" would be refused. Its own name is
 * that of the text, so programs that share connections of a pooler never meet another statement under it.
 */
export const prepared = <Values extends object, Row>(named: readonly (keyof Values & string)[], write: Written<Values, Row>): Run<Values, Row> => prepare(named, write, 'alone')

/** A prepared statement that answers one row, is sent along with the one after it, and is not waited for. */
export function preparedToGoAlong<Values extends object, Row>(named: readonly (keyof Values & string)[], write: Written<Values, Row>): (db: Kysely<Tables>, values: Values) => Promise<Later<Row>> {
  const run: Run<Values, Later<Row>> = prepare(named, write, 'held')
  return async (db, values) => {
    const [later] = await run(db, values)
    if (later === undefined) throw new Error('Only a connection of ours holds statements back')
    return later
  }
}

/**
 * A prepared statement that ends its transaction: nothing may be asked after it. Whether what it says holds is known once it has answered; one
 * that is to undo all has to fail.
 */
export const preparedAsLast = <Values extends object, Row>(named: readonly (keyof Values & string)[], write: Written<Values, Row>): Run<Values, Row> => prepare(named, write, 'last')

function prepare<Values extends object, Row, Answered>(named: readonly (keyof Values & string)[], write: Written<Values, Row>, way: Way): Run<Values, Answered> {
  // The places pass through the query without being looked at, whatever type their values have.
  const places = Object.fromEntries(named.map((name) => [name, new Place(name)])) as unknown as Values
  const { sql, parameters } = write(places).compile(writer)
  statements.set(sql, { name: createHash('sha256').update(sql).digest('hex').slice(0, 40), way })
  return async (db, values) => {
    const given = new Map<string, unknown>(Object.entries(values))
    const { rows } = await db.executeQuery<Answered>(CompiledQuery.raw(sql, parameters.map((value) => (value instanceof Place ? given.get(value.name) : value))))
    return rows
  }
}

/** Has a connection run prepared statements as such, and each on its way. */
export function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => ReturnType<RoundTrips['query']>
  const naming = (text: unknown, ...rest: unknown[]) => {
    const statement = typeof text === 'string' ? statements.get(text) : undefined
    return statement === undefined ? query(text, ...rest) : query({ name: statement.name, text }, ...rest)
  }
  const trips = new RoundTrips(client, naming, { isHeld: (text) => statements.get(text)?.way === 'held', isLast: (text) => statements.get(text)?.way === 'last' })
  client.query = trips.query.bind(trips) as typeof client.query
}
