import { sql, type Kysely } from 'kysely'

/** Administrative units as dated data: codes, names, parents and attributes have spells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table units (
      id text primary key,
      hash text not null
    );

    create table unit_spells (
      unit_id text not null references units,
      position integer not null,
      valid_from date,
      valid_to date,
      code text not null,
      name text not null,
      kind text not null check (kind in ('province', 'district', 'commune', 'village')),
      parent_id text references units,
      primary key (unit_id, position),
      constraint unit_spells_period check (valid_from <= valid_to)
    );
    create index unit_spells_of_code on unit_spells (code);
    create index unit_spells_of_parent on unit_spells (parent_id);

    create table unit_attributes (
      unit_id text not null references units,
      attribute text not null,
      position integer not null,
      valid_from date,
      valid_to date,
      value jsonb not null,
      primary key (unit_id, attribute, position),
      constraint unit_attributes_period check (valid_from <= valid_to)
    );
  `.execute(db)
}
