import { checkRelease, checkReports, type CommonDocument, type Issue, type Overlay, type ProgrammeDocument, type Release, type UnitDocument } from '@tieuchi/runtime'
import { checkInput, validateDocument } from '@tieuchi/runtime/validation/server'
import { documentOf, type PackRelease, type Packs } from './pack.ts'
import { addToCommon } from './pack-additions.ts'
import { PackError, packIssue, type PackIssue } from './pack-error.ts'
import { PackFolder } from './pack-folder.ts'
import { checkOverlayPacks, type OpenOverlay } from './pack-overlays.ts'
import { placeReleaseIssues } from './pack-placing.ts'
import { isObject, PackSource, type PackDocument } from './pack-source.ts'
import { readUnits } from './pack-units.ts'

const ownFolders = new Set(['units', 'demo'])

/** Reads and checks everything under a folder of packs. Where anything is wrong nothing is returned: a `PackError` names all of it. */
export function readPacks(folder: string): Packs {
  const source = new PackSource(new PackFolder({ '': folder }))
  const opened = openPacks(source)
  checkPacks(source, opened)
  return packsOrThrow(opened, source.issues)
}

/** The documents alone; a `PackError` where there are errors among the issues. */
export function packsOrThrow({ common, units, programmes, demo, past }: OpenPacks, issues: readonly PackIssue[]): Packs {
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (!common || errors.length > 0) throw new PackError(errors)
  return {
    common: common.document,
    units,
    programmes: programmes.map(({ document, releases, overlays }) => ({
      document,
      releases: releases.map(({ origin: _origin, ...release }) => release),
      overlays: overlays.map(({ origin: _origin, ...overlay }) => overlay),
    })),
    ...(demo === undefined ? {} : { demo }),
    ...(past === undefined ? {} : { past }),
  }
}

/** What all programmes share, with the way back to its files. */
export interface OpenCommon {
  readonly document: CommonDocument
  readonly origin: PackDocument
}

/** What could be read of a source, with the way back to its files. */
export interface OpenPacks {
  /** Absent where something in it does not fit its schema. */
  readonly common?: OpenCommon
  readonly units: readonly UnitDocument[]
  readonly programmes: readonly OpenProgramme[]
  readonly demo?: unknown
  readonly past?: unknown
}

/** Reads everything of a source and holds each document against its schema; problems are collected in the source. */
export function openPacks(source: PackSource): OpenPacks {
  const folders = source.list('.').filter(({ name, isFolder }) => isFolder && !ownFolders.has(name)).map(({ name }) => name)
  const shared = readCommon(source)
  const common = shared && addToCommon(source, shared, folders)
  const units = readUnits(source, common?.document)
  const programmes = folders.flatMap((name) => readProgramme(source, name))
  const told = (name: string): unknown => (source.list('demo').some((file) => file.name === name) ? source.read(`demo/${name}`) : undefined)
  const [demo, past] = [told('register.json'), told('past.json')]
  return { units, programmes, ...(common && { common }), ...(demo === undefined ? {} : { demo }), ...(past === undefined ? {} : { past }) }
}

function readCommon(source: PackSource): OpenCommon | undefined {
  const lists = source.readEntries('common/lists')
  const origin: PackDocument = {
    value: { format: 1, register: source.read('common/register.json'), dictionary: source.read('common/dictionary.json'), lists: lists.values, facts: source.read('common/facts.json') },
    origins: { register: whole('common/register.json'), dictionary: whole('common/dictionary.json'), facts: whole('common/facts.json'), lists: lists.origins },
    header: 'common',
  }
  if (source.issues.length > 0) return undefined
  const document = checkedDocument(source, 'common', origin)
  return document && { document, origin }
}

interface Documents {
  readonly common: CommonDocument
  readonly programme: ProgrammeDocument
  readonly overlay: Overlay
  readonly release: Release
}

/** What was read as a document of its kind; undefined, with the problems collected in the source, where it is none. */
function checkedDocument<Kind extends keyof Documents>(source: PackSource, kind: Kind, origin: PackDocument): Documents[Kind] | undefined {
  const issues = validateDocument(kind, origin.value)
  source.place(origin, issues)
  return issues.length === 0 ? (origin.value as unknown as Documents[Kind]) : undefined
}

const whole = (file: string) => ({ file, place: [] })

/** A release with the way back to the files it was read from. */
export interface OpenRelease extends PackRelease {
  readonly origin: PackDocument
}

export interface OpenProgramme {
  readonly document: ProgrammeDocument
  readonly releases: readonly OpenRelease[]
  readonly overlays: readonly OpenOverlay[]
}

function readProgramme(source: PackSource, name: string): OpenProgramme[] {
  const folders = source.list(name).filter(({ name: entry, isFolder }) => isFolder && !(name === 'common' && entry === 'lists'))
  const isShared = name === 'common' && !source.list(name).some(({ name: entry }) => entry === 'programme.json')
  if (isShared && folders.length === 0) return []
  const file = `${name}/programme.json`
  const value = source.readObject(file)
  if (!value) return []
  const document = checkedDocument(source, 'programme', { value, origins: {}, header: file })
  if (!document) return []
  const read = folders.flatMap((entry) => readRelease(source, `${name}/${entry.name}`))
  source.issues.push(...misnamed(file, document, read), ...overlapping(read))
  return [{ document, releases: read.filter((entry) => 'release' in entry), overlays: read.filter((entry) => 'overlay' in entry) }]
}

const partsOfRelease = new Set(['release.json', 'parameters.json', 'logic', 'forms', 'reports', 'cases'])
const partsOfOverlay = new Set([...partsOfRelease].filter((part) => part !== 'forms' && part !== 'reports'))

