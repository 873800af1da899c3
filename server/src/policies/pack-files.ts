import { checkRelease, type CommonDocument, type Issue, type ProgrammeDocument, type Release, type UnitDocument } from '@tieuchi/runtime'
import { checkInput, validateDocument } from '@tieuchi/runtime/validation/server'
import { PackError, packIssue } from './pack-error.ts'
import { isObject, PackSource, type PackDocument } from './pack-source.ts'
import { readUnits } from './pack-units.ts'

/** A release as a pack proposes it; the period is not part of what is hashed. */
export interface PackRelease {
  /** Folder it was read from, seen from the folder of the packs. */
  readonly folder: string
  readonly release: Release
  readonly valid_from?: string
  readonly valid_to?: string
}

export interface PackProgramme {
  readonly document: ProgrammeDocument
  readonly releases: readonly PackRelease[]
}

export interface Packs {
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
  readonly programmes: readonly PackProgramme[]
  /** Description of a register made up for demonstration. */
  readonly demo?: unknown
}

const ownFolders = new Set(['units', 'demo'])

/** Reads and checks everything under a folder of packs. Where anything is wrong nothing is returned: a `PackError` names all of it. */
export function readPacks(folder: string): Packs {
  const source = new PackSource(folder)
  const common = readCommon(source)
  const units = readUnits(source, common)
  const programmes = source.list('.').filter(({ name, isFolder }) => isFolder && !ownFolders.has(name)).flatMap(({ name }) => readProgramme(source, name))
  if (common) checkReleases(source, common, programmes)
  const demo = source.list('demo').some(({ name }) => name === 'register.json') ? source.read('demo/register.json') : undefined
  if (!common || source.issues.length > 0) throw new PackError(source.issues)
  return {
    common,
    units,
    programmes: programmes.map(({ document, releases }) => ({ document, releases: releases.map(({ origin: _origin, ...release }) => release) })),
    ...(demo === undefined ? {} : { demo }),
  }
}

function readCommon(source: PackSource): CommonDocument | undefined {
  const lists = source.readEntries('common/lists')
  const document: PackDocument = {
    value: { format: 1, register: source.read('common/register.json'), dictionary: source.read('common/dictionary.json'), lists: lists.values, facts: source.read('common/facts.json') },
    origins: { register: whole('common/register.json'), dictionary: whole('common/dictionary.json'), facts: whole('common/facts.json'), lists: lists.origins },
    header: 'common',
  }
  if (source.issues.length > 0) return undefined
  source.place(document, validateDocument('common', document.value))
  return isCommon(document.value) ? document.value : undefined
}

const whole = (file: string) => ({ file, place: [] })

interface OpenRelease extends PackRelease {
  readonly origin: PackDocument
}

interface OpenProgramme {
  readonly document: ProgrammeDocument
  readonly releases: readonly OpenRelease[]
}

function readProgramme(source: PackSource, name: string): OpenProgramme[] {
  const folders = source.list(name).filter(({ name: entry, isFolder }) => isFolder && !(name === 'common' && entry === 'lists'))
  const isShared = name === 'common' && !source.list(name).some(({ name: entry }) => entry === 'programme.json')
  if (isShared && folders.length === 0) return []
  const file = `${name}/programme.json`
  const value = source.readObject(file)
  if (!value) return []
  source.place({ value, origins: {}, header: file }, validateDocument('programme', value))
  if (!isProgramme(value)) return []
  const releases = folders.flatMap((entry) => readRelease(source, `${name}/${entry.name}`))
  source.issues.push(...misnamed(file, value, releases), ...overlapping(releases))
  return [{ document: value, releases }]
}

const partsOfRelease = new Set(['release.json', 'parameters.json', 'logic', 'forms', 'cases'])

