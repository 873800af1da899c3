import type { Residence } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { PlanSource } from '../sql-plan/plan-source.ts'
import { findRegister, holdingThen, type RegisterState } from '../sql-plan/register-source-sql.ts'

const where = (residence: Residence) => sql.lit(residence)

/** Households of the register at one end of a period, each with where it is at the other, under the name `field`. */
export async function reportSource(tx: Tx, state: RegisterState, otherDay: string, field: string): Promise<PlanSource> {
  const source = await findRegister(tx, state)
  const other = sql`select o.household_id, o.unit_id from household_spells o where ${holdingThen(sql`o`, { ...state, day: otherDay })}`
  return {
    ...source,
    households: sql`
      select h.id, h.unit_id, h.unit, h.complete, h.history_asked, h.history_from, h.entries,
        h.household || jsonb_build_object(${field}::text, case when o.unit_id is null then ${where('none')} when o.unit_id = h.unit_id then ${where('same')} else ${where('elsewhere')} end) as household
      from (${source.households}) h left join (${other}) o on o.household_id = h.id`,
  }
}
