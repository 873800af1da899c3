import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { PackFolder } from '../../policies/pack-folder.ts'
import { CommandError } from '../command-error.ts'
import { parseJsonFile } from '../json-file.ts'
import { ownRulesets } from '../own-rulesets.ts'

/** Packs, and the part of them that was named. */
export interface PackSelection {
  readonly folder: PackFolder
  /** Path of the part inside: empty for all, a programme, or programme/release. */
  readonly inside: string
}

/** All packs of this checkout. */
export const allOwnPacks: PackSelection = { folder: new PackFolder({ '': ownRulesets }), inside: '' }

/**
 * What a name or path stands for. A name of the packs of this checkout comes first (a programme, or `programme/release`); a path
 * leads to a folder of packs, to a programme or to a release. What lies alone is read with what the packs of this
 * checkout share.
 */
export function selectPacks(named: string): PackSelection {
  if (/^[\w-]+(\/[\w.-]+)?$/.test(named) && isFolder(join(ownRulesets, named))) return { folder: allOwnPacks.folder, inside: named }
  const folder = resolve(named)
  if (!isFolder(folder)) throw notFound(named)
  if (isFolder(join(folder, 'common'))) return { folder: new PackFolder({ '': folder }), inside: '' }
  if (holdsPacks(dirname(folder)) && !isRelease(folder)) return { folder: new PackFolder({ '': dirname(folder) }), inside: basename(folder) }
  if (isRelease(folder)) return selectRelease(folder)
  if (!isProgramme(folder)) throw notPacks(named)
  const programme = nameOfProgramme(folder)
  return { folder: new PackFolder({ ...ownBeside(programme), [programme]: folder }), inside: programme }
}

function selectRelease(folder: string): PackSelection {
  const [programmeFolder, name] = [dirname(folder), basename(folder)]
  if (holdsPacks(dirname(programmeFolder))) return { folder: new PackFolder({ '': dirname(programmeFolder) }), inside: `${basename(programmeFolder)}/${name}` }
  const programme = nameOfProgramme(folder, 'release.json', 'programme')
  if (existsSync(join(programmeFolder, 'programme.json'))) return { folder: new PackFolder({ ...ownBeside(programme), [programme]: programmeFolder }), inside: `${programme}/${name}` }
  const header = join(ownRulesets, programme, 'programme.json')
  const additions = join(dirname(header), 'additions.json')
  const added = existsSync(additions) ? { [`${programme}/additions.json`]: additions } : {}
  return { folder: new PackFolder({ ...ownBeside(programme), [`${programme}/programme.json`]: header, ...added, [`${programme}/${name}`]: folder }), inside: `${programme}/${name}` }
}

/** The parts of this checkout's packs but for one programme. */
const ownBeside = (programme: string): Readonly<Record<string, string>> =>
  Object.fromEntries(allOwnPacks.folder.list('.').filter(({ name, isFolder: folder }) => folder && name !== programme && name !== 'demo').map(({ name }) => [name, join(ownRulesets, name)]))

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Whether a folder has packs with what they share. */
export const holdsPacks = (folder: string): boolean => existsSync(join(folder, 'common', 'dictionary.json'))

const isRelease = (folder: string): boolean => ['release.json', 'parameters.json', 'logic'].some((part) => existsSync(join(folder, part)))

const isProgramme = (folder: string): boolean => existsSync(join(folder, 'programme.json')) || readdirSync(folder).some((name) => isRelease(join(folder, name)))

/** The programme as a document calls it; the name of the folder where it does not say. */
function nameOfProgramme(folder: string, file = 'programme.json', property = 'id'): string {
  const path = join(folder, file)
  const value = existsSync(path) ? parseJsonFile(path) : undefined
  const name = typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === property)?.[1] : undefined
  return typeof name === 'string' && /^[a-z0-9-]+$/.test(name) ? name : basename(file === 'release.json' ? dirname(folder) : folder)
}

const notFound = (named: string): CommandError => {
  const names = allOwnPacks.folder.list('.').filter(({ isFolder: folder, name }) => folder && name !== 'demo' && name !== 'units').map(({ name }) => name)
  return new CommandError({
    vi: `Không có bộ quy định hay thư mục “${named}”; hãy ghi một tên trong rulesets/ (${names.join(', ')}, hoặc ví dụ ${names.at(-1)}/<bản>) hoặc đường dẫn một thư mục.`,
    en: `There are no packs and there is no folder “${named}”; give a name in rulesets/ (${names.join(', ')}, or for example ${names.at(-1)}/<release>) or the path of a folder.`,
  })
}

const notPacks = (named: string): CommandError => new CommandError({
  vi: `Thư mục “${named}” không có bộ quy định: cần common/ (cả bộ), programme.json (một chương trình) hoặc release.json (một bản quy định).`,
  en: `The folder “${named}” holds no packs: it needs common/ (all packs), programme.json (a programme) or release.json (a release).`,
})