/** A folder with a release, or with an overlay where its scope is a unit. */
function readRelease(source: PackSource, folder: string): (OpenRelease | OpenOverlay)[] {
  const file = `${folder}/release.json`
  const header = source.readObject(file)
  const isLocal = isObject(header?.['scope'])
  const names = source.list(folder).map(({ name }) => name)
  const strangers = names.filter((name) => !(isLocal ? partsOfOverlay : partsOfRelease).has(name))
  source.issues.push(...strangers.map((name) => packIssue(`${folder}/${name}`, [], { code: 'pack_unexpected', vi: 'không thuộc một bộ quy định; hãy chuyển đi.', en: 'is no part of a release; move it away.' })))
  const parameters = isLocal && !names.includes('parameters.json') ? {} : source.read(`${folder}/parameters.json`)
  const [logic, forms, reports, cases] = [source.readEntries(`${folder}/logic`), source.readEntries(`${folder}/forms`), source.readEntries(`${folder}/reports`), source.readEntries(`${folder}/cases`)]
  if (!header || parameters === undefined) return []
  const { valid_from: from, valid_to: to, ...release } = header
  const origin: PackDocument = {
    value: { ...release, parameters, logic: logic.values, ...(isLocal ? {} : { forms: forms.values, ...(names.includes('reports') && { reports: reports.values }) }), cases: cases.values },
    origins: { parameters: whole(`${folder}/parameters.json`), logic: logic.origins, forms: forms.origins, reports: reports.origins, cases: cases.origins },
    header: file,
  }
  const overlay = isLocal ? checkedDocument(source, 'overlay', origin) : undefined
  const national = isLocal ? undefined : checkedDocument(source, 'release', origin)
  source.issues.push(...[['valid_from', from], ['valid_to', to]].flatMap(([name, day]) => (isOptionalDay(day) ? [] : [wrongDay(file, String(name), day)])))
  if (!isOptionalDay(from) || !isOptionalDay(to)) return []
  const period = { ...(from === undefined ? {} : { valid_from: from }), ...(to === undefined ? {} : { valid_to: to }) }
  if (overlay) return [{ folder, overlay, origin, ...period }]
  return national ? [{ folder, release: national, origin, ...period }] : []
}

/** Collects in the source everything that would make an evaluation by these packs impossible. */
export function checkPacks(source: PackSource, { common, units, programmes }: OpenPacks): void {
  if (!common) return
  const shared = programmes.find(({ document }) => document.id === 'common')?.releases.at(-1)?.release
  for (const { release, origin } of programmes.flatMap(({ releases }) => releases)) {
    const others = shared && release.programme !== 'common' ? { common: shared } : {}
    const rules = checkRelease(common.document, release, others)
    const issues = rules.length > 0 ? rules : checkReports(common.document, release, others)
    placeReleaseIssues(source, common.origin, origin, issues)
    if (issues.length === 0) source.place(origin, caseInputIssues(common.document, release))
  }
  checkOverlayPacks(source, { common: common.document, units, programmes })
}

/** What the answers of a release's cases have that the dictionary does not allow. */
export const caseInputIssues = (common: CommonDocument, { cases }: Release): readonly Issue[] =>
  cases.flatMap(({ given }, index) => checkInput(common, given).map((issue) => ({ ...issue, path: ['cases', index, 'given', ...issue.path] })))

/** A release or overlay with the way back to its files. */
export type OpenDocument = OpenRelease | OpenOverlay

const misnamed = (file: string, { id }: ProgrammeDocument, entries: readonly OpenDocument[]): readonly PackIssue[] => [
  ...(file === `${id}/programme.json` ? [] : [packIssue(file, ['id'], { code: 'pack_name', vi: `chương trình “${id}” phải nằm trong thư mục “${id}”; hãy đổi tên một trong hai.`, en: `programme “${id}” must be in a folder “${id}”; rename one of them.` })]),
  ...entries.map((entry) => ({ folder: entry.folder, programme: documentOf(entry).programme })).filter(({ programme }) => programme !== id).map(({ folder, programme }) =>
    packIssue(`${folder}/release.json`, ['programme'], { code: 'pack_name', vi: `ghi “${programme}” nhưng thuộc chương trình “${id}”; hãy sửa.`, en: `says “${programme}” but belongs to programme “${id}”; correct it.` })),
]

const firstDay = '0001-01-01'
const lastDay = '9999-12-31'

const overlapping = (entries: readonly OpenDocument[]): readonly PackIssue[] =>
  entries.flatMap((later, index) => entries.slice(0, index).filter((earlier) => JSON.stringify(documentOf(earlier).scope) === JSON.stringify(documentOf(later).scope)
    && (earlier.valid_from ?? firstDay) <= (later.valid_to ?? lastDay) && (later.valid_from ?? firstDay) <= (earlier.valid_to ?? lastDay)).map((earlier) =>
    packIssue(`${later.folder}/release.json`, ['valid_from'], { code: 'pack_period', vi: `trùng thời gian hiệu lực với ${earlier.folder}; hãy sửa valid_from hoặc valid_to.`, en: `overlaps the period of ${earlier.folder}; correct valid_from or valid_to.` })))

const wrongDay = (file: string, name: string, day: unknown): PackIssue =>
  packIssue(file, [name], { code: 'pack_day', vi: `${JSON.stringify(day)} không phải ngày theo dạng 2026-12-31; hãy sửa.`, en: `${JSON.stringify(day)} is not a date like 2026-12-31; correct it.` })

const isOptionalDay = (day: unknown): day is string | undefined => day === undefined || (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
