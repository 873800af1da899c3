import { sql, type Kysely } from 'kysely'

/** The schema as text, the same on every kind and version of database: what `migrations/schema.txt` holds. */
export async function dumpSchema<T>(db: Kysely<T>): Promise<string> {
  const parts = [columns, constraints, indexes, policies, triggers, functions, grants]
  const lines: string[] = []
  for (const part of parts) {
    const { rows } = await part.execute(db)
    lines.push(...rows.map((row) => row.line))
  }
  return `${lines.join('\n')}\n`
}

const ours = sql`n.nspname = 'public' and c.relname not like 'kysely_%'`

const columns = sql<{ line: string }>`
  select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' identity' when a.atthasdef then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${ours} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const constraints = sql<{ line: string }>`
  select format('constraint %s.%s %s', c.relname, x.conname, pg_get_constraintdef(x.oid)) as line
  from pg_constraint x join pg_class c on c.oid = x.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and x.contype <> 'n' order by c.relname, x.conname`

const indexes = sql<{ line: string }>`
  select format('index %s', pg_get_indexdef(i.indexrelid)) as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not exists (select from pg_constraint x where x.conindid = i.indexrelid and x.contype in ('p', 'u'))
  order by 1`

const policies = sql<{ line: string }>`
  select format('policy %s.%s for %s to %s using %s check %s', tablename, policyname, cmd, array_to_string(roles, ','),
    coalesce(regexp_replace(qual, '\\s+', ' ', 'g'), '-'), coalesce(regexp_replace(with_check, '\\s+', ' ', 'g'), '-')) as line
  from pg_policies where schemaname = 'public' order by tablename, policyname`

const triggers = sql<{ line: string }>`
  select format('trigger %s', pg_get_triggerdef(t.oid)) as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not t.tgisinternal order by 1`

const functions = sql<{ line: string }>`
  select format('function %s %s%s', p.proname, array_to_string(p.proconfig, ' ') || ' ', regexp_replace(p.prosrc, '\\s+', ' ', 'g')) as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by p.proname`

const grants = sql<{ line: string }>`
  select format('grant %s.%s %s', table_name, column_name, string_agg(privilege_type, ',' order by privilege_type)) as line
  from information_schema.column_privileges where grantee = 'app_user' and table_schema = 'public'
  group by table_name, column_name order by table_name, column_name`
