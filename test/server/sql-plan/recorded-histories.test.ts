import { fileURLToPath } from 'node:url'
import { assemble, type DecisionsRead, type HistoryEntry } from '@tieuchi/runtime'
import { recordedHistory, standingDecisions } from '@tieuchi/server/known-households/recorded-history.ts'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { registerSource } from '@tieuchi/server/sql-plan/register-source-sql.ts'
import { readSourceInputs } from '@tieuchi/server/sql-plan/source-inputs-sql.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assembledPacks } from '../../support/assembled-packs.ts'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { randomRegisters, recordedAt, writeRegister, type RandomHousehold, type RandomRegister } from '../../support/random-registers.ts'
import { householdsBesideThresholds } from '../../support/threshold-households.ts'

const dogs = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': dogReleases[1].release } })

/** With outcomes of members and of both layers besides those of the household. */
const withMembers = fc.record({ layer: fc.constantFrom('national' as const, 'local' as const), member: fc.constantFrom('a', 'b'), value: fc.constantFrom('granted', 'refused', undefined) })

const widened = ({ households, ...register }: RandomRegister, seed: number): RandomRegister => {
  const drawn = fc.sample(withMembers, { numRuns: households.flatMap(({ decisions }) => decisions).length, seed })
  return {
    ...register,
    households: households.map((household) => ({
      ...household,
      decisions: household.decisions.map((decision) => {
        const { layer, member, value } = drawn.pop() ?? { layer: 'national' as const, member: 'a', value: undefined }
        const { outcomes = [] } = decision.layers.national ?? {}
        const own = { id: 'licence', state: value === undefined ? 'undetermined' as const : 'determined' as const, ...(value !== undefined && { value }) }
        return { ...decision, layers: { ...decision.layers, [layer]: { outcomes, member_outcomes: { [member]: [own] } } } }
      }),
    })),
  }
}

const inOrder = (history: readonly HistoryEntry[]): readonly string[] => history.map((entry) => JSON.stringify(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()

const expected = ({ decisions }: RandomHousehold, known: Date, read: DecisionsRead): Partial<Told> => {
  const { history, history_from: from } = recordedHistory(standingDecisions(decisions.filter((each) => each.decided_at <= known && read.programmes.has(each.programme))), read)
  return { ...(history && { history: inOrder(history) }), ...(from !== undefined && { from }) }
}

interface Told {
  readonly history: readonly string[]
  readonly from: string
}

onEachDatabase('Recorded histories', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await openMigrated(kind)
    await sql`insert into programmes (id, document) values ('dog-licence', '{}'), ('poverty', '{}')`.execute(database.db)
  })
  afterAll(() => database.close())

  const tell = async (units: readonly string[], known: Date, read: DecisionsRead): Promise<ReadonlyMap<string, Partial<Told>>> => {
    const source = registerSource({ day: '2026-06-15', known, attributes: new Map(), units, read })
    const inputs = await asSystem(database.db, (tx) => readSourceInputs(tx, source, { after: undefined, most: 100_000 }))
    return new Map(inputs.map(({ id, input: { history, history_from: from } }) => [id, { ...(history && { history: inOrder(history) }), ...(from !== undefined && { from }) }]))
  }

  it.each([1, 7, Infinity])('tell what the decisions tell, at every moment, whatever the order they were recorded in: %d at a time', async (together) => {
    const poverty = assembledPacks(readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))).find(({ release }) => release.programme === 'poverty' && release.title.vi.includes('2026'))
    if (!poverty) throw new Error('The packs have no poverty of 2026')
    const registers = fc.sample(randomRegisters(householdsBesideThresholds(dogs, '2026-06-01'), [dogs, poverty.assembly]), { numRuns: 6, seed: 20_261_127 + Math.min(together, 100) })
    const register = widened({ units: new Map(registers.flatMap(({ units }) => [...units])), households: registers.flatMap(({ households }) => households) }, 5)
    await writeRegister(database, register, together)
    const read: DecisionsRead = { outcomes: new Set(['dog-licence.licence', 'poverty.class', 'poverty.deprived_indicators']), programmes: new Set(['dog-licence', 'poverty']) }
    let entries = 0
    for (const reading of [read, { outcomes: new Set(['dog-licence.licence']), programmes: new Set(['dog-licence']) }]) {
      for (const moment of register.households.flatMap(({ decisions }) => decisions.map((each) => each.decided_at)).slice(0, 12).concat(recordedAt.map((each) => new Date(each)), new Date('2030-01-01'))) {
        const told = await tell([...register.units.keys()], moment, reading)
        for (const household of register.households.filter(({ id }) => told.has(id))) {
          expect([moment, household.id, told.get(household.id)]).toEqual([moment, household.id, expected(household, moment, reading)])
          entries += told.get(household.id)?.history?.length ?? 0
        }
      }
    }
    expect(entries).toBeGreaterThan(500)
  })
})
