import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { assemble, evaluate, hashDocument, momentAt, type Assembly, type HouseholdInput } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Draft, ImpactPreview, ImpactRun } from '@tieuchi/server/contract'
import { median } from '../measure.ts'
import { definePart } from '../part.ts'
import { copyHouseholds, openBenchDatabase, sowRegister } from '../workload/database-register.ts'
import { householdsFrom } from '../workload/households.ts'
import { restartDesk, startDesk, type Office } from '../workload/offices.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))
const day = '2027-01-01'

/** 20.000 households that differ, with four copies of each 100.000, with 25 more 600.000. */
const different = 20_000
const fewCopies = 4
const moreCopies = 25
const rounds = 5
const dragged = [2_100_000, 2_300_000, 2_250_000, 2_000_000, 2_400_000, 2_150_000, 2_050_000, 2_350_000]

interface Timed {
  readonly run: ImpactRun
  readonly first: number
  readonly full: number
}

/** From asking to the first numbers, and to the list with reasons. */
const computeImpact = async (desk: Office, before: string, draft: string): Promise<Timed> => {
  const start = performance.now()
  const { id } = await desk.send('POST', '/api/impact-runs', { after: { draft }, before: { release: before } })
  let first: number | undefined
  for (;;) {
    const run: ImpactRun = await desk.send('GET', `/api/impact-runs/${id}`)
    if (run.figures) first ??= performance.now() - start
    if (run.state === 'done') {
      await desk.send('GET', `/api/impact-runs/${id}/households?kind=changed&limit=50`)
      return { run, first: first ?? Number.NaN, full: performance.now() - start }
    }
    if (run.state === 'failed') throw new Error(JSON.stringify(run.failure))
    await setTimeout(50)
  }
}

const dragAll = async (desk: Office, before: string, draft: string): Promise<number> => {
  const times: number[] = []
  for (const rural of dragged) {
    const start = performance.now()
    const preview: ImpactPreview = await desk.send('POST', `/api/drafts/${draft}/impact-preview`, { before: { release: before }, parameters: { income_line: { values: { rural } } } })
    if (preview.state !== 'ready') throw new Error('The register is not in columns')
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

/** Whom the rules of 2027 touch: from pressing the button to numbers and lists, over HTTP, with the register in columns. */
export const impact = definePart({
  figures: {
    first_100k: { title: 'impact on 100.000 households: first numbers, over HTTP', measure: 'time', bar: { at_most: 2000 } },
    full_100k: { title: 'the same: list with reasons', measure: 'time', bar: { at_most: 10_000 } },
    drag_100k: { title: 'the same: a parameter dragged to moved numbers', measure: 'time', bar: { at_most: 200 } },
    full_600k: { title: 'impact on 600.000 households on PostgreSQL: list with reasons', measure: 'time', bar: { at_most: 30_000 } },
    drag_600k: { title: 'the same: a parameter dragged to moved numbers', measure: 'time', bar: { at_most: 1000 } },
    cold_600k: { title: 'the same from a server that has just been started: list with reasons', measure: 'time', bar: { at_most: 90_000 } },
  },
  prepare: async () => {
    const { common, programmes } = readPacks(rulesets)
    const releases = programmes.find(({ document }) => document.id === 'poverty')?.releases ?? []
    const sides = ['poverty/2026', 'poverty/2027'].flatMap((name) => releases.find(({ folder }) => folder === name)?.release ?? [])
    const [before, after] = sides.map((release) => hashDocument(release))
    if (before === undefined || after === undefined) throw new Error('The packs have no poverty of 2026 and 2027')
    const rules = sides.map((release) => assemble({ programme: 'poverty', layer: 'national', common, releases: { poverty: release } }))
    const database = await openBenchDatabase()
    const made = [...householdsFrom(different, { day, missing: 0.1 })]
    const ids = await sowRegister(database, common, made)
    await copyHouseholds(database, ids, fewCopies)
    let place = await startDesk(database, 'bench')
    const draft: Draft = await place.desk.send('POST', '/api/drafts', { programme: 'poverty', from: after, valid_from: day })
    const compute = () => computeImpact(place.desk, before, draft.id)
    const move = () => dragAll(place.desk, before, draft.id)
    return {
      agree: async () => {
        const [told, expected] = [flowOf((await compute()).run), await recounted(rules, made, 1 + fewCopies)]
        return told === expected ? [] : [`the flow is ${told} instead of ${expected}`]
      },
      measure: async () => {
        const few: Timed[] = []
        for (let round = 0; round < rounds; round += 1) few.push(await compute())
        const fewMoves = await move()
        await place.stop()
        await copyHouseholds(database, ids, moreCopies)
        place = { ...place, ...(await restartDesk(database)) }
        const cold = await compute()
        const many = [await compute(), await compute(), await compute()]
        return {
          first_100k: median(few.map(({ first }) => first)), full_100k: median(few.map(({ full }) => full)), drag_100k: fewMoves,
          full_600k: median(many.map(({ full }) => full)), drag_600k: await move(), cold_600k: cold.full,
        }
      },
      close: async () => {
        await place.stop()
        await database.close()
      },
    }
  },
})
