import { sql, type Kysely } from 'kysely'

/**
 * Which units lie below one is asked by every statement of a signed-in person. It is found from the unit downward now, by the index on
 * parents, where all units of the country were put in order before; and its plan is made once in a session, not for each statement.
 * What it answers is the same: the tree of today, a unit that ended standing where it last stood. A plan kept from when the tables
 * were small may never be to read them whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function unit_subtree(root text) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
    declare
      today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
    begin
      return query
        with recursive subtree as (
          select root as unit_id
          union
          select s.unit_id
          from subtree join unit_spells s on s.parent_id = subtree.unit_id
          where (s.valid_from is null or s.valid_from <= today)
            and not exists (
              select from unit_spells later
              where later.unit_id = s.unit_id and later.valid_from <= today and (s.valid_from is null or later.valid_from > s.valid_from)
            )
        )
        select subtree.unit_id from subtree;
    end $$;
  `.execute(db)
}
