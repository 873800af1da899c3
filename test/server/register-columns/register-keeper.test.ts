import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@tieuchi/runtime'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { insertHousehold } from '@tieuchi/server/households/household-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { readRegister, recordAnswers } from '@tieuchi/server/households/household-register.ts'
import { asPerson, asSystem, type Database, type Tx } from '@tieuchi/server/plugins/database.ts'
import { RegisterKeeper } from '@tieuchi/server/register-columns/register-keeper.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { SubmissionAnswers } from '@tieuchi/server/contract'
import { databaseKinds, onEachDatabase, openMigrated } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogUnits } from '../../support/dog-licences.ts'

const asked = { household: new Set(Object.keys(dogCommon.dictionary.properties.household.properties)), members: new Set(Object.keys(dogCommon.dictionary.properties.members.items.properties)) }

const record = (tx: Tx, household_id: string, unit_id: string, answers: SubmissionAnswers, from: string) =>
  recordAnswers(tx, { household_id, unit_id, answers, identity: identify(dogCommon, answers), asked, from, now: new Date() })

/** A household whose answers changed on some days. */
const live = (database: Database, unit: string, spells: Readonly<Record<string, SubmissionAnswers>>): Promise<string> =>
  asSystem(database.db, async (tx) => {
    const id = await insertHousehold(tx, unit, identify(dogCommon, Object.values(spells)[0] ?? { household: {}, members: [] }))
    for (const [from, answers] of Object.entries(spells)) await record(tx, id, unit, answers, from)
    return id
  })

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-columns-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const keeperOf = ({ db }: Database, folder?: string, tell: (line: Text) => void = () => undefined): RegisterKeeper =>
  new RegisterKeeper({ db, common: dogCommon, tell, ...(folder !== undefined && { folder }) })

const read = (keeper: RegisterKeeper, day: string, id: string): Promise<RegisterRow | undefined> => keeper.use({ facts_at: day, unit_at: day }, ({ register }) => Promise.resolve(register.read(id)))

const openIsland = async (kind: Parameters<typeof openMigrated>[0]): Promise<Database> => {
  const database = await openMigrated(kind)
  await asSystem(database.db, (tx) => loadUnits(tx, dogUnits))
  return database
}

