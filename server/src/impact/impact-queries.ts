import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { NotedGroup } from './judging/noted-groups.ts'
import type { FoundFlow, FoundPart, ImpactPlan, JudgedRegister } from './found.ts'
import type { ImpactPartTable, ImpactRunTable } from './impact-table.ts'
import { standingKey } from './standing.ts'

export type ImpactRow = Selectable<ImpactRunTable>
export type ImpactPartRow = Selectable<ImpactPartTable>

export interface NamedImpactRow extends ImpactRow {
  readonly created_by_name: string
  readonly area_name: string
  readonly parts: number
  readonly parts_done: number
}

const named = (tx: Tx) =>
  tx
    .selectFrom('impact_runs')
    .innerJoin('people', 'people.id', 'impact_runs.created_by')
    .selectAll('impact_runs')
    .select(({ selectFrom }) => [
      'people.name as created_by_name',
      sql<string>`(select name from unit_spells where unit_id = impact_runs.area order by position desc limit 1)`.as('area_name'),
      selectFrom('impact_parts').whereRef('run_id', '=', 'impact_runs.id').select(sql<number>`count(*)::integer`.as('parts')).$asScalar().$notNull().as('parts'),
      selectFrom('impact_parts').whereRef('run_id', '=', 'impact_runs.id').select(sql<number>`count(done_at)::integer`.as('done')).$asScalar().$notNull().as('parts_done'),
    ])

export async function insertRun(tx: Tx, run: Insertable<ImpactRunTable>): Promise<string> {
  const { id } = await tx.insertInto('impact_runs').values(run).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findRun(tx: Tx, id: string): Promise<NamedImpactRow | undefined> {
  return named(tx).where('impact_runs.id', '=', id).executeTakeFirst()
}

/** The newest first. */
export async function listRuns(tx: Tx, { draft, programme }: { readonly draft?: string; readonly programme?: string }, most: number): Promise<NamedImpactRow[]> {
  const runs = draft === undefined ? named(tx) : named(tx).where('impact_runs.draft_id', '=', draft)
  return (programme === undefined ? runs : runs.where('impact_runs.programme', '=', programme)).orderBy('impact_runs.created_at', 'desc').limit(most).execute()
}

/** The newest finished run of a draft by the very rules it has now. */
export async function findFinished(tx: Tx, draft: string, logic: string): Promise<NamedImpactRow | undefined> {
  return named(tx).where('impact_runs.draft_id', '=', draft).where('impact_runs.after_logic', '=', logic).where('impact_runs.state', '=', 'done').orderBy('impact_runs.created_at', 'desc').limit(1).executeTakeFirst()
}

/** A run of the same question that has not ended. */
export async function findUnfinished(tx: Tx, question: string): Promise<string | undefined> {
  const row = await tx.selectFrom('impact_runs').select('id').where('question', '=', question).where('state', 'in', ['waiting', 'running']).executeTakeFirst()
  return row?.id
}

export async function insertPart(tx: Tx, part: Insertable<ImpactPartTable>): Promise<void> {
  await tx.insertInto('impact_parts').values(part).execute()
}

export async function listParts(tx: Tx, run: string): Promise<ImpactPartRow[]> {
  return tx.selectFrom('impact_parts').selectAll().where('run_id', '=', run).orderBy('part').execute()
}

/** The run, which nobody else changes before this transaction ends. */
export async function holdRun(tx: Tx, id: string): Promise<ImpactRow | undefined> {
  return tx.selectFrom('impact_runs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Notes that somebody works on it. */
export async function beginRun(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('impact_runs').set({ state: 'running' }).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export async function writeFlow(tx: Tx, id: string, { plan, flow, register }: { readonly plan: ImpactPlan; readonly flow: FoundFlow; readonly register: JudgedRegister }): Promise<void> {
  await tx.updateTable('impact_runs').set({ plan: JSON.stringify(plan), flow: JSON.stringify(flow), register: JSON.stringify(register) }).where('id', '=', id).execute()
}

export async function endRun(tx: Tx, id: string, end: Pick<ImpactRow, 'state' | 'finished_at'> & { readonly failure?: string; readonly register?: JudgedRegister }): Promise<void> {
  const { state, finished_at, failure, register } = end
  await tx.updateTable('impact_runs').set({ state, finished_at, ...(failure !== undefined && { failure }), ...(register && { register: JSON.stringify(register) }) }).where('id', '=', id).execute()
}

export async function endPart(tx: Tx, { run, part, found, at, by }: { readonly run: string; readonly part: number; readonly found?: FoundPart; readonly at: Date; readonly by: string }): Promise<void> {
  await tx.updateTable('impact_parts').set({ done_at: at, done_by: by, ...(found && { found: JSON.stringify(found) }) }).where('run_id', '=', run).where('part', '=', part).execute()
}

/** Keeps whom a part tells of, in place of what it told before. */
export async function replaceGroups(tx: Tx, run: string, part: number, groups: readonly NotedGroup[]): Promise<void> {
  await tx.deleteFrom('impact_groups').where('run_id', '=', run).where('part', '=', part).execute()
  for (const [number, { unit, before, after, changed, reasons, lines, households }] of groups.entries()) {
    await tx.insertInto('impact_groups').values({
      run_id: run, part, number, unit_id: unit, before: standingKey(before), after: standingKey(after), changed, undetermined: after.state === 'undetermined',
      reasons: JSON.stringify(reasons), lines: JSON.stringify(lines), households: [...households],
    }).execute()
  }
}

/** The unit and every unit below it, those that ended among them. */
export async function listArea(tx: Tx, root: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select unit_subtree(${root}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** For each unit of an area the part of the area it belongs to, by the tree of a day; the area itself where it has no parts. */
export async function listAreaParts(tx: Tx, area: string, at: string): Promise<Map<string, { readonly id: string; readonly name: string }>> {
  const holds = sql`(s.valid_from is null or s.valid_from <= ${at}) and (s.valid_to is null or s.valid_to >= ${at})`
  const { rows } = await sql<{ unit: string; id: string; name: string }>`
    with recursive below as (
      select s.unit_id as unit, s.unit_id as id, s.name from unit_spells s where s.parent_id = ${area} and ${holds}
      union
      select s.unit_id, below.id, below.name from unit_spells s join below on s.parent_id = below.unit where ${holds}
    )
    select unit, id, name from below`.execute(tx)
  return new Map(rows.map(({ unit, id, name }) => [unit, { id, name }]))
}
