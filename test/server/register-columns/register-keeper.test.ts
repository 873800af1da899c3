import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Text } from '@tieuchi/runtime'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { insertHousehold } from '@tieuchi/server/households/household-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { changeOfRegister, readRegister } from '@tieuchi/server/households/household-register.ts'
import { listSpells } from '@tieuchi/server/households/spell-queries.ts'
import { endingSpells, recordingSpells, valuesOfChange } from '@tieuchi/server/households/spell-recording-sql.ts'
import { asPerson, asSystem, type Database, type Tx } from '@tieuchi/server/plugins/database.ts'
import { nothingRead } from '@tieuchi/server/register-columns/decisions-held.ts'
import { RegisterKeeper } from '@tieuchi/server/register-columns/register-keeper.ts'
import { SavedRegister } from '@tieuchi/server/register-columns/saved-register.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { SubmissionAnswers } from '@tieuchi/server/contract'
import { databaseKinds, onEachDatabase, openMigrated } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogUnits } from '../../support/dog-licences.ts'

const asked = { household: new Set(Object.keys(dogCommon.dictionary.properties.household.properties)), members: new Set(Object.keys(dogCommon.dictionary.properties.members.items.properties)) }

const record = async (tx: Tx, household_id: string, unit_id: string, answers: SubmissionAnswers, from: string): Promise<void> => {
  const change = changeOfRegister(await listSpells(tx, household_id), { household_id, unit_id, answers, identity: identify(dogCommon, answers), asked, from, now: new Date() })
  const values = valuesOfChange(change)
  await sql`with ${endingSpells(values)}, going as (select so from unmoved), ${recordingSpells(values)} select so from recorded`.execute(tx)
}

/** A household whose answers changed on some days. */
const live = (database: Database, unit: string, spells: Readonly<Record<string, SubmissionAnswers>>): Promise<string> =>
  asSystem(database.db, async (tx) => {
    const id = await insertHousehold(tx, unit, identify(dogCommon, Object.values(spells)[0] ?? { household: {}, members: [] }))
    for (const [from, answers] of Object.entries(spells)) await record(tx, id, unit, answers, from)
    return id
  })

/** Where columns may be saved: in a folder that is not there yet. */
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-columns-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'kept', 'some.columns')
}

const keeperOf = ({ db }: Database, path?: string, tell: (line: Text) => void = () => undefined): RegisterKeeper =>
  new RegisterKeeper({ db, common: dogCommon, read: nothingRead, ...(path !== undefined && { saved: new SavedRegister({ db, path, tell }) }) })

/** One that goes on from a file, what it told, and whether it had to read the register anew. */
const restarted = ({ db }: Database, path: string) => {
  const lines: string[] = []
  const shares: number[] = []
  const keeper = new RegisterKeeper({ db, common: dogCommon, read: nothingRead, saved: new SavedRegister({ db, path, tell: ({ en }) => lines.push(en) }), progress: (share) => shares.push(share) })
  return { keeper, lines, readAnew: () => shares.length > 0 }
}

/** Puts the register into columns and saves them, as a program that is stopped does. */
const saveFor = async (database: Database, path: string, day = '2026-12-01'): Promise<void> => {
  const keeper = keeperOf(database, path)
  await keeper.use({ facts_at: day, unit_at: day }, async () => undefined)
  await keeper.close()
}

