import { randomBytes, randomUUID } from 'node:crypto'
import type { Answers, CommonDocument, HouseholdInput, UnitDocument } from '@tieuchi/runtime'
import { migrate } from '@tieuchi/migrations'
import { insertSynthetic, type SyntheticHousehold } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem, openServerDatabase, type Database } from '@tieuchi/server/plugins/database.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { startLastingPostgres, type StartedServer } from '../../support/postgres-server.ts'
import { NotMeasurable } from '../part.ts'
import { regions } from './sheet-questions.ts'

const serverOfTheMachine = async (): Promise<StartedServer> => {
  const given = process.env['DATABASE_URL']
  const server = given ? { url: given, socketUrl: given, stop: () => Promise.resolve() } : await startLastingPostgres()
  if (!server) throw new NotMeasurable('no PostgreSQL: set DATABASE_URL, or install its server programs')
  return server
}

const administer = async (connectionString: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** A database of its own on a PostgreSQL server, by its address. */
export interface BenchDatabase extends Database {
  readonly url: string
}

/** An empty database of its own with the present schema; closing it drops it. */
export const openBenchDatabase = async (): Promise<BenchDatabase> => {
  const server = await serverOfTheMachine()
  const name = `bench_${randomBytes(8).toString('hex')}`
  await administer(server.url, `create database ${name}`)
  const url = new URL(server.socketUrl)
  url.pathname = `/${name}`
  const database = openServerDatabase(url.href, 5)
  await migrate(database.db)
  return {
    ...database,
    url: url.href,
    close: async () => {
      await database.close()
      await administer(server.url, `drop database ${name} with (force)`)
      await server.stop()
    },
  }
}

const unitId = ({ region }: Answers): string => String(region).replaceAll('_', '-')

/** One unit for each region of the sheet, with the attributes of its households. */
const benchUnits: readonly UnitDocument[] = [
  { id: 'bench', spells: [{ code: '00', name: 'Tỉnh thử tải', kind: 'province' }], attributes: {} },
  ...regions.map((region, index): UnitDocument => ({
    id: unitId({ region }),
    spells: [{ code: `000${index + 1}`, name: `Xã thử tải ${index + 1}`, kind: 'commune', parent: 'bench' }],
    attributes: { region: [{ value: region }], area_type: [{ value: region === 'urban_area' ? 'urban' : 'rural' }] },
  })),
]

const rowOf = (common: CommonDocument, { household = {}, members = [], unit = {} }: HouseholdInput): SyntheticHousehold =>
  ({ id: randomUUID(), unit_id: unitId(unit), ...identify(common, { household, members }), answers: household, members })

const householdsTogether = 1000

/** Fills the register with households; answers their ids, in order. */
export const sowRegister = async ({ db }: Database, common: CommonDocument, inputs: Iterable<HouseholdInput>): Promise<readonly string[]> => {
  const rows = Array.from(inputs, (input) => rowOf(common, input))
  await asSystem(db, (tx) => loadUnits(tx, benchUnits))
  for (let start = 0; start < rows.length; start += householdsTogether) {
    await asSystem(db, (tx) => insertSynthetic(tx, rows.slice(start, start + householdsTogether), new Date()))
  }
  return rows.map(({ id }) => id)
}

/** Copies households so many times under other ids. */
export const copyHouseholds = async ({ db }: Database, originals: readonly string[], copies: number): Promise<void> => {
  await sql`create table copied as select original, gen_random_uuid() as id from unnest(${[...originals]}::uuid[]) as original, generate_series(1, ${copies})`.execute(db)
  await sql`
    insert into households (id, unit_id, label, search_text, search_members, search_numbers, place, member_count, synthetic)
    select c.id, unit_id, label, search_text, search_members, search_numbers, place, member_count, true from copied c join households h on h.id = c.original`.execute(db)
  await sql`
    insert into household_spells (household_id, unit_id, answers, recorded_at)
    select c.id, unit_id, answers, recorded_at from copied c join household_spells s on s.household_id = c.original`.execute(db)
  await sql`
    insert into member_spells (household_id, unit_id, member_id, position, answers, recorded_at)
    select c.id, unit_id, member_id, position, answers, recorded_at from copied c join member_spells m on m.household_id = c.original`.execute(db)
  await sql`drop table copied`.execute(db)
  await sql`vacuum analyze`.execute(db)
}
