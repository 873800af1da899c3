import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assemble, evaluate, hashDocument, momentAt, type Assembly, type HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Draft, ImpactRun } from '@tieuchi/server/contract'
import { median } from '../measure.ts'
import { definePart } from '../part.ts'
import { copyHouseholds, openBenchDatabase, sowRegister } from '../workload/database-register.ts'
import { householdsFrom } from '../workload/households.ts'
import { dragDifferences, newestRun, runDifferences, timeBrowsing } from '../workload/impact-browsing.ts'
import { computeImpact, previewAt, type ImpactSides, type TimedRun } from '../workload/impact-over-http.ts'
import { openImpactPage } from '../workload/impact-page.ts'
import { employ, startDesk, type Office } from '../workload/offices.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))
const day = '2027-01-01'

/** 20.000 households that differ, with four copies of each 100.000, with 25 more 600.000. */
const different = 20_000
const fewCopies = 4
const moreCopies = 25
const rounds = 5
const dragged = [2_100_000, 2_300_000, 2_250_000, 2_000_000, 2_400_000, 2_150_000, 2_050_000, 2_350_000]

const dragAll = async (desk: Office, sides: ImpactSides): Promise<number> => {
  const times: number[] = []
  for (const rural of dragged) {
    const start = performance.now()
    await previewAt(desk, sides, rural)
    times.push(performance.now() - start)
  }
  return median(times)
}

const nameOf = ({ value, state }: { readonly value?: unknown; readonly state: string }): string => String(value ?? state)

/** The flow as the run tells it. */
const flowOf = ({ figures }: ImpactRun): string => {
  const { categories = [], matrix = [] } = figures ?? {}
  const name = (place: number): string => nameOf(categories[place] ?? { state: '' })
  return matrix.flatMap((line, from) => line.flatMap((households, to) => (households === 0 ? [] : [`${name(from)} → ${name(to)}: ${households}`]))).toSorted().join(', ')
}

/** The flow as the interpreter finds it household by household; each stands for some copies. */
const recounted = async (rules: readonly Assembly[], inputs: readonly HouseholdInput[], copies: number): Promise<string> => {
  const counts = new Map<string, number>()
  for (const input of inputs) {
    const standings: string[] = []
    for (const assembly of rules) {
      const { result: { outcomes: [outcome] } } = await evaluate(assembly, { input, moment: momentAt(day) })
      standings.push(nameOf(outcome ?? { state: '' }))
    }
    const flow = standings.join(' → ')
    counts.set(flow, (counts.get(flow) ?? 0) + copies)
  }
  return [...counts].map(([flow, households]) => `${flow}: ${households}`).toSorted().join(', ')
}

/** Whom the rules of 2027 touch: from pressing the button to numbers and lists, over HTTP and on the page, with the register in columns. */
export const impact = definePart({
  figures: {
    first_100k: { title: 'impact on 100.000 households: first numbers, over HTTP', measure: 'time', bar: { at_most: 2000 } },
    full_100k: { title: 'the same: list with reasons', measure: 'time', bar: { at_most: 10_000 } },
    drag_100k: { title: 'the same: a parameter dragged to moved numbers', measure: 'time', bar: { at_most: 200 } },
    browser_first: { title: 'the same in a browser: from the click to the painted first numbers', measure: 'time', bar: { at_most: 2000 } },
    browser_full: { title: 'the same in a browser: to the painted list with reasons', measure: 'time', bar: { at_most: 10_000 } },
    browser_drag: { title: 'the same in a browser: from moving the slider to the painted moved numbers', measure: 'time', bar: { at_most: 200 } },
    browser_first_cold: { title: 'browser_first with a server just started again, which saved its columns', measure: 'time', bar: { at_most: 2000 } },
    full_600k: { title: 'impact on 600.000 households on PostgreSQL: list with reasons', measure: 'time', bar: { at_most: 30_000 } },
    drag_600k: { title: 'the same: a parameter dragged to moved numbers', measure: 'time', bar: { at_most: 1000 } },
    cold_600k: { title: 'the same from a server that has just been started: list with reasons', measure: 'time', bar: { at_most: 90_000 } },
  },
  prepare: async () => {
    const { common, programmes } = readPacks(rulesets)
    const releases = programmes.find(({ document }) => document.id === 'poverty')?.releases ?? []
    const packs = ['poverty/2026', 'poverty/2027'].flatMap((name) => releases.find(({ folder }) => folder === name)?.release ?? [])
    const [before, after] = packs.map((release) => hashDocument(release))
    if (before === undefined || after === undefined) throw new Error('The packs have no poverty of 2026 and 2027')
    const rules = packs.map((release) => assemble({ programme: 'poverty', layer: 'national', common, releases: { poverty: release } }))
    const database = await openBenchDatabase()
    const made = [...householdsFrom(different, { day, missing: 0.1 })]
    const ids = await sowRegister(database, common, made)
    await copyHouseholds(database, ids, fewCopies)
    await employ(database, 'bench')
    const folder = await mkdtemp(join(tmpdir(), 'tieuchi-bench-'))
    let place = await startDesk(database, folder)
    const draft: Draft = await place.desk.send('POST', '/api/drafts', { programme: 'poverty', from: after, valid_from: day })
    const sides: ImpactSides = { before, draft: draft.id }
    const page = await openImpactPage(place.address)
    const browseCold = async (): Promise<number> => {
      await place.stop()
      place = await startDesk(database, folder)
      await page.open(place.address, draft.id)
      return (await page.compute()).first
    }
    return {
      agree: async () => {
        const expected = await recounted(rules, made, 1 + fewCopies)
        const flowDifferences = (told: string): readonly string[] => (told === expected ? [] : [`the flow is ${told} instead of ${expected}`])
        const overHttp = flowDifferences(flowOf((await computeImpact(place.desk, sides)).run))
        await page.open(place.address, draft.id)
        await page.compute()
        return [...overHttp, ...flowDifferences(flowOf(await newestRun(place.desk, sides))), ...await runDifferences(page, place.desk, sides), ...await dragDifferences(page, place.desk, sides)]
      },
      measure: async () => {
        const few: TimedRun[] = []
        for (let round = 0; round < rounds; round += 1) few.push(await computeImpact(place.desk, sides))
        const fewMoves = await dragAll(place.desk, sides)
        await page.open(place.address, draft.id)
        const browsed = await timeBrowsing(page)
        const browsedCold = [await browseCold(), await browseCold(), await browseCold()]
        await place.stop()
        await copyHouseholds(database, ids, moreCopies)
        place = await startDesk(database)
        const cold = await computeImpact(place.desk, sides)
        const many = [await computeImpact(place.desk, sides), await computeImpact(place.desk, sides), await computeImpact(place.desk, sides)]
        return {
          first_100k: median(few.map(({ first }) => first)), full_100k: median(few.map(({ full }) => full)), drag_100k: fewMoves,
          browser_first: browsed.first, browser_full: browsed.full, browser_drag: browsed.drag, browser_first_cold: median(browsedCold),
          full_600k: median(many.map(({ full }) => full)), drag_600k: await dragAll(place.desk, sides), cold_600k: cold.full,
        }
      },
      close: async () => {
        await page.close()
        await place.stop()
        await database.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
})
