import type { HouseholdInput } from '@tieuchi/runtime'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'
import type { DecisionTable } from './decision-table.ts'

export type DecisionRow = Selectable<DecisionTable>

export async function findDecision(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  return tx.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findDecisionOf(tx: Tx, submissionId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('decisions').select('id').where('submission_id', '=', submissionId).executeTakeFirst()
  return row?.id
}

/** The newest decision of a unit, which the next is chained to; nobody else can add one before this transaction ends. */
export async function holdNewestDecision(tx: Tx, unitId: string): Promise<{ number: number; hash: string } | undefined> {
  const [newest] = await heldNewest(tx, { unitId })
  return newest
}

const heldNewest = prepared(['unitId'], ({ unitId }: { readonly unitId: string }) =>
  writer.selectFrom(sql<{ number: number; hash: string }>`hold_decisions(${unitId})`.as('newest')).select(['newest.number', 'newest.hash']))

/** The earlier decisions that the decision on a submission was made with. */
export async function findHistoryDecidedWith(tx: Tx, submissionId: string): Promise<Pick<HouseholdInput, 'history' | 'history_from'>> {
  const row = await tx
    .selectFrom('decisions')
    .select([sql<HouseholdInput['history'] | null>`input -> 'history'`.as('history'), sql<string | null>`input ->> 'history_from'`.as('history_from')])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  return { ...(row?.history && { history: row.history }), ...(row?.history_from && { history_from: row.history_from }) }
}

export async function findDecisionByNumber(tx: Tx, unitId: string, number: number): Promise<{ hash: string } | undefined> {
  return tx.selectFrom('decisions').select('hash').where('unit_id', '=', unitId).where('number', '=', number).executeTakeFirst()
}

export async function insertDecision(tx: Tx, decision: Insertable<DecisionTable>): Promise<string> {
  const [inserted] = await insertion(tx, decision)
  if (inserted === undefined) throw new Error('The decision was not inserted')
  return inserted.id
}

const insertion = prepared(
  ['submission_id', 'unit_id', 'number', 'programme', 'law_at', 'facts_at', 'unit_at', 'input', 'rules', 'layers', 'semantics', 'previous_hash', 'hash', 'decided_at', 'decided_by'],
  (decision: Insertable<DecisionTable>) => writer.insertInto('decisions').values(decision).returning('id'),
)
