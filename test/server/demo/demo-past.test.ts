import { sowDemo } from '@tieuchi/server/demo/demo-service.ts'
import { reviewRegister, type ReviewsRequest } from '@tieuchi/server/demo/demo-reviews.ts'
import { parsePast } from '@tieuchi/server/demo/past-description.ts'
import { generatePast } from '@tieuchi/server/demo/register-generator.ts'
import { parseDescription } from '@tieuchi/server/demo/register-description.ts'
import { verifyDecision } from '@tieuchi/server/decisions/decision-proof.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rulesets } from '../../rulesets/rulesets.ts'
import { startApp, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'

const packs = readPacks(rulesets)
const now = new Date('2026-12-01T02:00:00Z')
const [today, households] = ['2026-12-01', 120]
const past = parsePast(packs.past, packs.common, parseDescription(packs.demo, packs.common))
const sown = () => generatePast(packs, { households, at: today, now })

onEachDatabase('What came before today in the demonstration', (kind) => {
  let running: RunningApp

  const review = (more: Partial<ReviewsRequest> = {}) => reviewRegister(running.database.db, { past, book: new RuleBook(), now, tell: () => undefined, ...more })
  const decisions = () => running.database.db.selectFrom('decisions').selectAll().orderBy('unit_id').orderBy('number').execute()

  beforeAll(async () => {
    running = await startApp(kind, { packs })
    await sowDemo(running.database.db, { common: packs.common, units: packs.units, now, today, households: () => Promise.resolve(sown()) })
  })
  afterAll(() => running.close())

  it('is reviewed round by round, goes on where it ended early, and is reviewed once', async () => {
    let steps = 18
    const throwIfAborted = () => {
      steps -= 1
      if (steps === 0) throw new Error('ended early')
    }
    await expect(review({ signal: { throwIfAborted } })).rejects.toThrow('ended early')
    const before = (await decisions()).length
    expect(before).toBeGreaterThan(0)
    await Promise.all([review(), review()])
    const after = await decisions()
    expect(after.length).toBeGreaterThan(before + households)
    expect([...new Set(after.map(({ facts_at: day }) => day))].toSorted()).toEqual(past.reviews.rounds.map(({ at }) => at))
    await review()
    expect((await decisions()).length).toBe(after.length)
    const shares = past.reviews.rounds.slice(1).map(({ at }) => after.filter(({ facts_at: day }) => day === at).length / households)
    expect(shares.every((share) => share > 0.9 && share <= 1)).toBe(true)
  })

  it('consists of decisions that recompute from what they hold, each chained to the one before', async () => {
    const rows = await decisions()
    for (const row of rows) expect(await asSystem(running.database.db, (tx) => verifyDecision(tx, new RuleBook(), row))).toEqual({ recomputes: true, intact: true, chained: true })
    for (const [, own] of Map.groupBy(rows, ({ unit_id: unit }) => unit)) {
      expect(own.map(({ number }) => number)).toEqual(own.map((_row, index) => index + 1))
      expect(own.map(({ facts_at: day }) => day)).toEqual(own.map(({ facts_at: day }) => day).toSorted())
    }
  })

  it('tells the second review what the first came to', async () => {
    const rows = await decisions()
    const submissions = await running.database.db.selectFrom('submissions').select(['id', 'household_id', 'state']).execute()
    expect(new Set(submissions.map(({ state }) => state))).toEqual(new Set(['submitted']))
    const householdOf = new Map(submissions.map(({ id, household_id: household }) => [id, household]))
    const [, earlier, later] = past.reviews.rounds.map(({ at }) => new Map(rows.filter(({ facts_at: day }) => day === at).map((row) => [householdOf.get(row.submission_id), row])))
    const classOf = (row: (typeof rows)[number] | undefined) => row?.layers['national']?.outcomes.find(({ id }) => id === 'class')?.value
    let compared = 0
    for (const [household, row] of later ?? []) {
      const before = earlier?.get(household)
      if (!before || classOf(before) === undefined) continue
      expect(row.input.history?.filter(({ outcome }) => outcome === 'class').at(-1)).toMatchObject({ value: classOf(before), from: '2025-12-05' })
      expect(row.input).not.toHaveProperty('history_from')
      expect(row.layers['national']?.facts.find(({ id }) => id === 'class_before')).toMatchObject({ value: classOf(before) })
      compared += 1
    }
    expect(compared).toBeGreaterThan(households * 0.8)
  })
})
