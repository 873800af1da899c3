import { addDays, assemble, type Assembly } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluated } from './poverty-oracle/comparison.ts'
import { judge, type Verdict } from './poverty-oracle/judge.ts'
import { mistakes, type Rules } from './poverty-oracle/mutations.ts'
import { randomHouseholds, type RandomHousehold } from './poverty-oracle/random-households.ts'
import { standards } from './poverty-oracle/standards.ts'
import { rulesets } from './rulesets.ts'

const { common, programmes } = readPacks(rulesets)

const assembled = ({ common: shared, release }: Rules): Assembly => assemble({ programme: 'poverty', layer: 'national', common: shared, releases: { poverty: release } })

/** Both ends of a release, and the days about which months and leap years differ. */
const daysIn = (from: string, to: string): readonly string[] => {
  const leap = ['2016', '2020', '2024', '2028'].flatMap((year) => [`${year}-02-28`, `${year}-02-29`, `${year}-03-01`])
  const ends = [from.slice(0, 4), to.slice(0, 4)].flatMap((year) => [`${year}-02-28`, `${year}-03-01`, `${year}-04-30`, `${year}-11-15`])
  return [from, addDays(from, 200), to, ...leap, ...ends].filter((day) => from <= day && day <= to)
}

const readings = Object.entries(standards).map(([year, standard]) => {
  const pack = programmes.flatMap(({ releases }) => releases).find(({ folder }) => folder === `poverty/${year}`)
  if (!pack?.valid_from || !pack.valid_to) throw new Error(`The pack of ${year} is gone`)
  const { folder, release, valid_from: from, valid_to: to } = pack
  const compare = (rules: Rules) => {
    const assembly = assembled(rules)
    return async ({ known, on }: RandomHousehold): Promise<Verdict> => {
      const verdict = judge(standard, known, on)
      expect(await evaluated(assembly, known, on, from)).toEqual(verdict)
      return verdict
    }
  }
  return { folder, standard, release, compare, households: randomHouseholds(daysIn(from, to)) }
})

/** Households of each standard; more where somebody has the time. */
const runs = Number(process.env['TIEUCHI_ORACLE'] ?? 2_000)

/** So often at least does each class and each truth of each indicator come up among them. */
const leastOften = runs / 100

/** How often each class was possible, and none certain, and each indicator true, false and unknown. */
class Tally {
  readonly counts = new Map<string, number>()

  add({ classes, determined, indicators }: Verdict): void {
    for (const name of determined ? classes : [...classes, 'undetermined']) this.#count(name)
    for (const [indicator, truth] of Object.entries(indicators)) this.#count(`${indicator} ${truth}`)
  }

  #count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }
}

describe.each(readings)('the law read by hand for $folder', ({ standard, release, compare, households }) => {
  it(`agrees with the pack on ${runs} random households with missing answers`, async () => {
    const agrees = compare({ common, release })
    const tally = new Tally()
    await fc.assert(fc.asyncProperty(households, async (household) => tally.add(await agrees(household))), { numRuns: runs })
    const expected = [...standard.lines.map(({ is }) => is), 'undetermined', ...Object.keys(standard.indicators).flatMap((indicator) => [`${indicator} true`, `${indicator} false`, `${indicator} unknown`])]
    expect(expected.filter((name) => (tally.counts.get(name) ?? 0) < leastOften)).toEqual([])
  }, 600_000)

  it('never concludes what a missing answer could turn', () => {
    fc.assert(fc.property(households, ({ whole, known, on }) => {
      const [before, after] = [judge(standard, known, on), judge(standard, whole, on)]
      expect(before.classes).toEqual(expect.arrayContaining([...after.classes]))
      for (const [indicator, truth] of Object.entries(before.indicators)) if (truth !== 'unknown') expect([indicator, after.indicators[indicator]]).toEqual([indicator, truth])
    }), { numRuns: runs })
  })

  it('is asked about households that the dictionary accepts', () => {
    for (const { known } of fc.sample(households, 200)) expect(checkInput(common, known)).toEqual([])
  })
})

describe('a mistake in a pack comes to light', () => {
  it.each(mistakes)('$what in $pack', async ({ pack, make }) => {
    const reading = readings.find(({ folder }) => folder === pack)
    if (!reading) throw new Error(`No law is read by hand for ${pack}`)
    const agrees = reading.compare(make({ common, release: reading.release }))
    const { failed } = await fc.check(fc.asyncProperty(reading.households, async (household) => void (await agrees(household))), { numRuns: 20_000, endOnFailure: true })
    expect(failed).toBe(true)
  }, 600_000)
})
