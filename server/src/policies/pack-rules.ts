import { assemble, defaultValidTo, hashDocument, resolvePublication, type Assembly, type Issue, type Layer, type Publication, type Release } from '@tieuchi/runtime'
import type { PackProgramme, PackRelease, Packs } from './pack-files.ts'

/** The rules of one programme on a day, as the packs propose them. */
export interface ResolvedPackRules {
  readonly assemblies: Readonly<Partial<Record<Layer, Assembly>>>
  /** The programme's own release in force. */
  readonly release: PackRelease
  /** That release and those it reads, by programme. */
  readonly releases: Readonly<Record<string, Release>>
}

export interface PackQuestion {
  readonly programme: string
  /** Day whose law is asked for. */
  readonly at: string
}

/** Resolves as the server does, with each pack release published for its proposed period; a problem where no rules are in force. */
export function resolvePackRules(packs: Packs, { programme, at }: PackQuestion): ResolvedPackRules | Issue {
  const found = packs.programmes.find(({ document }) => document.id === programme)
  if (!found) return unknownProgramme(packs, programme)
  const own = findRelease(found, at)
  if (!own) return noRules(programme, at)
  const names = [...reachable(packs, programme), 'common']
  const others = names.flatMap((name) => {
    const pack = packs.programmes.find(({ document }) => document.id === name)
    const release = pack && findRelease(pack, at)
    return release ? [[name, release.release] as const] : []
  })
  const releases: Record<string, Release> = { ...Object.fromEntries(others), [programme]: own.release }
  return { assemblies: { national: assemble({ programme, layer: 'national', common: packs.common, releases }) }, release: own, releases }
}

export const isIssue = (value: object): value is Issue => 'severity' in value

/** Programmes that decide something, in the order of their folders. */
export const programmesWithOutcome = ({ programmes }: Packs): readonly PackProgramme[] =>
  programmes.filter(({ releases }) => releases.some(({ release }) => release.logic.some(({ kind }) => kind === 'outcome')))

/** The national release a programme's packs put in force on a day. */
export function findRelease({ document, releases }: PackProgramme, at: string): PackRelease | undefined {
  const proposed = releases.map((entry) => ({ entry, publication: propose(document.id, entry) }))
  const all = proposed.map(({ publication }) => publication)
  const ended = all.map((publication) => {
    const end = publication.valid_to ?? defaultValidTo(all, publication)
    return end === undefined ? publication : { ...publication, valid_to: end }
  })
  const hash = resolvePublication(ended, { programme: document.id, scope: 'national', at })?.release
  return proposed.find(({ publication }) => publication.release === hash)?.entry
}

const propose = (programme: string, { release, valid_from: from, valid_to: to }: PackRelease): Publication => ({
  programme,
  scope: release.scope,
  release: hashOf(release),
  recorded_at: '',
  ...(from === undefined ? {} : { valid_from: from }),
  ...(to === undefined ? {} : { valid_to: to }),
})

const hashes = new WeakMap<Release, string>()

const hashOf = (release: Release): string => {
  const hash = hashes.get(release) ?? hashDocument(release)
  hashes.set(release, hash)
  return hash
}

const reachable = (packs: Packs, programme: string, seen: readonly string[] = []): readonly string[] =>
  (packs.programmes.find(({ document }) => document.id === programme)?.document.depends_on ?? [])
    .filter((name) => !seen.includes(name))
    .flatMap((name) => [name, ...reachable(packs, name, [...seen, programme, name])])

function unknownProgramme(packs: Packs, programme: string): Issue {
  const names = packs.programmes.map(({ document }) => document.id).join(', ')
  return {
    code: 'unknown_programme', severity: 'error', path: ['programme'], params: { programme },
    message: { vi: `Không có chương trình “${programme}”; hãy chọn một trong: ${names}.`, en: `There is no programme “${programme}”; choose one of: ${names}.` },
  }
}

const noRules = (programme: string, at: string): Issue => ({
  code: 'no_rules_in_force', severity: 'error', path: ['at'], params: { programme, at },
  message: { vi: `Chương trình “${programme}” không có quy định nào có hiệu lực vào ngày ${at}; hãy chọn ngày khác.`, en: `Programme “${programme}” has no rules in force on ${at}; choose another day.` },
})
