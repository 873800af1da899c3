import { assemble, formatDate, type Assembly, type Issue, type Release } from '@tieuchi/runtime'
import { documentOf, type PackRules, type Packs } from './pack.ts'
import { findRelease, isIssue, reachable, resolvePackRules } from './pack-rules.ts'

export interface PackMoment {
  readonly programme: string
  /** Day whose releases of other programmes are read. */
  readonly at: string
}

/** Releases of the programmes that one may read, in force on a day, by programme; `common` among them. */
export const releasesBeside = (packs: Pick<Packs, 'programmes'>, { programme, at }: PackMoment): Readonly<Record<string, Release>> =>
  Object.fromEntries([...new Set([...reachable(packs, programme), 'common'])].filter((name) => name !== programme).flatMap((name) => {
    const found = packs.programmes.find(({ document }) => document.id === name)
    const beside = found && findRelease(found, at)
    return beside ? [[name, beside.release] as const] : []
  }))

/** A release as an evaluation on a day reads it, whether or not it is the one in force then. */
export const assemblePackRelease = (packs: Packs, release: Release, at: string): Assembly => {
  const { programme } = release
  return assemble({ programme, layer: 'national', common: packs.common, releases: { ...releasesBeside(packs, { programme, at }), [programme]: release } })
}

/** The rules of a folder as an evaluation on a day reads them: a release by itself, an overlay in the local layer of its unit. */
export function assemblePack(packs: Packs, entry: PackRules, at: string): Assembly | Issue {
  if ('release' in entry) return assemblePackRelease(packs, entry.release, at)
  const { programme, scope } = entry.overlay
  const rules = resolvePackRules(packs, { programme, at, unit: scope.unit })
  if (isIssue(rules)) return rules
  const { local } = rules.assemblies
  const isApplied = rules.overlays[programme]?.some(({ folder }) => folder === entry.folder)
  return local && isApplied ? local : notApplied(entry, at)
}

const notApplied = (entry: PackRules, at: string): Issue => {
  const { title } = documentOf(entry)
  return {
    code: 'overlay_not_in_force', severity: 'error', path: ['at'], params: { folder: entry.folder, at },
    message: { vi: `“${title.vi}” không có hiệu lực vào ngày ${formatDate(at)}; hãy chọn ngày khác.`, en: `“${title.en}” is not in force on ${formatDate(at)}; choose another day.` },
  }
}

/** A day on which rules would be in force: the first of their period, else the last, else the day given. */
export const dayOfRelease = ({ valid_from: from, valid_to: to }: Pick<PackRules, 'valid_from' | 'valid_to'>, today: string): string => from ?? to ?? today
