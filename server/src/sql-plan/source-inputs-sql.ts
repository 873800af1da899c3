import type { Answers, HistoryEntry, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Db, Tx } from '../plugins/database.ts'
import type { Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'

interface SourceRow {
  readonly id: string
  readonly unit_id: string
  readonly household: Answers
  readonly unit: Answers
  readonly complete: boolean
  readonly members: readonly MemberAnswers[]
  readonly history_asked: boolean
  readonly history_from: string | null
  readonly history: readonly HistoryEntry[]
}

/** A household of a source as the interpreter is given it. */
export interface SourceHousehold {
  readonly id: string
  readonly unit: string
  readonly input: HouseholdInput
}

/** Which of a source: these, or the next ones after an id. */
export type Chosen = { readonly ids: readonly string[] } | { readonly after: string | undefined; readonly most: number }

const entry: Sql = sql`jsonb_strip_nulls(jsonb_build_object('programme', d.programme, 'outcome', d.outcome, 'layer', d.layer, 'member', d.member, 'value', d.value, 'standard', d.standard,
  'from', d.first_day, 'to', d.last_day, 'decided_on', d.decided_on))`

const chosenBy = (chosen: Chosen): Sql => {
  if ('ids' in chosen) return sql`where h.id = any(${[...chosen.ids]}::uuid[])`
  return sql`where ${chosen.after === undefined ? sql`true` : sql`h.id > ${chosen.after}::uuid`} order by h.id limit ${chosen.most}`
}

/** What a source tells of some households of the register, as input of the interpreter: the same that statements judge. */
export async function readSourceInputs(db: Db | Tx, { households, members, history }: PlanSource, chosen: Chosen): Promise<readonly SourceHousehold[]> {
  const { rows } = await sql<SourceRow>`
    select h.id, h.unit_id, h.household, h.unit, h.complete, h.history_asked, h.history_from,
      coalesce((select jsonb_agg(m.answers || jsonb_build_object('id', m.id) order by m.ord) from (${members}) m), '[]') as members,
      coalesce((select jsonb_agg(${entry} order by d.first_day, d.decided_on, d.place) from (${history}) d), '[]') as history
    from (${households}) h ${chosenBy(chosen)}`.execute(db)
  return rows.map(({ id, unit_id: unit, history_asked: asked, history_from: from, ...row }) => ({
    id, unit,
    input: {
      household: row.household, unit: row.unit, members: row.members, ...(!row.complete && { members_complete: false }),
      ...(asked && { history: row.history, ...(from !== null && { history_from: from }) }),
    },
  }))
}
