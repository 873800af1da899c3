import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { Sql } from './day-sql.ts'

/** Households with some ids; everybody, asked for or not, where nearly all are. */
export type Among = Sql | 'everybody'

/** A table made of a select; of others where some households, which `rows` selects, are many, or most of the register. */
export interface Step {
  readonly table: Sql
  /** The columns whose values the database learns about; all of them unless said. */
  readonly learn?: readonly string[]
  readonly select: Sql
  readonly instead?: { readonly rows: Sql; readonly ofMany: Sql; readonly ofMost: Sql }
}

/** A select of some households, and one of their ids where they can be looked up one by one. */
export interface Rows {
  readonly rows: Sql
  readonly ids?: Sql
}

/** A table made of what some households have, found one by one by their ids, among all that are asked for, or of everybody. */
export const stepOf = (table: Sql, { rows, ids }: Rows, select: (among?: Among) => Sql): Step => ({ table, select: select(ids), instead: { rows, ofMany: select(), ofMost: select('everybody') } })

let made = 0

/** A table that no step has made yet. */
export const newTable = (): Sql => {
  made += 1
  return sql`pg_temp.${sql.ref(`alike_${made}`)}`
}

/**
 * How the tables are found: by hashes that stay in memory, by as many processes as there are. The database thinks of as many groups as
 * households, and would sort them. A hash may take twice its memory, as it does by default since PostgreSQL 15; what it would take beyond that
 * is written to disk. Of these tables it looks at a few thousand rows, for looking takes time too; and a row somewhere else costs it what the next
 * one does, or it would read all members for those of one household in thirty.
 */
const settings = { jit: 'off', work_mem: '128MB', hash_mem_multiplier: '2', enable_sort: 'off', default_statistics_target: '10', random_page_cost: '1.1', parallel_setup_cost: '0', parallel_tuple_cost: '0.01' } as const

/** So many households are looked up one by one; of more the whole register is read, by several processes. */
const mostLookedUp = 50_000

/** Makes the tables, which last as long as the transaction; the database learns how many rows each has, which it cannot guess of what they are made of. */
export async function keepSteps(tx: Tx, steps: readonly Step[], few = mostLookedUp): Promise<void> {
  await sql`select set_config(name, value, true) from (values ${sql.join(Object.entries(settings).map(([key, value]) => sql`(${key}, ${value})`))}) s (name, value)`.execute(tx)
  for (const step of steps) {
    const { table, learn } = step
    await sql`create temp table ${table} on commit drop as ${await selectOf(tx, step, few)}`.execute(tx)
    await sql`analyze ${table}${learn ? sql` (${sql.join(learn.map((name) => sql.ref(name)))})` : sql``}`.execute(tx)
  }
  await sql`select set_config(name, reset_val, true) from pg_settings where name = any(${Object.keys(settings)}::text[])`.execute(tx)
}

async function selectOf(tx: Tx, { select, instead }: Step, few: number): Promise<Sql> {
  if (!instead) return select
  const rows = await guessRows(tx, instead.rows)
  if (rows <= few) return select
  return rows > (await guessRows(tx, sql`select from households`)) / 2 ? instead.ofMost : instead.ofMany
}

/** How many rows the database thinks that a select has, which it has learnt from the tables. */
async function guessRows(tx: Tx, select: Sql): Promise<number> {
  const { rows: [told] } = await sql<{ 'QUERY PLAN': readonly { Plan: { 'Plan Rows': number } }[] }>`explain (format json) ${select}`.execute(tx)
  return told?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
