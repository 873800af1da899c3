import { checkReleaseFile, fileOfRelease, hashDocument, type ReleaseFile } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { dayOf } from '../../plugins/clock.ts'
import { dayOfRelease, releasesBeside } from '../../policies/pack-assembly.ts'
import type { OpenDocument } from '../../policies/pack-files.ts'
import { documentOf } from '../../policies/pack.ts'
import { CommandError } from '../command-error.ts'
import { issuesError } from '../decide-error.ts'
import { parseJsonFile } from '../json-file.ts'
import { selectPacks } from './pack-selection.ts'
import { getRulesOrThrow, readSelected, type SelectedPacks } from './selected-packs.ts'

/** A release or overlay of the packs as one file. */
export function fileOfPack(named: string): ReleaseFile {
  const selected = readSelected(selectPacks(named), { drafts: true })
  return fileOfRules(named, selected, getRulesOrThrow(named, selected))
}

/** One of the releases and overlays that were selected, as a file. */
export function fileOfRules(named: string, { packs }: SelectedPacks, entry: OpenDocument): ReleaseFile {
  const release = documentOf(entry)
  const programme = packs.programmes.find(({ document }) => document.id === release.programme)?.document
  if (!programme) throw new CommandError({ vi: `“${named}” không thuộc chương trình nào; hãy thêm programme.json.`, en: `“${named}” belongs to no programme; add its programme.json.` })
  const beside = releasesBeside(packs, { programme: release.programme, at: dayOfRelease(entry, dayOf(new Date())) })
  const reads = Object.fromEntries(Object.entries(beside).map(([name, other]) => [name, hashDocument(other)]))
  return fileOfRelease({ programme, release, common: packs.common, valid_from: entry.valid_from, valid_to: entry.valid_to, reads })
}

/** A file that is whole; otherwise an error that names each part that is not as it was exported. */
export function readReleaseFile(file: string): ReleaseFile {
  const value = parseJsonFile(file)
  const shape = validateDocument('release-file', value)
  if (shape.length > 0) throw issuesError(file, shape)
  const read = value as ReleaseFile
  const changed = checkReleaseFile(read)
  if (changed.length > 0) throw issuesError(file, changed)
  return read
}
