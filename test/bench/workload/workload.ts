import { fileURLToPath } from 'node:url'
import { assemble, momentAt, type Assembly, type CommonDocument, type Moment, type Release } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { withSheetQuestions } from './sheet-questions.ts'
import { withSheet } from './sheet-release.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))

/** What every figure is measured on: poverty 2022, its indicators computed from the members, and a made-up score sheet. */
export interface Workload {
  readonly common: CommonDocument
  readonly release: Release
  readonly assembly: Assembly
  readonly moment: Moment
}

const day = '2025-10-01'

/** The class and all it is worked out from; what else the release tells is not part of the contest. */
const withClassAlone = (release: Release): Release => {
  const names = new Set(['class'])
  const ids = release.logic.map(({ id }) => id)
  for (const name of names) {
    const piece = release.logic.find(({ id }) => id === name)
    for (const id of ids) if (piece && JSON.stringify(piece).includes(`"${id}"`)) names.add(id)
  }
  return { ...release, logic: release.logic.filter(({ id }) => names.has(id)) }
}

/** The workload with as many copies of the 80 rows as asked for. */
export const readWorkload = (copies = 1): Workload => {
  const packs = readPacks(rulesets)
  const poverty = packs.programmes.find(({ document }) => document.id === 'poverty')?.releases.find(({ folder }) => folder === 'poverty/2022')
  if (!poverty) throw new Error('The packs have no poverty/2022')
  const common = withSheetQuestions(packs.common)
  const release = withSheet(withClassAlone(poverty.release), copies)
  return { common, release, assembly: assemble({ programme: 'poverty', layer: 'national', common, releases: { poverty: release } }), moment: momentAt(day) }
}
