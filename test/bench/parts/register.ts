import { canonicalJson } from '@tieuchi/runtime'
import { normaliseInput } from '@tieuchi/runtime/columns/normalise-input.ts'
import { nothingRead } from '@tieuchi/server/register-columns/decisions-held.ts'
import { buildColumns } from '@tieuchi/server/register-columns/register-building.ts'
import { listAttributesOn } from '@tieuchi/server/units/unit-queries.ts'
import { median, peakMemory, timeInTurn, wallTime } from '../measure.ts'
import { definePart } from '../part.ts'
import { copyHouseholds, openBenchDatabase, sowRegister } from '../workload/database-register.ts'
import { householdAt, householdsFrom } from '../workload/households.ts'
import { readWorkload } from '../workload/workload.ts'

/** 20.000 households that differ, with four copies of each 100.000, with 25 more 600.000. */
const different = 20_000
const fewCopies = 4
const moreCopies = 25
const all = different * (1 + fewCopies + moreCopies)
const sample = 500
const rounds = 5

/** The register of a province on its way from the database into columns: how fast, and that memory stays bounded while it is read. */
export const register = definePart({
  figures: {
    columns: { title: 'register of 600.000 from PostgreSQL to columns, households per second', measure: 'rate', bar: { at_least: 40_000 } },
    memory_100k: { title: 'most memory of the process while 100.000 households are read into columns', measure: 'memory', bar: { at_most: 700 } },
    memory_600k: { title: 'the same while 600.000 are read', measure: 'memory', bar: { at_most: 800 } },
  },
  prepare: async () => {
    const { common, moment } = readWorkload()
    const database = await openBenchDatabase()
    const ids = await sowRegister(database, common, householdsFrom(different, { day: moment.facts_at, missing: 0.1 }))
    const build = async () => buildColumns({ db: database.db, common, day: moment.facts_at, read: nothingRead, attributes: await listAttributesOn(database.db, moment.unit_at) })
    await copyHouseholds(database, ids, fewCopies)
    const few = await peakMemory(build)
    await copyHouseholds(database, ids, moreCopies)
    const many = await peakMemory(build)
    return {
      agree: async () => {
        const columns = await build()
        const differences = ids.slice(0, sample).flatMap((id, index) => {
          const [expected, found] = [canonicalJson(normaliseInput(common, householdAt(index, { day: moment.facts_at, missing: 0.1 }))), canonicalJson(columns.read(id)?.input ?? {})]
          return expected === found ? [] : [`household ${index} in columns is ${found} instead of ${expected}`]
        })
        return columns.size === all ? differences : [`columns hold ${columns.size} households instead of ${all}`, ...differences]
      },
      measure: async () => {
        const times = await timeInTurn([{ name: 'columns', run: async () => (await build()).size }], { warmUp: 0, rounds, clock: wallTime })
        return { columns: 1000 / median(times.columns), memory_100k: few, memory_600k: many }
      },
      close: () => database.close(),
    }
  },
})
