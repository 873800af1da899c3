import type { Layer } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { OutcomeSummary } from '../submissions/submission-schema.ts'
import type { Sql } from '../sql-plan/day-sql.ts'
import type { CountedRow, StatementRow } from './report-statement-sql.ts'

/** What a statement finds. Translating its many expressions to machine code takes longer than it saves. */
export async function listFigures(tx: Tx, statement: Sql): Promise<readonly StatementRow[]> {
  await sql`set local jit = off`.execute(tx)
  const { rows } = await sql<StatementRow>`${statement}`.execute(tx)
  return rows
}

/** Households that a statement finds, with what each adds. */
export async function listCountedRows(tx: Tx, statement: Sql): Promise<readonly CountedRow[]> {
  await sql`set local jit = off`.execute(tx)
  const { rows } = await sql<CountedRow>`${statement}`.execute(tx)
  return rows
}

/** A household as its reader may see it, with what was decided on it. */
export interface SeenHousehold {
  readonly id: string
  readonly label: string
  readonly place: string | null
}

/** Of some households those the reader sees. */
export async function listSeen(tx: Tx, ids: readonly string[]): Promise<readonly SeenHousehold[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('households').select(['id', 'label', 'place']).where('id', 'in', [...ids]).execute()
}

/** The decision of a programme in force on a day, by household. */
export interface DecisionInForce {
  readonly household: string
  readonly submission: string
  readonly facts_at: string
  readonly outcomes: readonly OutcomeSummary[]
}

interface InForceAsked {
  readonly programme: string
  readonly day: string
  readonly layer: Layer
  /** As it was known at this moment; as it is known now unless said. */
  readonly known: Date | undefined
}

/** What was decided in a layer; nationally where nothing local was in force. */
const outcomesIn = (layer: Layer) => sql<readonly OutcomeSummary[]>`(
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value', 'list', o -> 'list')) order by n), '[]')
  from json_array_elements(coalesce(decisions.layers -> ${layer}::text, decisions.layers -> 'national') -> 'outcomes') with ordinality as x(o, n))`

/** What a programme had decided on some households for a day or an earlier one, as far as the reader sees it. */
export async function listInForce(tx: Tx, ids: readonly string[], { programme, day, layer, known }: InForceAsked): Promise<readonly DecisionInForce[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('decisions')
    .innerJoin('submissions', 'submissions.id', 'decisions.submission_id')
    .distinctOn('submissions.household_id')
    .select(['submissions.household_id as household', 'decisions.submission_id as submission', 'decisions.facts_at', outcomesIn(layer).as('outcomes')])
    .where('submissions.household_id', 'in', [...ids])
    .where('decisions.programme', '=', programme)
    .where('decisions.facts_at', '<=', day)
    .$if(known !== undefined, (query) => query.where('decisions.decided_at', '<=', known ?? null))
    .orderBy('submissions.household_id')
    .orderBy('decisions.facts_at', 'desc')
    .orderBy('decisions.decided_at', 'desc')
    .execute()
}
