import type { Tx } from '../plugins/database.ts'
import { writeScope } from '../policies/policy-queries.ts'
import type { Scope } from '@tieuchi/runtime'
import type { DecisionRow } from '../decisions/decision-queries.ts'

/** Decisions of some programmes by the law of some days. */
export interface DecisionSpan {
  readonly programmes: readonly string[]
  readonly from: string
  /** Absent: without end. */
  readonly to: string | undefined
}

const within = (tx: Tx, { programmes, from, to }: DecisionSpan) => {
  const begun = tx.selectFrom('decisions').where('programme', 'in', [...programmes]).where('law_at', '>=', from)
  return to === undefined ? begun : begun.where('law_at', '<=', to)
}

/** How many there are in the reader's area, and the newest: as decisions are only added, the two tell whether any came. */
export async function countDecisions(tx: Tx, span: DecisionSpan): Promise<{ readonly count: number; readonly newest: string | undefined }> {
  const { count, newest } = await within(tx, span).select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('decided_at').as('newest')]).executeTakeFirstOrThrow()
  return { count: Number(count), newest: newest?.toISOString() }
}

/** The next of them in the order of units and their chains, behind the last one seen. */
export async function listDecisionsBehind(tx: Tx, span: DecisionSpan, last: Pick<DecisionRow, 'unit_id' | 'number'> | undefined, limit: number): Promise<DecisionRow[]> {
  const ordered = within(tx, span).selectAll().orderBy('unit_id').orderBy('number').limit(limit)
  if (last === undefined) return ordered.execute()
  return ordered.where(({ eb, or, and }) => or([eb('unit_id', '>', last.unit_id), and([eb('unit_id', '=', last.unit_id), eb('number', '>', last.number)])])).execute()
}

/** Whose household some submissions were. */
export async function listHouseholdsOf(tx: Tx, submissions: readonly string[]): Promise<ReadonlyMap<string, { readonly household: string; readonly label: string }>> {
  if (submissions.length === 0) return new Map()
  const rows = await tx.selectFrom('submissions').select(['id', 'household_id', 'label']).where('id', 'in', [...submissions]).execute()
  return new Map(rows.map(({ id, household_id: household, label }) => [id, { household, label }]))
}

/** Hashes of everything ever kept of a programme for a scope. */
export async function listHashesOf(tx: Tx, programme: string, scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('releases').select('hash').where('programme', '=', programme).where('scope', '=', writeScope(scope)).execute()
  return new Set(rows.map(({ hash }) => hash))
}
