import { sql, type Insertable } from 'kysely'
import type { DecisionTable } from '../decisions/decision-table.ts'
import type { Db, Tx } from '../plugins/database.ts'
import type { SubmissionTable } from '../submissions/submission-table.ts'

/** A made-up household as the register knows it on a day. */
export interface ReviewedHousehold {
  readonly id: string
  readonly label: string
}

/** Made-up households in the order of their ids, behind one of them, on whose facts of a day nobody decided yet. */
export async function listUndecided(db: Db | Tx, { programme, day, after, most }: { readonly programme: string; readonly day: string; readonly after: string; readonly most: number }): Promise<ReviewedHousehold[]> {
  const { rows } = await sql<ReviewedHousehold>`
    select h.id, h.label from households h
    where h.synthetic and h.id > ${after}::uuid
      and not exists (select from submissions s where s.household_id = h.id and s.programme = ${programme} and s.facts_at = ${day}::date)
    order by h.id limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** A demonstration account that decides in a unit: its officer, else anybody of the demonstration. */
export async function findDecider(tx: Tx, unit: string): Promise<string | undefined> {
  const person = await tx.selectFrom('people').select('id').where('demo', '=', true)
    .orderBy(sql`unit_id = ${unit} and role = 'officer'`, 'desc').orderBy('login').executeTakeFirst()
  return person?.id
}

/** Which of some submissions there are. */
export async function findStored(tx: Tx, submissions: readonly string[]): Promise<ReadonlySet<string>> {
  if (submissions.length === 0) return new Set()
  const rows = await tx.selectFrom('submissions').select('id').where('id', 'in', [...submissions]).execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertReviews(tx: Tx, submissions: readonly Insertable<SubmissionTable>[], decisions: readonly Insertable<DecisionTable>[]): Promise<void> {
  if (submissions.length === 0) return
  await tx.insertInto('submissions').values([...submissions]).execute()
  await tx.insertInto('decisions').values([...decisions]).execute()
}
