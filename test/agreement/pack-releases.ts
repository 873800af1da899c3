import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { logicHash, momentAt, type Assembly, type Moment } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { assembledPacks } from '../support/assembled-packs.ts'

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
export const comparedReleases = (): readonly ComparedRelease[] =>
  assembledPacks(readPacks(rulesets)).filter(({ release }) => release.logic.length > 0).map(({ folder, from, assembly }) => ({ folder, assembly, moment: momentAt(from), logicHash: logicHash(assembly) }))
