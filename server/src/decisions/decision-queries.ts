import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { DecisionTable } from './decision-table.ts'

export type DecisionRow = Selectable<DecisionTable>

export async function findDecision(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  return tx.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findDecisionOf(tx: Tx, submissionId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('decisions').select('id').where('submission_id', '=', submissionId).executeTakeFirst()
  return row?.id
}

/** The newest decision of a unit, which the next is chained to. */
export async function findNewestDecision(tx: Tx, unitId: string): Promise<{ number: number; hash: string } | undefined> {
  return tx.selectFrom('decisions').select(['number', 'hash']).where('unit_id', '=', unitId).orderBy('number', 'desc').limit(1).executeTakeFirst()
}

export async function findDecisionByNumber(tx: Tx, unitId: string, number: number): Promise<{ hash: string } | undefined> {
  return tx.selectFrom('decisions').select('hash').where('unit_id', '=', unitId).where('number', '=', number).executeTakeFirst()
}

export async function insertDecision(tx: Tx, decision: Insertable<DecisionTable>): Promise<string> {
  const { id } = await tx.insertInto('decisions').values(decision).returning('id').executeTakeFirstOrThrow()
  return id
}
