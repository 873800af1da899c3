import { sql, type RawBuilder } from 'kysely'
import { copyRows, type TakeRow } from '../plugins/database-copy.ts'
import type { Db, Tx } from '../plugins/database.ts'

/** A household as the register knows it on a day: its unit, its answers, and those of its members in order, as JSON. */
export interface StoredHousehold {
  readonly id: string
  readonly unit_id: string
  readonly answers: string
  readonly members: string
}

type Reader = Db | Tx

/** Spells that hold on a day and were not superseded. */
export const holding = (spells: ReturnType<typeof sql>, day: ReturnType<typeof sql>) => sql`
  ${spells}.superseded_at is null and (${spells}.valid_from is null or ${spells}.valid_from <= ${day}) and (${spells}.valid_to is null or ${spells}.valid_to >= ${day})`

/**
 * Answers of the members of a household on a day, in order. Texts are not parsed here: they are most of the work. Members come to the
 * aggregate in order: where it sorts them itself, that takes twice as long.
 */
export const membersOn = (day: ReturnType<typeof sql>, household: ReturnType<typeof sql>) => sql`
  select '[' || coalesce(string_agg(o.answers::text, ','), '') || ']' as members
  from (select m.answers from member_spells m where m.household_id = ${household} and ${holding(sql`m`, day)} order by m.position) o`

/** Where the spells of households lie: in how many pages, of which file. A table that was written anew lies in another. */
export interface SpellPages {
  readonly file: string
  readonly pages: number
}

export async function readSpellPages(db: Reader): Promise<SpellPages> {
  const { rows: [row] } = await sql<SpellPages>`
    select pg_relation_filenode('household_spells')::text as file,
      (pg_relation_size('household_spells') / current_setting('block_size')::integer)::integer as pages`.execute(db)
  if (!row) throw new Error('The database told no pages')
  return row
}

/** Pages from one on to before another. */
export interface PageRange {
  readonly from: number
  readonly before: number
}

/**
 * The households of which a spell on some pages holds on a day, with the members of that day. Pages are read in the order they lie in,
 * and members mostly lie as their households do: in the order of ids every household was looked for anew. Rows are taken as they are
 * written, with the fields of `StoredHousehold`.
 */
export async function copyHouseholdsOn(db: Db, day: string, { from, before }: PageRange, take: TakeRow): Promise<void> {
  const on = sql`${sql.lit(day)}::date`
  const firstOf = (page: number) => sql`${sql.lit(`(${page},0)`)}::tid`
  await copyRows(db, sql`
    select h.household_id, h.unit_id, h.answers::text, m.members
    from household_spells h
    cross join lateral (${membersOn(on, sql`h.household_id`)}) m
    where h.ctid >= ${firstOf(from)} and h.ctid < ${firstOf(before)} and ${holding(sql`h`, on)}`, take)
}

