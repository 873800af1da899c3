import { assemble, evaluate, momentAt, type Assembly, type Release } from '@tieuchi/runtime'
import { columnIndex } from '@tieuchi/runtime/columns/column-layout.ts'
import { listChecks } from '@tieuchi/server/batches/batch-queries.ts'
import { BatchPool } from '@tieuchi/server/batches/batch-pool.ts'
import { BatchService, type CompareRequest, type Comparison, type Preview } from '@tieuchi/server/batches/batch-service.ts'
import { rulesOnTrial } from '@tieuchi/server/batches/rules-on-trial.ts'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { RegisterKeeper } from '@tieuchi/server/register-columns/register-keeper.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'
import { dogCommon, dogReleases, dogUnits } from '../../support/dog-licences.ts'

const assemblyOf = (release: Release): Assembly => assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': release } })

const [first, second] = dogReleases.map(({ release }) => assemblyOf(release))
const moment = momentAt('2026-12-01')

const households = Array.from({ length: 150 }, (_household, number) => ({
  household: { ...(number % 7 === 0 ? {} : { garden_area: number / 4 }), ...(number % 11 === 0 ? {} : { fenced: number % 5 !== 0 }) },
  members: Array.from({ length: 1 + (number % 4) }, (_member, index) => ({ id: `m${index}`, part: index === 0 ? 'keeper' : 'dog', ...(number % 3 === 0 ? {} : { vaccinated: number % 4 !== 1 }) })),
}))

