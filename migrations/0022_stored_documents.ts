import { sql, type Kysely } from 'kysely'

/** What storing the documents of a submission and its decision costs the database, which is most of what sending costs it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await compressFaster(db)
  await keepPlans(db)
}

/**
 * Documents above two kilobytes are stored compressed; lz4 takes a third off the time to insert a decision. Only servers built with it
 * know it, and only the owner of a database may choose it: elsewhere everything stays as it was. Both can be read whatever is set.
 */
async function compressFaster(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      execute format('alter database %I set default_toast_compression = lz4', current_database());
    exception when invalid_parameter_value or insufficient_privilege then null;
    end $$`.execute(db)
}

/** A function in SQL that cannot be written into its caller is planned anew at each call; of one in PL/pgSQL a session keeps the plan. */
async function keepPlans(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function said_of(outcomes jsonb) returns jsonb language plpgsql immutable as $$ begin
      return (
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o -> 'id', 'state', o -> 'state', 'value', o -> 'value')) order by n), '[]')
        from jsonb_array_elements(outcomes) with ordinality as x(o, n)
      );
    end $$;
    create or replace function recorded_of(layers jsonb) returns jsonb language plpgsql immutable as $$ begin
      return (
        select coalesce(jsonb_object_agg(layer, jsonb_build_object(
          'outcomes', said_of(result -> 'outcomes'),
          'member_outcomes', (select coalesce(jsonb_object_agg(member, said_of(own)), '{}') from jsonb_each(result -> 'member_outcomes') as m(member, own))
        )), '{}')
        from jsonb_each(layers) as l(layer, result)
      );
    end $$;
  `.execute(db)
}
