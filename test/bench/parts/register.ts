import { canonicalJson } from '@tieuchi/runtime'
import { normaliseInput } from '@tieuchi/runtime/columns/normalise-input.ts'
import { buildColumns } from '@tieuchi/server/register-columns/register-building.ts'
import { listAttributesOn } from '@tieuchi/server/units/unit-queries.ts'
import { median, timeInTurn, wallTime } from '../measure.ts'
import { definePart } from '../part.ts'
import { openBenchDatabase, sowRegister } from '../workload/database-register.ts'
import { householdAt, householdsFrom } from '../workload/households.ts'
import { readWorkload } from '../workload/workload.ts'

/** 600.000 households: 20.000 that differ, and 29 copies of each. */
const different = 20_000
const copies = 29
const sample = 500
const rounds = 5

/** The register of a province on its way from the database into columns. */
export const register = definePart({
  figures: { columns: { title: 'register of 600.000 from PostgreSQL to columns, households per second', measure: 'rate', bar: { at_least: 40_000 } } },
  prepare: async () => {
    const { common, moment } = readWorkload()
    const database = await openBenchDatabase()
    const ids = await sowRegister(database, common, householdsFrom(different, { day: moment.facts_at, missing: 0.1 }), copies)
    const build = async () => buildColumns({ db: database.db, common, day: moment.facts_at, attributes: await listAttributesOn(database.db, moment.unit_at) })
    return {
      agree: async () => {
        const columns = await build()
        const all = different * (copies + 1)
        const differences = ids.slice(0, sample).flatMap((id, index) => {
          const [expected, found] = [canonicalJson(normaliseInput(common, householdAt(index, { day: moment.facts_at, missing: 0.1 }))), canonicalJson(columns.read(id)?.input ?? {})]
          return expected === found ? [] : [`household ${index} in columns is ${found} instead of ${expected}`]
        })
        return columns.size === all ? differences : [`columns hold ${columns.size} households instead of ${all}`, ...differences]
      },
      measure: async () => {
        const times = await timeInTurn([{ name: 'columns', run: async () => (await build()).size }], { warmUp: 0, rounds, clock: wallTime })
        return { columns: 1000 / median(times.columns) }
      },
      close: () => database.close(),
    }
  },
})