function readRelease(source: PackSource, folder: string): OpenRelease[] {
  const strangers = source.list(folder).filter(({ name }) => !partsOfRelease.has(name))
  source.issues.push(...strangers.map(({ name }) => packIssue(`${folder}/${name}`, [], { code: 'pack_unexpected', vi: 'không thuộc một bộ quy định; hãy chuyển đi.', en: 'is no part of a release; move it away.' })))
  const file = `${folder}/release.json`
  const header = source.readObject(file)
  const parameters = source.read(`${folder}/parameters.json`)
  const [logic, forms, cases] = [source.readEntries(`${folder}/logic`), source.readEntries(`${folder}/forms`), source.readEntries(`${folder}/cases`)]
  if (!header || parameters === undefined) return []
  const { valid_from: from, valid_to: to, ...release } = header
  const origin: PackDocument = {
    value: { ...release, parameters, logic: logic.values, forms: forms.values, cases: cases.values },
    origins: { parameters: whole(`${folder}/parameters.json`), logic: logic.origins, forms: forms.origins, cases: cases.origins },
    header: file,
  }
  source.place(origin, validateDocument('release', origin.value))
  source.issues.push(...[['valid_from', from], ['valid_to', to]].flatMap(([name, day]) => (isOptionalDay(day) ? [] : [wrongDay(file, String(name), day)])))
  if (!isRelease(origin.value) || !isOptionalDay(from) || !isOptionalDay(to)) return []
  return [{ folder, release: origin.value, origin, ...(from === undefined ? {} : { valid_from: from }), ...(to === undefined ? {} : { valid_to: to }) }]
}

function checkReleases(source: PackSource, common: CommonDocument, programmes: readonly OpenProgramme[]): void {
  const shared = programmes.find(({ document }) => document.id === 'common')?.releases.at(-1)?.release
  const commonOrigin: PackDocument = { value: { dictionary: common.dictionary, facts: common.facts }, origins: { facts: whole('common/facts.json'), dictionary: whole('common/dictionary.json') }, header: 'common' }
  for (const { release, origin } of programmes.flatMap(({ releases }) => releases)) {
    const issues = checkRelease(common, release, shared && release.programme !== 'common' ? { common: shared } : {})
    source.place(commonOrigin, issues.filter(isOfCommon).map((issue) => ({ ...issue, path: issue.path.slice(1) })))
    source.place(origin, issues.filter((issue) => !isOfCommon(issue)))
    if (issues.length > 0) continue
    source.place(origin, release.cases.flatMap(({ given }, index) => checkInput(common, given).map((issue) => ({ ...issue, path: ['cases', index, 'given', ...issue.path] }))))
  }
}

const isOfCommon = ({ path }: Issue): boolean => path[0] === 'common'

const misnamed = (file: string, { id }: ProgrammeDocument, releases: readonly OpenRelease[]): readonly Issue[] => [
  ...(file === `${id}/programme.json` ? [] : [packIssue(file, ['id'], { code: 'pack_name', vi: `chương trình “${id}” phải nằm trong thư mục “${id}”; hãy đổi tên một trong hai.`, en: `programme “${id}” must be in a folder “${id}”; rename one of them.` })]),
  ...releases.filter(({ release }) => release.programme !== id).map(({ folder, release }) =>
    packIssue(`${folder}/release.json`, ['programme'], { code: 'pack_name', vi: `ghi “${release.programme}” nhưng thuộc chương trình “${id}”; hãy sửa.`, en: `says “${release.programme}” but belongs to programme “${id}”; correct it.` })),
]

const firstDay = '0001-01-01'
const lastDay = '9999-12-31'

const overlapping = (releases: readonly OpenRelease[]): readonly Issue[] =>
  releases.flatMap((later, index) => releases.slice(0, index).filter((earlier) => JSON.stringify(earlier.release.scope) === JSON.stringify(later.release.scope)
    && (earlier.valid_from ?? firstDay) <= (later.valid_to ?? lastDay) && (later.valid_from ?? firstDay) <= (earlier.valid_to ?? lastDay)).map((earlier) =>
    packIssue(`${later.folder}/release.json`, ['valid_from'], { code: 'pack_period', vi: `trùng thời gian hiệu lực với ${earlier.folder}; hãy sửa valid_from hoặc valid_to.`, en: `overlaps the period of ${earlier.folder}; correct valid_from or valid_to.` })))

const wrongDay = (file: string, name: string, day: unknown): Issue =>
  packIssue(file, [name], { code: 'pack_day', vi: `${JSON.stringify(day)} không phải ngày theo dạng 2026-12-31; hãy sửa.`, en: `${JSON.stringify(day)} is not a date like 2026-12-31; correct it.` })

const isOptionalDay = (day: unknown): day is string | undefined => day === undefined || (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))

const isCommon = (value: unknown): value is CommonDocument => isObject(value) && validateDocument('common', value).length === 0
const isProgramme = (value: unknown): value is ProgrammeDocument => isObject(value) && validateDocument('programme', value).length === 0
const isRelease = (value: unknown): value is Release => isObject(value) && validateDocument('release', value).length === 0
