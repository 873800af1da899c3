import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { caseSheets } from '@tieuchi/server/case-files/case-export.ts'
import { excelFile } from '@tieuchi/server/excel/excel-file.ts'
import { assemblePackRelease } from '@tieuchi/server/policies/pack-assembly.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { Release } from '@tieuchi/runtime'

const packs = fileURLToPath(new URL('../../rulesets', import.meta.url))

/** The question that the law of 2027 brings: nothing before it asks it. */
export const newQuestion = 'domestic_waste_handled'

const rewrite = async (file: string, change: (key: string, value: unknown) => unknown): Promise<void> =>
  writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'), change)))

/** The packs as they were before anybody wrote the law of 2027: without its release, and without the question it brings. */
export const copyPacksBefore2027 = async (folder: string): Promise<void> => {
  await cp(packs, folder, { recursive: true, filter: (source) => !source.endsWith(join('poverty', '2027')) })
  const asked = (key: string, value: unknown): unknown => (key === newQuestion ? undefined : value)
  await rewrite(join(folder, 'common', 'dictionary.json'), asked)
  await rewrite(join(folder, 'demo', 'household.json'), asked)
  const drawn = (value: unknown): boolean => typeof value === 'object' && value !== null && 'set' in value && value.set === newQuestion
  await rewrite(join(folder, 'demo', 'register.json'), (_key, value) => (Array.isArray(value) ? value.filter((each) => !drawn(each)) : value))
}

/** The releases of 2026 and 2027 as they are shipped. */
export const shippedReleases = (): readonly [Release, Release] => {
  const releases = readPacks(packs).programmes.flatMap((programme) => programme.releases)
  const [before, after] = ['poverty/2026', 'poverty/2027'].map((folder) => releases.find((each) => each.folder === folder)?.release)
  if (!before || !after) throw new Error('A pack is gone')
  return [before, after]
}

/** The cases of the release of 2027 as the Excel file in which an official would have written them. */
export const shippedCasesFile = (): Promise<Buffer> =>
  buffer(excelFile(caseSheets(assemblePackRelease(readPacks(packs), shippedReleases()[1], '2027-01-01'), 'vi')))
