import { assembleLayers, momentAt, overlaysRead, type AssemblyLayers, type Issue, type Overlay, type Release } from '@tieuchi/runtime'
import type { PackOverlay, PackProgramme, PackRelease, Packs } from './pack.ts'
import { resolvePackLayers, type PackPlace } from './pack-layers.ts'

/** The rules of one programme on a day, as the packs propose them. */
export interface ResolvedPackRules {
  readonly assemblies: AssemblyLayers
  /** The programme's own release in force. */
  readonly release: PackRelease
  /** That release and those it reads, by programme. */
  readonly releases: Readonly<Record<string, Release>>
  /** Overlays in force around the unit that they read, by programme and from the province downward. */
  readonly overlays: Readonly<Record<string, readonly PackOverlay[]>>
}

export interface PackQuestion {
  readonly programme: string
  /** Day whose law is asked for. */
  readonly at: string
  /** Id of the unit of the household, as of that day; absent: national rules alone. */
  readonly unit?: string
}

/** Resolves as the server does, with everything in the packs published for its proposed period; a problem where no rules are in force. */
export function resolvePackRules(packs: Packs, { programme, at, unit }: PackQuestion): ResolvedPackRules | Issue {
  const found = packs.programmes.find(({ document }) => document.id === programme)
  if (!found) return unknownProgramme(packs, programme)
  const place: PackPlace = { moment: momentAt(at), ...(unit !== undefined && { unit }) }
  const layers = [...new Set([programme, ...reachable(packs, programme), 'common'])].flatMap((name) => {
    const pack = packs.programmes.find(({ document }) => document.id === name)
    const { national, overlays = [] } = pack ? resolvePackLayers(pack, packs.units, place) : {}
    return national ? [{ name, national, overlays }] : []
  })
  const own = layers.find(({ name }) => name === programme)
  if (!own) return noRules(programme, at)
  const releases = Object.fromEntries(layers.map(({ name, national }) => [name, national.release]))
  const around = Object.fromEntries(layers.filter((each) => each.overlays.length > 0).map((each) => [each.name, each.overlays]))
  const read = overlaysRead({ common: packs.common, releases, overlays: documentsOf(around) })
  const overlays = Object.fromEntries(Object.entries(around).filter(([name]) => Object.hasOwn(read, name)))
  return { assemblies: assembleLayers({ programme, common: packs.common, releases, overlays: read }), release: own.national, releases, overlays }
}

const documentsOf = (overlays: ResolvedPackRules['overlays']): Readonly<Record<string, readonly Overlay[]>> =>
  Object.fromEntries(Object.entries(overlays).map(([name, entries]) => [name, entries.map(({ overlay }) => overlay)]))

export const isIssue = (value: object): value is Issue => 'severity' in value

/** Programmes that decide something, in the order of their folders. */
export const programmesWithOutcome = ({ programmes }: Packs): readonly PackProgramme[] =>
  programmes.filter(({ releases }) => releases.some(({ release }) => release.logic.some(({ kind }) => kind === 'outcome')))

/** The national release a programme's packs put in force on a day. */
export const findRelease = (programme: PackProgramme, at: string): PackRelease | undefined => resolvePackLayers(programme, [], { moment: momentAt(at) }).national

/** Programmes that a programme's rules may read, directly or through others. */
export const reachable = (packs: Pick<Packs, 'programmes'>, programme: string, seen: readonly string[] = []): readonly string[] =>
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
