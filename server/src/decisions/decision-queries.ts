import type { HouseholdInput, Moment } from '@tieuchi/runtime'
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { prepared, writer } from '../plugins/database-prepared.ts'
import type { DecisionSummary } from './decision-summary.ts'
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

/** A decision on its way into the database, which finds its place in the chain. */
export interface DecisionValues extends Moment, DecisionSummary {
  readonly decision_id: string
  readonly submission_id: string
  readonly programme: string
  readonly decided_rules: string
  readonly semantics: number
  readonly decided_at: Date
  readonly decided_by: string
  readonly input: string
  readonly layers: string
  /** What is hashed beside all this, see `piecesAround`. */
  readonly opening: string
  readonly middle: string
  readonly closing: string
}

/** The names of the values, for a statement that is prepared. */
export const namesOfDecision = [
  'decision_id', 'submission_id', 'programme', 'law_at', 'facts_at', 'unit_at', 'decided_rules', 'semantics', 'decided_at', 'decided_by', 'input', 'layers', 'outcomes', 'recorded', 'result', 'result_list', 'opening', 'middle', 'closing',
] as const satisfies readonly (keyof DecisionValues)[]

/**
 * The part of a statement that stores a decision at the end of the chain of a unit, where what is called `recorded` has a row; where it has none the
 * statement fails. Others of the unit wait from here until all is stored, so everything else comes before.
 */
export const storingDecision = (unit: string, decision: DecisionValues): RawBuilder<unknown> => sql`
  insert into decisions (id, submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, previous_hash, hash, decided_at, decided_by, outcomes, recorded, result, result_list)
  select ${decision.decision_id}::uuid, ${decision.submission_id}::uuid, content.unit, place.number, ${decision.programme}, ${decision.law_at}::date, ${decision.facts_at}::date, ${decision.unit_at}::date,
    content.input::json, ${decision.decided_rules}::jsonb, content.layers::json, ${decision.semantics}::integer, place.previous_hash, place.hash, ${decision.decided_at}::timestamptz, ${decision.decided_by}::uuid,
    ${decision.outcomes}::jsonb, ${decision.recorded}::jsonb, ${decision.result}::text, ${decision.result_list}::text
  from (select ${unit}::text as unit, ${decision.input}::text as input, ${decision.layers}::text as layers from (select) this left join recorded on true where demand_unmoved(recorded.so)) content
  cross join lateral end_of_chain(content.unit, ${decision.opening}::text || content.input || ',"layers":' || content.layers || ${decision.middle}::text, ${decision.closing}::text) place
  returning true`