/** Every household there is, as columns have it. */
const allOf = (keeper: RegisterKeeper, day: string): Promise<readonly RegisterRow[]> =>
  keeper.use({ facts_at: day, unit_at: day }, ({ register }) => {
    const rows = register.buckets.flatMap(({ members, rows: count }) => Array.from({ length: count }, (_row, row) => register.readAt(members, row)))
    return Promise.resolve([...rows, ...register.apart.values()].toSorted((a, b) => a.id.localeCompare(b.id)))
  })

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

  it('are read from the file after a restart, and are then what they are built anew', async () => {
    const file = newFile()
    const [changed, moving] = [await live(database, 'hill', { '2026-01-01': dogAnswers('G', 20) }), await live(database, 'hill', { '2026-01-01': dogAnswers('J', 20), '2026-12-15': dogAnswers('J', 44) })]
    await saveFor(database, file)
    await asSystem(database.db, (tx) => record(tx, changed, 'hill', dogAnswers('G', 25), '2026-11-01'))
    const later = await live(database, 'hill', { '2026-01-01': dogAnswers('H', 30) })
    for (const day of ['2026-12-01', '2027-01-01']) {
      const { keeper, lines, readAnew } = restarted(database, file)
      const rows = await allOf(keeper, day)
      expect(rows).toEqual(await allOf(keeperOf(database), day))
      const gardenOf = (household: string) => rows.find(({ id }) => id === household)?.input.household?.['garden_area']
      expect([changed, later, moving].map(gardenOf)).toEqual([25, 30, day === '2027-01-01' ? 44 : 20])
      expect([lines, readAnew()]).toEqual([[], false])
    }
  })

  it('lie where nobody else on the machine may read them', async () => {
    const file = newFile()
    await saveFor(database, file)
    expect([statSync(file), statSync(dirname(file))].map(({ mode }) => mode & 0o077)).toEqual([0, 0])
  })

  const ruined: readonly (readonly [string, string, (file: string) => void])[] = [
    ['damaged', 'damaged', (file) => {
      const bytes = readFileSync(file)
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1
      writeFileSync(file, bytes)
    }],
    ['half written', 'damaged', (file) => truncateSync(file, statSync(file).size / 2)],
    ['empty', 'does not hold', (file) => truncateSync(file, 0)],
    ['no file at all', 'could not be read', (file) => {
      rmSync(file)
      mkdirSync(file)
    }],
  ]

  it.each(ruined)('are built anew where what was saved is %s, which is told in one line', async (_what, told, ruin) => {
    const file = newFile()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('I', 20) })
    await saveFor(database, file)
    ruin(file)
    const { keeper, lines, readAnew } = restarted(database, file)
    expect((await read(keeper, '2026-12-01', id))?.input.household?.['garden_area']).toBe(20)
    expect(lines).toEqual([expect.stringContaining(told)])
    expect(readAnew()).toBe(true)
  })

  it('are built anew without a word where nothing was saved', async () => {
    const { keeper, lines, readAnew } = restarted(database, newFile())
    await allOf(keeper, '2026-12-01')
    expect([lines, readAnew()]).toEqual([[], true])
  })

  it('are used all the same where they cannot be saved, which is told', async () => {
    const file = newFile()
    writeFileSync(dirname(file), 'no folder')
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('O', 20) })
    const { keeper, lines } = restarted(database, file)
    expect((await read(keeper, '2026-12-01', id))?.id).toBe(id)
    await keeper.close()
    await read(keeper, '2026-12-01', id)
    await keeper.close()
    expect(lines).toEqual([expect.stringContaining('could not be read'), expect.stringContaining('could not be saved')])
  })

  it('are not taken from a file where the database has not been through what it holds', async () => {
    const file = newFile()
    await saveFor(database, file)
    // An older copy of a database counts on from older transactions, and soon is beyond those in the file.
    await database.db.deleteFrom('register_marks').execute()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('P', 20) })
    const { keeper, lines, readAnew } = restarted(database, file)
    expect((await read(keeper, '2026-12-01', id))?.id).toBe(id)
    expect([lines, readAnew()]).toEqual([[expect.stringContaining('another state')], true])
  })

  it('are not those of another database', async () => {
    const file = newFile()
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('K', 20) })
    await saveFor(database, file)
    const other = await openIsland(kind)
    onTestFinished(() => other.close())
    const elsewhere = await live(other, 'hill', { '2026-01-01': dogAnswers('L', 20) })
    const { keeper, lines } = restarted(other, file)
    expect((await read(keeper, '2026-12-01', elsewhere))?.id).toBe(elsewhere)
    expect(await read(keeper, '2026-12-01', id)).toBeUndefined()
    expect(lines).toEqual([expect.stringContaining('another database')])
  })

  it('are saved when they were built and when much has changed, not at every use', async () => {
    const file = newFile()
    const keeper = keeperOf(database, file)
    const writtenAt = () => statSync(file, { throwIfNoEntry: false })?.ino
    await allOf(keeper, '2026-12-01')
    const first = await vi.waitUntil(writtenAt, { timeout: 20_000 })
    const rows = Array.from({ length: 1001 }, (_row, index) => ({ id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, dogAnswers(`Q ${index}`, 1)), answers: dogAnswers('Q', 1).household, members: [] }))
    const settle = (some: typeof rows) => asSystem(database.db, (tx) => insertSynthetic(tx, some, new Date()))
    await settle(rows.slice(0, 1))
    await allOf(keeper, '2026-12-01')
    await allOf(keeper, '2026-12-01')
    expect(writtenAt()).toBe(first)
    await settle(rows.slice(1))
    await allOf(keeper, '2026-12-01')
    await vi.waitUntil(() => writtenAt() !== first, { timeout: 20_000 })
  })

  it('are not waited for at the end while somebody works with them', async () => {
    const file = newFile()
    await saveFor(database, file)
    const before = statSync(file).ino
    const { keeper } = restarted(database, file)
    await live(database, 'hill', { '2026-01-01': dogAnswers('R', 20) })
    const { promise: end, resolve } = Promise.withResolvers<undefined>()
    const working = keeper.use({ facts_at: '2026-12-01', unit_at: '2026-12-01' }, () => end)
    await keeper.close()
    expect(statSync(file).ino).toBe(before)
    resolve(undefined)
    await working
    await keeper.close()
    expect(statSync(file).ino).not.toBe(before)
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

  it('read nothing again because somebody keeps a transaction open, in this database or another of the server', async () => {
    const kind = databaseKinds().at(-1)
    if (!kind) return
    const [database, other] = [await openIsland(kind), await openIsland(kind)]
    onTestFinished(() => Promise.all([database.close(), other.close()]).then(() => undefined))
    const { promise: end, resolve: release } = Promise.withResolvers<undefined>()
    const writing = [database, other].map(({ db }) => {
      const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>()
      const ended = asSystem(db, async (tx) => {
        await insertHousehold(tx, 'hill', identify(dogCommon, dogAnswers('W', 1)))
        begin(undefined)
        await end
      })
      return { begun, ended }
    })
    await Promise.all(writing.map(({ begun }) => begun))
    const id = await live(database, 'hill', { '2026-01-01': dogAnswers('V', 1) })
    const keeper = keeperOf(database)
    const state = () => keeper.use({ facts_at: '2026-12-01', unit_at: '2026-12-01' }, async ({ register, changedSince }) => ({ area: register.read(id)?.input.household?.['garden_area'], revision: register.revision, changed: [...(await changedSince())] }))
    const first = await state()
    expect(first).toMatchObject({ area: 1, changed: [] })
    expect(await state()).toEqual(first)
    await asSystem(database.db, (tx) => record(tx, id, 'hill', dogAnswers('V', 2), '2026-11-01'))
    expect(await state()).toMatchObject({ area: 2, changed: [] })
    release(undefined)
    await Promise.all(writing.map(({ ended }) => ended))
  })
})
