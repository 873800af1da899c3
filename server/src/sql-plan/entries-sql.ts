import type { Recorded } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { codeOfDate, type Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'

/** From which day code the history of the household `h` is complete: an infinity where nobody asked, or where it is wholly. */
export const sinceSql: Sql = sql`case when not h.history_asked then 'infinity'::float8 else coalesce(${codeOfDate(sql`h.history_from`)}, '-infinity') end`

const endOfTime = sql`date '9999-12-31'`

/** A decision says in a layer what it recorded there; one made where nothing local was in force says locally what it says nationally. */
const saysIn = (layer: Recorded['layer'] = 'national', source: PlanSource): Sql =>
  layer === 'national'
    ? sql`d.layer = 'national'`
    : sql`(d.layer = 'local' or not exists (
        select from (${source.history}) o
        where o.layer = 'local' and o.programme = d.programme and o.outcome = d.outcome and o.member is not distinct from d.member
          and o.first_day = d.first_day and o.decided_on is not distinct from d.decided_on))`

/**
 * Earlier decisions on an outcome as seen from the household `h`, or from its member `m`, and one for those that nobody listed: `ord`, from the
 * latest; `listed`; `value`; `standard`; and as day codes the ends of the first day, the last day and the day of the decision: `from1`, `to1`,
 * `from2`, `to2`, `from3`, `to3`. All that nobody listed had ended before the history is complete, and stand where they would.
 */
export const entriesSql = (source: PlanSource, { outcome, layer }: Recorded, of: 'household' | 'member'): Sql => {
  const [programme, name] = outcome.split('.')
  const whose = of === 'household' ? sql`d.member is null` : sql`(d.member is null or d.member = m.id)`
  const [first, last, decided] = [sql`d.first_day`, sql`coalesce(d.last_day, ${endOfTime})`, sql`d.decided_on`].map(codeOfDate)
  const before = sql`coalesce(${codeOfDate(sql`(h.history_from - 1)`)}, 'infinity')`
  return sql`
    select row_number() over (order by late, day desc, decided desc nulls last, place) as ord, listed, value, standard, from1, to1, from2, to2, from3, to3
    from (
      select case when d.first_day < h.history_from then 2 else 0 end as late, d.first_day as day, d.decided_on as decided, d.place, true as listed, d.value, d.standard,
        ${first} as from1, ${first} as to1, ${last} as from2, ${last} as to2, coalesce(${decided}, '-infinity') as from3, coalesce(${decided}, 'infinity') as to3
      from (${source.history}) d
      where h.history_asked and d.programme = ${programme}::text and d.outcome = ${name}::text and ${whose} and ${saysIn(layer, source)}
      union all
      select 1, null, null, null, false, null, null, '-infinity', ${before}, '-infinity', ${before}, '-infinity', 'infinity'
      where not h.history_asked or h.history_from is not null
    ) all_of_them`
}
