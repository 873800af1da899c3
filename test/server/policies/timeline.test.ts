import { hashDocument, resolvePublication, spansInForce, type Publication } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { insertPublication, listPublications, upsertProgramme } from '@tieuchi/server/policies/policy-queries.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'

const days = Array.from({ length: 40 }, (_day, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10))

const publication: fc.Arbitrary<Publication> = fc
  .record({
    programme: fc.constantFrom('dogs', 'cats'),
    scope: fc.constantFrom('national' as const, { unit: 'harbour' }),
    release: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    from: fc.option(fc.nat(39), { nil: undefined }),
    length: fc.option(fc.nat(15), { nil: undefined }),
    recorded: fc.nat(9),
  })
  .map(({ programme, scope, release, from, length, recorded }) => ({
    programme, scope, recorded_at: `2026-01-01T00:00:0${recorded}.000Z`,
    ...(release !== undefined && { release }),
    ...(from !== undefined && { valid_from: days[from] ?? '' }),
    ...(length !== undefined && { valid_to: days[Math.min(39, (from ?? 0) + length)] ?? '' }),
  }))

/** What a clerk would say who goes through the gazette from the newest page back: the first that covers the day decides. */
const byHand = (publications: readonly Publication[], scope: Publication['scope'], at: string, knownAt: string): string => {
  const known = publications.map((row, index) => ({ row, index })).filter(({ row }) => row.programme === 'dogs' && JSON.stringify(row.scope) === JSON.stringify(scope) && row.recorded_at <= knownAt)
  const newestFirst = known.toSorted((a, b) => (a.row.recorded_at < b.row.recorded_at ? 1 : a.row.recorded_at > b.row.recorded_at ? -1 : b.index - a.index))
  return newestFirst.find(({ row }) => (row.valid_from ?? '') <= at && at <= (row.valid_to ?? '9999'))?.row.release ?? 'no rules in force'
}

describe('On every day, as known at every instant', () => {
  it('exactly one release is in force or none, whatever the order of publications', () => {
    fc.assert(fc.property(fc.array(publication, { maxLength: 12 }), fc.constantFrom('national' as const, { unit: 'harbour' }), fc.constantFrom(...days), fc.nat(9), (publications, scope, at, recorded) => {
      const knownAt = `2026-01-01T00:00:0${recorded}.000Z`
      const found = resolvePublication(publications, { programme: 'dogs', scope, at, known_at: knownAt })
      expect(found?.release ?? 'no rules in force').toBe(byHand(publications, scope, at, knownAt))
    }), { numRuns: 3000 })
  })

  it('the spans of the timeline say the same as the question for the day', () => {
    fc.assert(fc.property(fc.array(publication, { maxLength: 12 }), fc.constantFrom(...days), (publications, at) => {
      const question = { programme: 'dogs', scope: 'national' } as const
      const spans = spansInForce(publications, question)
      const covering = spans.filter(({ from, to }) => (from ?? '') <= at && at <= (to ?? '9999'))
      expect(covering.length).toBeLessThanOrEqual(1)
      expect(covering[0]?.release).toBe(resolvePublication(publications, { ...question, at })?.release)
    }), { numRuns: 2000 })
  })
})

onEachDatabase('The timeline of a programme', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  it('tells which release is in force on which days, and how that came about', async () => {
    const { body } = await officer.send('GET', '/api/programmes/dog-licence/timeline')
    const [{ spans }] = body.spans
    expect(spans).toMatchObject([{ from: '2026-01-01', to: '2026-12-31' }, { from: '2027-01-01' }])
    expect(body.releases[spans[0].release]).toMatchObject({ title: dogReleases[0].release.title, scope: 'national' })
    expect(body.publications).toMatchObject([{ valid_from: '2027-01-01', published_by: 'system' }, { valid_from: '2026-01-01' }])
    expect(await officer.send('GET', '/api/programmes/cat-licence/timeline')).toMatchObject({ status: 404, body: { code: 'programme_not_found' } })
  })

  it('says on every day, as known at every instant, what a clerk says who kept a list while they were recorded in any order', async () => {
    const { db } = running.database
    const hashes = dogReleases.map(({ release }) => hashDocument(release))
    await asSystem(db, (tx) => upsertProgramme(tx, { format: 1, id: 'dogs', title: { vi: 'Chó', en: 'Dogs' }, depends_on: [] }))
    const kept: Publication[] = []
    for (const { recorded_at: _recorded, release, ...row } of fc.sample(publication, 40).filter(({ programme }) => programme === 'dogs')) {
      const named = release === undefined ? {} : { release: hashes[release === 'a' ? 0 : 1] ?? '' }
      await asSystem(db, (tx) => insertPublication(tx, { ...row, ...named, reason: 'Test', published_by: 'test' }))
      await new Promise((resolve) => setTimeout(resolve, 3))
      kept.push({ ...row, ...named, recorded_at: new Date().toISOString() })
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    const stored = await asSystem(db, (tx) => listPublications(tx, ['dogs']))
    const instants = [new Date(0).toISOString(), ...kept.map(({ recorded_at: at }) => at)]
    fc.assert(fc.property(fc.constantFrom('national' as const, { unit: 'harbour' }), fc.constantFrom(...days), fc.constantFrom(...instants), (scope, at, knownAt) => {
      expect(resolvePublication(stored, { programme: 'dogs', scope, at, known_at: knownAt })?.release ?? 'no rules in force').toBe(byHand(kept, scope, at, knownAt))
    }), { numRuns: 1500 })
    for (const at of fc.sample(fc.constantFrom(...days), 12)) {
      const { body } = await officer.send('GET', `/api/programmes?at=${at}`)
      expect([at, body.find(({ id }: { id: string }) => id === 'dogs').in_force?.release ?? 'no rules in force']).toEqual([at, byHand(kept, 'national', at, instants.at(-1) ?? '')])
    }
  })
})