onEachDatabase('Columns of the register', (kind) => {
  let database: Database

  beforeAll(async () => {
    database = await openIsland(kind)
  })
  afterAll(() => database.close())

  const days = ['2024-01-01', '2025-03-01', '2025-06-15', '2026-01-01', '2027-01-01']

  it('hold on every day what the register tells of that day', async () => {
    const ids = await Promise.all([
      live(database, 'harbour', { '2025-01-01': dogAnswers('A', 20) }),
      live(database, 'hill', { '2025-01-01': dogAnswers('B', 20), '2025-06-01': { household: { garden_area: 7.5 }, members: [{ id: 'x', part: 'dog', born: '2020' }] } }),
      live(database, 'hill', { '2026-06-01': dogAnswers('C', 1), '2027-01-01': { household: {}, members: [] } }),
      live(database, 'old-harbour', { '2025-03-01': dogAnswers('D', 3), '2025-06-15': dogAnswers('D', 4), '2026-12-31': dogAnswers('D', 5) }),
    ])
    const keeper = keeperOf(database)
    for (const day of [...days, ...days.toReversed()]) {
      for (const id of ids) {
        const { household, members } = await asSystem(database.db, (tx) => readRegister(tx, id, day))
        expect({ day, input: (await read(keeper, day, id))?.input }).toMatchObject({ day, input: { household, members } })
      }
    }
    expect((await read(keeper, '2025-06-15', ids[3]))?.input.unit).toEqual({ zone: 'town' })
    expect((await read(keeper, '2026-01-01', ids[3]))?.input.unit).toEqual({})
  })

  it('hold every household, over however many pages of the database', async () => {
    const remark = 'x'.repeat(1500)
    const rows = Array.from({ length: 700 }, (_row, index) => {
      const { household, members } = dogAnswers(`Chủ ${index}`, index)
      return { id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, { household, members }), answers: { ...household, remark }, members }
    })
    await asSystem(database.db, (tx) => insertSynthetic(tx, rows, new Date()))
    const found = await keeperOf(database).use({ facts_at: '2026-12-01', unit_at: '2026-12-01' }, ({ register }) => Promise.resolve(rows.map(({ id }) => register.read(id)?.input)))
    expect(found).toMatchObject(rows.map(({ members }, index) => ({ household: { garden_area: index }, members })))
  })

  it('leave out a household met in a draft, and one of which nothing is known any more', async () => {
    const answers = dogAnswers('E', 20)
    const met = await asSystem(database.db, (tx) => insertHousehold(tx, 'hill', identify(dogCommon, answers)))
    expect(await read(keeperOf(database), '2026-12-01', met)).toBeUndefined()
  })

  it('follow every change a person records, members who come and go among them', async () => {
    const id = await live(database, 'harbour', { '2026-01-01': dogAnswers('F', 20) })
    const keeper = keeperOf(database)
    expect((await read(keeper, '2026-12-01', id))?.input.household?.['garden_area']).toBe(20)
    const alone = { household: { garden_area: 33 }, members: [{ id: 'keeper', call_name: 'F', part: 'keeper' }] }
    await asPerson(database.db, { unit: { id: 'harbour' } }, (tx) => record(tx, id, 'harbour', alone, '2026-11-01'))
    expect((await read(keeper, '2026-12-01', id))?.input).toMatchObject(alone)
    await asPerson(database.db, { unit: { id: 'harbour' } }, (tx) => record(tx, id, 'harbour', dogAnswers('F', 21), '2026-11-20'))
    expect((await read(keeper, '2026-12-01', id))?.input).toMatchObject(dogAnswers('F', 21))
  })

  it('are read from the file after a restart, and brought up to date', async () => {
    const folder = newFolder()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('G', 20) })
    const before = keeperOf(database, folder)
    await read(before, '2026-12-01', id)
    await asSystem(database.db, (tx) => record(tx, id, 'hill', dogAnswers('G', 25), '2026-11-01'))
    const later = await live(database, 'hill', { '2026-01-01': dogAnswers('H', 30) })
    const after = keeperOf(database, folder)
    expect((await read(after, '2026-12-01', id))?.input.household?.['garden_area']).toBe(25)
    expect((await read(after, '2026-12-01', later))?.input.household?.['garden_area']).toBe(30)
  })

  it('are built anew where the file is damaged or missing, and say why', async () => {
    const folder = newFolder()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('I', 20) })
    await read(keeperOf(database, folder), '2026-12-01', id)
    const file = join(folder, 'register.columns')
    const bytes = readFileSync(file)
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1
    writeFileSync(file, bytes)
    const lines: Text[] = []
    expect((await read(keeperOf(database, folder, (line) => lines.push(line)), '2026-12-01', id))?.input.household?.['garden_area']).toBe(20)
    expect(lines.map(({ en }) => en)).toEqual([expect.stringContaining('damaged')])
    rmSync(file)
    const again = keeperOf(database, folder, (line) => lines.push(line))
    expect((await read(again, '2026-12-01', id))?.id).toBe(id)
    expect(lines).toHaveLength(1)
  })

  it('are not those of another database', async () => {
    const folder = newFolder()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('K', 20) })
    await read(keeperOf(database, folder), '2026-12-01', id)
    const other = await openIsland(kind)
    onTestFinished(() => other.close())
    const elsewhere = await live(other, 'hill', { '2026-01-01': dogAnswers('L', 20) })
    const keeper = keeperOf(other, folder)
    expect((await read(keeper, '2026-12-01', elsewhere))?.id).toBe(elsewhere)
    expect(await read(keeper, '2026-12-01', id)).toBeUndefined()
  })
})

describe.skipIf(databaseKinds().length < 2)('Columns on a server with many connections', () => {
  it('miss no change, in whatever order transactions end', async () => {
    const kind = databaseKinds().at(-1)
    if (!kind) return
    const database = await openIsland(kind)
    onTestFinished(() => database.close())
    const [slow, quick] = [await live(database, 'hill', { '2026-01-01': dogAnswers('M', 1) }), await live(database, 'hill', { '2026-01-01': dogAnswers('N', 1) })]
    const keeper = keeperOf(database)
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let begun = (): void => undefined
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const first = asSystem(database.db, async (tx) => {
      await record(tx, slow, 'hill', dogAnswers('M', 2), '2026-11-01')
      begun()
      await held
    })
    await started
    await asSystem(database.db, (tx) => record(tx, quick, 'hill', dogAnswers('N', 2), '2026-11-01'))
    const areaOf = async (id: string) => (await read(keeper, '2026-12-01', id))?.input.household?.['garden_area']
    expect([await areaOf(slow), await areaOf(quick)]).toEqual([1, 2])
    release()
    await first
    expect([await areaOf(slow), await areaOf(quick)]).toEqual([2, 2])
  })
})
