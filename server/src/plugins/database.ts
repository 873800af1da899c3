import { Kysely, PostgresDialect, sql, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './database-tables.ts'
import { copiesFrom } from './database-copy.ts'
import { nameStatements, preparedToGoAlong, writer, type Later } from './database-prepared.ts'
import { seeRules } from './database-rules-seen.ts'
import { openSocket } from './database-socket.ts'

export type Db = Kysely<Tables>
/** A transaction: what queries take inside `asPerson` and `asSystem`. */
export type Tx = Transaction<Tables>

/** An open database and how to close it. */
export interface Database {
  readonly kind: 'embedded' | 'server'
  readonly db: Db
  /** Runs SQL as it is, several statements among it with what each returns: for a library that writes its own. */
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>
  close(): Promise<void>
}

/** Whose eyes a transaction has: the unit whose area it sees, and the person who alone sees what is their own. */
export interface Reach {
  readonly person?: { readonly id: string }
  readonly unit: { readonly id: string }
}

const dateType = 1082
const bigintType = 20

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === dateType) return String
    if (oid === bigintType) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/** Connects to a PostgreSQL server by address; fails within ten seconds where it does not answer. */
export function openServerDatabase(connectionString: string, max = 10): Database {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000, types, pipeline: true, stream: openSocket })
  return { kind: 'server', ...poolDatabase(pool) }
}

/** The one path from a pool to queries, for both kinds of database. */
export function poolDatabase(pool: pg.Pool): Omit<Database, 'kind'> {
  // An error on a client nobody is using at the moment would otherwise end the process: https://node-postgres.com/apis/pool
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('connect', nameStatements)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  copiesFrom(db, pool)
  return { db, query: (text, values) => queryAlone(pool, text, values), close: () => db.destroy() }
}

/** What fails half-way may have begun a transaction, and the embedded database has the same session for everybody. */
async function queryAlone(pool: pg.Pool, text: string, values?: unknown[]): Promise<pg.QueryResult> {
  const client = await pool.connect()
  try {
    return await client.query(text, values)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

export { types as columnTypes }

/**
 * All work for a signed-in person goes through here: one transaction in the role of `takingRole`, which sees rows within the person's unit
 * only. Never use `db` inside: with a pool of one it waits for itself until the connection times out.
 */
export function asPerson<T>(db: Db, person: Reach, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    const state = await become(tx, { unit: person.unit.id, person: person.person?.id ?? '' })
    seeRules(tx, async () => (await state.rows())[0]?.version)
    return work(tx)
  })
}

/**
 * Has a transaction take the role of whoever sits in a unit: `app_user` sees the rows of the unit itself, `app_area` those of the units below it
 * too, where there are any.
 */
export const takingRole = (unit: RawBuilder<unknown>): RawBuilder<string> =>
  sql`set_config('role', case when exists (select from unit_spells below where below.parent_id = ${unit}) then 'app_area' else 'app_user' end, true)`

const become = preparedToGoAlong(['unit', 'person'], ({ unit, person }: { readonly unit: string; readonly person: string }) =>
  writer.selectFrom('rules_state').select([
    'version', takingRole(sql`${unit}`).as('role'), sql`set_config('app.unit', ${unit}, true)`.as('unit'), sql`set_config('app.person', ${person}, true)`.as('person'),
  ]))

/**
 * The same for somebody whom the transaction finds out itself, by a statement that gives it their reach and goes along with the first one
 * after it.
 */
export function asFound<Found extends { readonly version: string }, T>(db: Db, enter: (tx: Tx) => Promise<Later<Found>>, work: (tx: Tx, found: Later<Found>) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    const found = await enter(tx)
    seeRules(tx, async () => (await found.rows())[0]?.version)
    return work(tx, found)
  })
}

/** Work of the program itself: loading packs, seeding, sign-in. */
export function asSystem<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, work)
}

/** What is to be done once a transaction has committed. */
const atCommit = new WeakMap<Tx, (() => void)[]>()

async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const acts: (() => void)[] = []
  const result = await db.transaction().execute((tx) => {
    atCommit.set(tx, acts)
    return work(tx)
  })
  acts.forEach((act) => act())
  return result
}

/** Has something done once the transaction of `asPerson` or `asSystem` has committed; never where it does not. */
export function afterCommit(tx: Tx, act: () => void): void {
  atCommit.get(tx)?.push(act)
}

/**
 * A step of the program itself within a person's transaction, for what people have no right to and what must hold exactly if the
 * transaction does. Nothing a person says may decide which rows it touches.
 */
export async function asProgram<T>(tx: Tx, step: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`
    with person as materialized (select current_setting('role') as role)
    select role, set_config('role', 'none', true) from person`.execute(tx)
  try {
    return await step()
  } finally {
    // A transaction that failed takes no statement any more, and ends the role with it.
    await sql`select set_config('role', ${rows[0]?.role}, true)`.execute(tx).catch(() => undefined)
  }
}

/** Waits until no other transaction holds this name, and holds it until the transaction ends. */
export async function holdName(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}::text, 0))`.execute(tx)
}

/** Whether the database answers. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db)
}
