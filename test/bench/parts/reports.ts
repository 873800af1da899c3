import { fileURLToPath } from 'node:url'
import type { CommonDocument, Release, ReportDocument } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { countReport, recountReport } from '@tieuchi/server/reports/count-report.ts'
import type { CountedEnd } from '@tieuchi/server/reports/counting-end.ts'
import type { CountAsked } from '@tieuchi/server/reports/report-states.ts'
import type { Aside } from '../figure.ts'
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

const readStandard = (): Release => {
  const release = readPacks(rulesets).programmes.flatMap((programme) => programme.releases).find(({ folder }) => folder === 'poverty/2026')?.release
  if (!release) throw new Error('The packs have no poverty/2026')
  return release
}

/** The indicators that a household may lack. */
const indicatorsOf = ({ logic }: Release, { lists }: CommonDocument): readonly string[] => {
  const lacking = logic.find(({ id }) => id === 'deprived_indicators')
  const codes = lists.find(({ id }) => lacking?.kind === 'outcome' && id === lacking.list)?.entries.map(({ code }) => code) ?? []
  if (codes.length === 0) throw new Error('The standard has no indicators')
  return codes
}

const told = (ends: readonly CountedEnd[]): readonly string[] => ends.flatMap(({ question: { at }, rows }) => rows.map((row) => JSON.stringify([at, row.block, row.unit, row.keys, row.amounts]))).toSorted()

/** Every report of the standard of 2026 for a year, over 600.000 households with 1.200.000 decisions: of a province, and of one of its communes. */
export const reports = definePart({
  figures: {
    province: { title: 'the slowest report of a year, for a province of 600.000 households', measure: 'time', bar: { at_most: 5000 } },
    commune: { title: 'the same for one of its 114 communes', measure: 'time', bar: { at_most: 500 } },
  },
  prepare: async () => {
    const { common, moment } = readWorkload()
    const release = readStandard()
    const database = await openBenchDatabase()
    const ids = await sowRegister(database, common, householdsFrom(different, { day: moment.facts_at, missing: 0.1 }))
    await copyHouseholds(database, ids, copies)
    await spreadAndDecide(database, indicatorsOf(release, common))
    const province = Array.from({ length: communes }, (_commune, number) => communeId(number))
    const asked = (report: ReportDocument, units: readonly string[]): CountAsked =>
      ({ report, units, byPlace: units.length === 1, span: { from: '2026-01-01', to: '2026-12-31' }, common, releases: { poverty: release } })
    const asides: Record<string, Aside> = {}
    const slowest = async (place: string, units: readonly string[], times: number): Promise<number> => {
      const all: number[] = []
      for (const report of release.reports ?? []) {
        const own: number[] = []
        for (let round = 0; round < times; round += 1) {
          const start = performance.now()
          await asSystem(database.db, (tx) => countReport(tx, asked(report, units)))
          own.push(performance.now() - start)
        }
        all.push(median(own))
        asides[`${place} ${report.id}`] = { title: report.title.en, measure: 'time', value: median(own) }
      }
      return Math.max(...all)
    }
    return {
      agree: async () => {
        const differences: string[] = []
        for (const report of release.reports ?? []) {
          const [counted, recounted] = await asSystem(database.db, async (tx) => [told(await countReport(tx, asked(report, [communeId(7)]))), told(await recountReport(tx, asked(report, [communeId(7)])))])
          if (JSON.stringify(counted) !== JSON.stringify(recounted)) differences.push(`${report.id} of a commune is another by the interpreter`)
        }
        return differences
      },
      measure: async () => ({ commune: await slowest('commune', [communeId(7)], rounds), province: await slowest('province', province, 1) }),
      asides: () => asides,
      close: () => database.close(),
    }
  },
})
