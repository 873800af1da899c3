import { readFileSync } from 'node:fs'
import type { HouseholdInput } from '@tieuchi/runtime'
import { median } from '../measure.ts'
import { definePart, NotMeasurable } from '../part.ts'
import { startOffices, type Office } from '../workload/offices.ts'
import { openBenchDatabase } from '../workload/database-register.ts'

const communes = 6
const together = 16
const each = 400
const rounds = 5

interface Draft {
  readonly office: Office
  readonly id: string
  readonly version: number
}

const sample = JSON.parse(readFileSync(new URL('../../../rulesets/demo/household.json', import.meta.url), 'utf8')) as Required<Pick<HouseholdInput, 'household' | 'members'>>

const percentile = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN

/** Runs work on all of a list, so many at a time; answers the milliseconds of each. */
const inParallel = async <Item>(items: readonly Item[], work: (item: Item, index: number) => Promise<void>): Promise<readonly number[]> => {
  const times: number[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1
      const start = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one worker does one after the other
      await work(items[index] as Item, index)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: together }, worker))
  return times
}

/** Sending of filled forms: checked, judged, stored with register and audit, by one server process on PostgreSQL. */
export const submissions = definePart({
  figures: {
    rate: { title: `submissions sent per second to one process on PostgreSQL, ${together} at a time from ${communes} communes`, measure: 'rate', bar: { at_least: 400 } },
    p99: { title: 'time of one of them that 99 of 100 do not exceed', measure: 'time', bar: { at_most: 200 } },
  },
  prepare: async () => {
    const database = await openBenchDatabase()
    const { offices, stop } = await startOffices(database, communes)
    const draft = async (index: number): Promise<Draft> => {
      const office = offices[index % offices.length]
      if (!office) throw new NotMeasurable('no commune to work in')
      const opened = await office.send('POST', '/api/submissions', { programme: 'poverty', reference_date: '2026-06-01' })
      const saved = await office.send('PUT', `/api/submissions/${opened.id}/answers`, { version: opened.version, answers: { household: sample.household, members: sample.members } })
      return { office, id: opened.id, version: saved.version }
    }
    const drafts = async (count: number): Promise<readonly Draft[]> => {
      const made: Draft[] = []
      await inParallel(Array.from({ length: count }), async (_none, index) => {
        made.push(await draft(index))
      })
      return made
    }
    const send = ({ office, id, version }: Draft) => office.send('POST', `/api/submissions/${id}/submit`, { version })
    return {
      agree: async () => {
        const one = await draft(0)
        const sent = await send(one)
        const decision = await one.office.send('GET', `/api/decisions/${sent.decision}`)
        const [outcome] = decision.layers.national.outcomes
        return outcome?.state === 'determined' ? [] : [`the sample household is ${JSON.stringify(outcome)}`]
      },
      measure: async () => {
        const rates: number[] = []
        const latencies: number[] = []
        await inParallel(await drafts(each), async (one) => {
          await send(one)
        })
        for (let round = 0; round < rounds; round += 1) {
          const open = await drafts(each)
          const start = performance.now()
          latencies.push(...await inParallel(open, async (one) => {
            await send(one)
          }))
          rates.push((each * 1000) / (performance.now() - start))
        }
        return { rate: median(rates), p99: percentile(latencies, 0.99) }
      },
      close: async () => {
        await stop()
        await database.close()
      },
    }
  },
})