/** Households of which nothing holds yet on a day, but something will. */
export async function listExpected(db: Reader, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct household_id as id from household_spells later
    where superseded_at is null and valid_from > ${day}
      and not exists (
        select from household_spells begun
        where begun.household_id = later.household_id and begun.superseded_at is null and (begun.valid_from is null or begun.valid_from <= ${day})
      )`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Some households as the register knows them on a day, in the way of `readRegister`: by what holds on it; where nothing had begun,
 * by what begins first. A household of which nothing holds is left out.
 */
export async function listHouseholdsOf(db: Reader, day: string, ids: readonly string[]): Promise<StoredHousehold[]> {
  const known = sql`k.day`
  const { rows } = await sql<StoredHousehold>`
    select h.id, s.unit_id, s.answers::text as answers, m.members
    from unnest(${[...ids]}::uuid[]) as h (id)
    cross join lateral (
      select case when bool_or(valid_from is null or valid_from <= ${day}) then ${day}::date else min(valid_from) end as day
      from household_spells where household_id = h.id and superseded_at is null
    ) k
    join household_spells s on s.household_id = h.id and ${holding(sql`s`, known)}
    cross join lateral (${membersOn(known, sql`h.id`)}) m`.execute(db)
  return rows
}

/** Where the log of changes stands, and of which register. */
export interface LogPosition {
  /**
   * Which transactions had ended, in the way the database writes it: changes of those are seen by whoever reads from now on, those of others may not be.
   * It names them one by one: a transaction of another database of the same server that stays open for hours makes no change look new.
   */
  readonly snapshot: string
  /** Another register has another, and so has one that was restored: its transactions are counted anew. */
  readonly register: string
}

export async function readPosition(db: Reader): Promise<LogPosition> {
  const { rows: [row] } = await sql<LogPosition>`
    select pg_current_snapshot()::text as snapshot,
      concat_ws('/', (select id from register_identity), (select oid from pg_database where datname = current_database()), 'household_changes'::regclass::oid) as register`.execute(db)
  if (!row) throw new Error('The database told no position')
  return row
}

/** Whether a register that stands at one position has been through another: the same register, and no transaction was counted back. */
export function isBehind(from: LogPosition, to: LogPosition): boolean {
  const [before, after] = [countsOf(from), countsOf(to)]
  return from.register === to.register && before !== undefined && after !== undefined && before.oldest <= after.oldest && before.next <= after.next
}

/** The oldest transaction that was open, and the number the next one got; undefined where it was written otherwise, by an earlier program. */
function countsOf({ snapshot }: Partial<LogPosition>): { readonly oldest: bigint; readonly next: bigint } | undefined {
  const [, oldest, next] = /^(\d+):(\d+):/.exec(snapshot ?? '') ?? []
  return oldest === undefined || next === undefined ? undefined : { oldest: BigInt(oldest), next: BigInt(next) }
}

/** Which rows of the log are of transactions that had not ended; the first condition is what the index finds. */
const since = (txid: RawBuilder<unknown>, snapshot: string): RawBuilder<unknown> =>
  sql`${txid} >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(${txid}, ${snapshot}::pg_snapshot)`

/** Households changed by transactions that had not ended at a position. */
export async function listChanged(db: Reader, snapshot: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct household_id as id from household_changes where ${since(sql`txid`, snapshot)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** How many households of an area were changed by transactions that had not ended at a position. */
export async function countChangedIn(db: Reader, snapshot: string, area: string): Promise<number> {
  const { rows: [row] } = await sql<{ changed: number }>`
    select count(distinct c.household_id)::integer as changed from household_changes c
    join households h on h.id = c.household_id
    where ${since(sql`c.txid`, snapshot)} and h.unit_id in (select unit_subtree(${area}))`.execute(db)
  return row?.changed ?? 0
}

/** Households of which another spell holds on one of two days than on the other. */
export async function listMovedBetween(db: Reader, earlier: string, later: string): Promise<string[]> {
  const moved = (table: ReturnType<typeof sql>) => sql`
    select household_id as id from ${table}
    where superseded_at is null and ((valid_from > ${earlier} and valid_from <= ${later}) or (valid_to >= ${earlier} and valid_to < ${later}))`
  const { rows } = await sql<{ id: string }>`${moved(sql`household_spells`)} union ${moved(sql`member_spells`)}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Leaves a mark in the database. Whoever finds it there later knows that this database has been through everything that was committed
 * before. Marks of long ago are removed: columns that carry them are built anew.
 */
export async function insertMark(db: Reader): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`
    with outlived as (delete from register_marks where made_at < now() - interval '1 year')
    insert into register_marks default values returning id`.execute(db)
  if (!row) throw new Error('The database took no mark')
  return row.id
}

export async function hasMark(db: Reader, id: string): Promise<boolean> {
  const { rows } = await sql`select from register_marks where id = ${id}`.execute(db)
  return rows.length > 0
}
