import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assemble, logicHash, momentAt, type Assembly, type Moment } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'

/** A release of the packs as it is compared: assembled, on the first day it is in force. */
export interface ComparedRelease {
  readonly folder: string
  readonly assembly: Assembly
  readonly moment: Moment
  readonly logicHash: string
}

const rulesets = fileURLToPath(new URL('../../rulesets', import.meta.url))

/** Where the logic hashes stand that a full comparison has passed. */
export const checkedFile = fileURLToPath(new URL('./checked-logic.json', import.meta.url))

/** The logic hash last compared in full, by the folder of the release. */
export const readChecked = (): Readonly<Record<string, string>> => JSON.parse(readFileSync(checkedFile, 'utf8')) as Record<string, string>

/** Every release of the packs that has logic. */
export const comparedReleases = (): readonly ComparedRelease[] => {
  const { common, programmes } = readPacks(rulesets)
  return programmes.flatMap(({ document: { id }, releases }) => releases.filter(({ release }) => release.logic.length > 0).map(({ release, folder, valid_from: from = '2021-11-01' }) => {
    const assembly = assemble({ programme: id, layer: 'national', common, releases: { [id]: release } })
    return { folder, assembly, moment: momentAt(from), logicHash: logicHash(assembly) }
  }))
}
