import { sql, type RawBuilder } from 'kysely'

export type Sql = RawBuilder<unknown>

const yearPlaces = sql.lit(12 * 32)
const daysPlaces = sql.lit(32)

/** The day code (see `dayCode`) of a date column; none where there is no date. */
export const codeOfDate = (date: Sql): Sql =>
  sql`(extract(year from ${date}) * ${yearPlaces} + (extract(month from ${date}) - 1) * ${daysPlaces} + extract(day from ${date}))::float8`

const part = (text: Sql, from: number, length: number): Sql => sql`nullif(substr(${text}, ${sql.lit(from)}, ${sql.lit(length)}), '')::integer`

const lastOfMonth = (text: Sql): Sql => sql`extract(day from make_date(${part(text, 1, 4)}, ${part(text, 6, 2)}, 1) + interval '1 month - 1 day')`

/** The first and last day code of a text that is a year, a month or a day, as it was checked when it was entered. */
export const codesOfText = (text: Sql): { readonly from: Sql; readonly to: Sql } => {
  const code = (month: Sql, day: Sql): Sql => sql`(${part(text, 1, 4)} * ${yearPlaces} + (${month} - 1) * ${daysPlaces} + ${day})::float8`
  return {
    from: code(sql`coalesce(${part(text, 6, 2)}, 1)`, sql`coalesce(${part(text, 9, 2)}, 1)`),
    to: code(sql`coalesce(${part(text, 6, 2)}, 12)`, sql`case length(${text}) when 10 then ${part(text, 9, 2)} when 7 then ${lastOfMonth(text)} else 31 end`),
  }
}
