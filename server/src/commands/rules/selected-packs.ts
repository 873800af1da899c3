import { checkPacks, openPacks, packsOrThrow, type OpenPacks, type OpenDocument, type OpenProgramme } from '../../policies/pack-files.ts'
import type { PackRules, Packs } from '../../policies/pack.ts'
import type { PackFolder } from '../../policies/pack-folder.ts'
import { additionsFile } from '../../policies/pack-additions.ts'
import { PackSource } from '../../policies/pack-source.ts'
import { reachable } from '../../policies/pack-rules.ts'
import { CommandError } from '../command-error.ts'
import type { PackSelection } from './pack-selection.ts'

/** Packs, and those programmes and releases of them that were named. */
export interface SelectedPacks {
  readonly packs: Packs
  readonly folder: PackFolder
  readonly programmes: readonly OpenProgramme[]
}

/**
 * The packs of a selection, and what was named of them. Where what was named, or what it reads, has problems, a `PackError`
 * names them; those elsewhere do not matter. `drafts` takes releases as soon as they fit their schemas.
 */
export function readSelected({ folder, inside }: PackSelection, { drafts = false } = {}): SelectedPacks {
  const source = new PackSource(folder)
  const opened = openPacks(source)
  if (!drafts) checkPacks(source, opened)
  const packs = packsOrThrow(opened, source.issues.filter(({ file }) => matters(opened, inside, file)))
  const [programme, release] = inside.split('/')
  const named = opened.programmes.filter(({ document }) => !programme || document.id === programme)
  const isNamed = (entry: PackRules): boolean => release === undefined || entry.folder === inside
  return { packs, folder, programmes: named.map((each) => ({ ...each, releases: each.releases.filter(isNamed), overlays: each.overlays.filter(isNamed) })) }
}

/** Whether a file belongs to a part of the packs; to all of them belongs every file. */
export const isInside = (part: string, file: string): boolean => part === '' || file === part || file.startsWith(`${part}/`)

function matters(opened: OpenPacks, inside: string, file: string): boolean {
  const [programme = '', release] = inside.split('/')
  const [place = '', part] = file.split('/')
  if (programme === '' || place === 'common' || place === 'units' || part === additionsFile) return true
  if (place === programme) return release === undefined || part === 'programme.json' || part === release
  return reachable(opened, programme).includes(place)
}

/** The one release or overlay that was named; where it is not one, the names there are. */
export function getRulesOrThrow(named: string, { programmes }: SelectedPacks): OpenDocument {
  const [only, ...more] = programmes.flatMap(({ releases, overlays }) => [...releases, ...overlays])
  if (only && more.length === 0) return only
  const names = [only, ...more].flatMap((entry) => entry?.folder ?? []).join(', ')
  if (names === '') throw new CommandError({ vi: `“${named}” không có bản quy định nào.`, en: `“${named}” holds no release.` })
  throw new CommandError({ vi: `“${named}” có nhiều bản quy định; hãy chọn một: ${names}.`, en: `“${named}” holds several releases; choose one of: ${names}.` })
}
