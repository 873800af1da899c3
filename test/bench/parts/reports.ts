import { fileURLToPath } from 'node:url'
import type { Release, ReportDocument } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { countReport, recountReport, type CountAsked, type CountedEnd } from '@tieuchi/server/reports/count-report.ts'
import { median } from '../measure.ts'
import { definePart } from '../part.ts'
import { copyHouseholds, openBenchDatabase, sowRegister } from '../workload/database-register.ts'
import { communeId, communes, spreadAndDecide } from '../workload/decided-register.ts'
import { householdsFrom } from '../workload/households.ts'
import { readWorkload } from '../workload/workload.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))

const different = 20_000
const copies = 29
const rounds = 3

/** Those that read most: movements at both ends of a year, and a row for each ethnic group of the head. */
const measured = ['movements_of_poor', 'poor_by_ethnicity']

/** These reports of the standard of 2026. */
const readReports = (): { readonly release: Release; readonly reports: readonly ReportDocument[] } => {
  const release = readPacks(rulesets).programmes.flatMap((programme) => programme.releases).find(({ folder }) => folder === 'poverty/2026')?.release
  if (!release) throw new Error('The packs have no poverty/2026')
  return { release, reports: (release.reports ?? []).filter(({ id }) => measured.includes(id)) }
}

const told = (ends: readonly CountedEnd[]): readonly string[] => ends.flatMap(({ question: { at }, rows }) => rows.map((row) => JSON.stringify([at, row.block, row.unit, row.keys, row.amounts]))).toSorted()

/** Reports of a year over 600.000 households with 1.200.000 decisions: of a province, and of one of its communes. */
export const reports = definePart({
  figures: {
    province: { title: 'movements of a year, or ethnic groups, for a province of 600.000 households: the slower', measure: 'time', bar: { at_most: 5000 } },
    commune: { title: 'the same for one of its 114 communes', measure: 'time', bar: { at_most: 500 } },
  },
  prepare: async () => {
    const { common, moment } = readWorkload()
    const { release, reports: all } = readReports()
    const database = await openBenchDatabase()
    const ids = await sowRegister(database, common, householdsFrom(different, { day: moment.facts_at, missing: 0.1 }))
    await copyHouseholds(database, ids, copies)
    await spreadAndDecide(database)
    const province = Array.from({ length: communes }, (_commune, number) => communeId(number))
    const asked = (report: ReportDocument, units: readonly string[]): CountAsked =>
      ({ report, units, byPlace: units.length === 1, span: { from: '2026-01-01', to: '2026-12-31' }, common, releases: { poverty: release } })
    const time = async (units: readonly string[]): Promise<number> => {
      const times: number[] = []
      for (const report of all) {
        const own: number[] = []
        for (let round = 0; round < rounds; round += 1) {
          const start = performance.now()
          await asSystem(database.db, (tx) => countReport(tx, asked(report, units)))
          own.push(performance.now() - start)
          if (units.length > 1) break
        }
        times.push(median(own))
      }
      return Math.max(...times)
    }
    return {
      agree: async () => {
        const differences: string[] = []
        for (const report of all) {
          const [counted, recounted] = await asSystem(database.db, async (tx) => [told(await countReport(tx, asked(report, [communeId(7)]))), told(await recountReport(tx, asked(report, [communeId(7)])))])
          if (JSON.stringify(counted) !== JSON.stringify(recounted)) differences.push(`${report.id} of a commune is another by the interpreter`)
        }
        return differences
      },
      measure: async () => ({ commune: await time([communeId(7)]), province: await time(province) }),
      close: () => database.close(),
    }
  },
})
