import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachDatabase, openMigrated } from '../support/databases.ts'

const source = fileURLToPath(new URL('../../server/src/', import.meta.url))

interface Column {
  readonly name: string
  readonly nullable: boolean
}

/** Column names of an interface with whether each may be null, those of the interfaces it extends among them. */
function readInterfaces(files: readonly string[]): Map<string, { readonly parent: string | undefined; readonly columns: readonly Column[] }> {
  const declarations = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/interface (\w+)(?: extends (\w+))? \{\n([\s\S]*?)\n\}/g)])
  return new Map(declarations.map(([, name = '', parent, body = '']) => [name, { parent, columns: readColumns(body) }]))
}

const readColumns = (body: string): Column[] =>
  [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name = '', type = '']) => ({ name, nullable: type.endsWith(' | null') }))

function readTables(): Record<string, Column[]> {
  const interfaces = readInterfaces(globSync('*/*-table.ts', { cwd: source }).map((file) => source + file))
  const columnsOf = (name: string): Column[] => {
    const found = interfaces.get(name)
    return found ? [...(found.parent ? columnsOf(found.parent) : []), ...found.columns] : []
  }
  const tables = readFileSync(`${source}plugins/database-tables.ts`, 'utf8').matchAll(/^ {2}(\w+): (\w+Table)$/gm)
  return Object.fromEntries([...tables].map(([, table = '', name = '']) => [table, columnsOf(name).toSorted(byName)]))
}

const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1)

onEachDatabase('Table interfaces', (kind) => {
  it('say what the database has, column by column', async () => {
    const database = await openMigrated(kind)
    const { rows } = await sql<Column & { table: string }>`
      select table_name as table, column_name as name, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'public' and table_name not like 'kysely_%'`.execute(database.db)
    await database.close()
    const found = Map.groupBy(rows, (row) => row.table)
    const stored = [...found].map(([table, columns]) => [table, columns.map(({ name, nullable }) => ({ name, nullable })).toSorted(byName)] as const)
    expect(readTables()).toEqual(Object.fromEntries(stored))
  })
})
