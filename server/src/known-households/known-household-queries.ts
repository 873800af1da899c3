import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../plugins/database.ts'
import { prepared } from '../plugins/database-prepared.ts'
import { holding, membersOn } from '../register-columns/register-columns-queries.ts'
import type { RecordedDecision } from './recorded-history.ts'

/** A household on a day: without answers where the register knows nothing of that day. */
export interface StoredOnDay {
  readonly id: string
  readonly unit_id: string
  readonly answers: string | null
  readonly members: string
}

/** Some households with what holds on a day and was not superseded; nothing is taken from another day. */
export async function listOnDay(tx: Tx, day: string, ids: readonly string[]): Promise<StoredOnDay[]> {
  const on = sql`${day}::date`
  const { rows } = await sql<StoredOnDay>`
    select h.id, coalesce(s.unit_id, h.unit_id) as unit_id, s.answers::text as answers, m.members
    from households h
    left join household_spells s on s.household_id = h.id and ${holding(sql`s`, on)}
    cross join lateral (${membersOn(on, sql`h.id`)}) m
    where h.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

export type StoredDecision = RecordedDecision & { readonly household: string }

/** Every decision on some households, with its outcomes alone. */
export async function listDecisionsOn(db: Db | Tx, ids: readonly string[]): Promise<StoredDecision[]> {
  const { rows } = await decisionsWhere(sql`s.household_id = any(${[...ids]}::uuid[])`).execute(db)
  return rows
}

const decisionsWhere = (condition: RawBuilder<unknown>): RawBuilder<StoredDecision> => sql`
  select s.household_id as household, d.programme, d.facts_at as "from", d.decided_at, d.recorded as layers,
    coalesce((select h.history_complete from households h where h.id = s.household_id), false) as nothing_before
  from submissions s
  join decisions d on d.submission_id = s.id
  where ${condition}`

/** The same of one household. */
export const listDecisionsOnOne = prepared(['household'], ({ household }: { readonly household: string }) => decisionsWhere(sql`s.household_id = ${household}`))

/** A decision as one value of a larger query has it. */
type DecisionInValue = Omit<StoredDecision, 'decided_at'> & { readonly decided_at: string }

/** The same as one value of a larger query. */
export const decisionsOf = (household: RawBuilder<unknown>): RawBuilder<readonly DecisionInValue[]> => sql`
  (select coalesce(json_agg(decision), '[]') from (${decisionsWhere(sql`s.household_id = ${household}`)}) decision)`

export const readDecisions = (found: readonly DecisionInValue[]): readonly StoredDecision[] => found.map((decision) => ({ ...decision, decided_at: new Date(decision.decided_at) }))

/** Whether any of some programmes has decided anything yet. */
export async function hasDecisionsOf(db: Db | Tx, programmes: readonly string[]): Promise<boolean> {
  const { rows: [row] } = await sql<{ found: boolean }>`select exists (select from decisions where programme = any(${[...programmes]})) as found`.execute(db)
  return row?.found === true
}