onEachDatabase('Batches over the register', (kind) => {
  let database: Database
  let pool: BatchPool
  let keeper: RegisterKeeper
  let batches: BatchService
  const ids = households.map(() => randomUUID())
  const unitOf = (number: number) => (number % 5 === 0 ? 'hill' : 'harbour')

  beforeAll(async () => {
    database = await openMigrated(kind)
    await asSystem(database.db, async (tx) => {
      await loadUnits(tx, dogUnits)
      await insertSynthetic(tx, households.map(({ household, members }, number) => ({ id: ids[number] ?? '', unit_id: unitOf(number), ...identify(dogCommon, { household, members }), answers: household, members })), new Date())
    })
    pool = new BatchPool({ size: 2 })
    keeper = new RegisterKeeper({ db: database.db, common: dogCommon })
    batches = new BatchService({ db: database.db, clock: () => new Date('2026-12-01T02:00:00Z'), common: dogCommon, keeper, pool })
  })
  afterAll(async () => {
    await pool.close()
    await database.close()
  })

  const question = (after: Assembly, units?: readonly string[]): CompareRequest => {
    if (!first) throw new Error('There are two releases')
    return { before: rulesOnTrial(first), after: rulesOnTrial(after), moment, outcome: 'licence', ...(units && { units }) }
  }
  const compare = (after: Assembly): Promise<Comparison> => batches.compare(question(after))
  const preview = (after: Assembly, units?: readonly string[]): Promise<Preview> => batches.preview(question(after, units))

  /** What the interpreter finds, household by household. */
  const expected = async (after: Assembly, units: readonly string[] = ['hill', 'harbour']) => {
    const cells = new Map<string, number>()
    const flipped: string[] = []
    for (const [number, input] of households.entries()) {
      if (!units.includes(unitOf(number))) continue
      const [old, now] = await Promise.all([first, after].map(async (assembly) => {
        if (!assembly) throw new Error('There are two releases')
        const [outcome] = (await evaluate(assembly, { input: { ...input, unit: { zone: 'field' } }, moment })).result.outcomes
        return { state: outcome?.state, ...(outcome?.value !== undefined && { value: outcome.value }) }
      }))
      const key = JSON.stringify([old, now])
      cells.set(key, (cells.get(key) ?? 0) + 1)
      if (JSON.stringify(old) !== JSON.stringify(now)) flipped.push(ids[number] ?? '')
    }
    return { cells: Object.fromEntries(cells), flipped: flipped.toSorted() }
  }

  const found = (comparison: Comparison | Preview) => {
    if (comparison.kind === 'differs') throw new Error('The batch may not be used')
    return { cells: Object.fromEntries(comparison.flow.map(({ before, after, households: count }) => [JSON.stringify([before, after]), count])), flipped: comparison.flipped.map(({ id }) => id).toSorted() }
  }

  const withGarden = (town: number, field: number): Assembly => {
    const release = dogReleases[0].release
    const garden = release.parameters['least_garden']
    if (!garden) throw new Error('The release has a smallest garden')
    return assemblyOf({ ...release, parameters: { ...release.parameters, least_garden: { ...garden, values: { town, field } } } })
  }

  it('find who goes where under a draft, as the interpreter does', async () => {
    if (!second) throw new Error('There are two releases')
    const comparison = await compare(second)
    expect(found(comparison)).toEqual(await expected(second))
    expect(found(comparison).flipped.length).toBeGreaterThan(10)
    expect(comparison).toMatchObject({ oneByOne: 0, checks: [{ checked: 1, differing: 0, households: 150 }, { checked: 1, differing: 0 }] })
  })

  it('find who flips while the value of a parameter is moved', async () => {
    for (const field of [16, 20.5, 31, 9]) {
      const after = withGarden(10, field)
      expect(found(await preview(after))).toEqual(await expected(after))
    }
  })

  it('leave nothing behind of a preview', async () => {
    const checks = () => database.db.selectFrom('batch_checks').select('id').orderBy('id').execute()
    const before = await checks()
    const shown = await preview(withGarden(10, 25))
    expect(Object.keys(shown).toSorted()).toEqual(['flipped', 'flow', 'kind', 'oneByOne'])
    expect(await checks()).toEqual(before)
  })

  it('look at the households of some units alone', async () => {
    const after = withGarden(10, 25)
    expect(found(await preview(after, ['hill']))).toEqual(await expected(after, ['hill']))
  })

  it('judge one by one what columns cannot hold', async () => {
    const odd = randomUUID()
    const answers = { garden_area: 20.123_456, fenced: true }
    await asSystem(database.db, (tx) => insertSynthetic(tx, [{ id: odd, unit_id: 'hill', ...identify(dogCommon, { household: answers, members: [] }), answers, members: [] }], new Date()))
    const comparison = await preview(withGarden(10, 25))
    expect(comparison).toMatchObject({ kind: 'preview', oneByOne: 1 })
    expect(found(comparison).flipped).toContain(odd)
  })

  it('record what the interpreter found of a part of them', async () => {
    if (!second) throw new Error('There are two releases')
    const { run } = await compare(second)
    const rows = await listChecks(database.db, run)
    expect(rows).toMatchObject([
      { execution: 'columns', programme: 'dog-licence', layer: 'national', release: rulesOnTrial(first ?? second).release, law_at: '2026-12-01', households: 151, checked: 1, differing: 0, differences: [] },
      { release: rulesOnTrial(second).release, checked: 1, differing: 0 },
    ])
  })

  it('may not be used where the interpreter finds something else, and say so', async () => {
    if (!second) throw new Error('There are two releases')
    await keeper.use(moment, async ({ register }) => {
      // Whether there is an answer: turned over, no household is left as it is stored, whichever the check draws.
      const answered = register.layout.offsets[columnIndex(register.layout, 'household', 'fenced')] ?? 0
      for (const bucket of register.buckets) {
        for (const words of bucket.usedWords()) {
          for (let block = 0; block < words.length; block += bucket.blockWords) words[block + answered] = ~(words[block + answered] ?? 0)
        }
      }
      return Promise.resolve()
    })
    const comparison = await compare(second)
    expect(comparison.kind).toBe('differs')
    const [check] = await listChecks(database.db, comparison.run)
    expect(check).toMatchObject({ differing: 1, differences: expect.arrayContaining([expect.objectContaining({ kind: 'answers' })]) })
  })
})
