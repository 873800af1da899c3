import type { CommonDocument } from '../documents/common-document.ts'
import { momentAt } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { checkOverlays } from '../overlay/check-overlays.ts'
import { overlayConflicts } from '../overlay/overlay-conflicts.ts'
import { hashDocument } from '../release/hash.ts'
import type { Publication } from '../release/publication.ts'
import { resolveLayers } from '../release/resolve-layers.ts'
import type { Bundle } from './bundle.ts'
import { baseMissing } from './installation-issues.ts'
import { nationalOn, type InstallGround, type ToldStep } from './install-ground.ts'

interface Move {
  readonly before: InstallGround
  readonly after: InstallGround
  readonly common: CommonDocument
}

/**
 * What local law meets: that of the bundle on the national rules that are here instead of those it was made for, and local law that is here on
 * national rules of the bundle. One issue for each thing it changes that the other base has otherwise or no longer.
 */
export const baseIssues = (bundle: Bundle, steps: readonly ToldStep[], move: Move): readonly Issue[] => [
  ...steps.flatMap(({ file: { release }, publication, path }) => (release.scope === 'national' ? [] : broughtIssues(bundle, release as Overlay, publication, { ...move, path }))),
  ...standingOverlays(move.before).flatMap(({ overlay, publication }) => standingIssues(overlay, publication, { ...move, path: ['here', publication.programme] })),
]

type Placed = Move & { readonly path: Issue['path'] }

/** Each day on which the national rules under local law become others, its first day among them. */
function turningDays({ publications }: InstallGround, { programme, valid_from: from = '0001-01-01', valid_to: to = '9999-12-31' }: Publication): readonly string[] {
  const starts = publications.flatMap((row) => (row.programme === programme && row.scope === 'national' && row.valid_from !== undefined ? [row.valid_from] : []))
  return [...new Set([from, ...starts])].filter((day) => from <= day && day <= to).toSorted()
}

interface Lying {
  readonly at: string
  readonly base: Release
  readonly hash: string
  /** From the province downward. */
  readonly overlays: readonly Overlay[]
}

/** What local law of a unit lies on while it is in force, each base once. */
function basesOf({ publications, documents, units }: InstallGround, overlay: Overlay, publication: Publication, days: readonly string[]): readonly Lying[] {
  const found = new Map<string, Lying>()
  for (const at of days) {
    const { national, overlays } = resolveLayers({ publications, units }, { programme: publication.programme, unit: overlay.scope.unit, moment: momentAt(at) })
    const base = national && documents.get(national.release)
    if (!national || base?.scope !== 'national' || !overlays.some(({ release }) => release === publication.release)) continue
    found.set(national.release, { at, base, hash: national.release, overlays: overlays.flatMap(({ release }) => overlayOf(documents.get(release))) })
  }
  return [...found.values()]
}

const overlayOf = (document: Release | Overlay | undefined): readonly Overlay[] => (document === undefined || document.scope === 'national' ? [] : [document])

function broughtIssues(bundle: Bundle, overlay: Overlay, publication: Publication, move: Placed): readonly Issue[] {
  const { after, path } = move
  const known = after.units.some(({ id }) => id === overlay.scope.unit)
  const lying = known ? basesOf(after, overlay, publication, turningDays(after, publication)) : []
  if (lying.length === 0) return [baseMissing(overlay.title, overlay.scope.unit, known, path)]
  const madeFor = bundle.manifest.needs.bases[publication.release ?? ''] ?? []
  const before = bundle.bases.find((base) => hashDocument(base) === madeFor[0])
  return lying.flatMap((each) => (madeFor.includes(each.hash) || !before ? errorsOn(each, overlay, move) : conflicts(each, before, overlay, move)))
}

/** Local law that is here meets national rules it did not lie on until now. */
function standingIssues(overlay: Overlay, publication: Publication, move: Placed): readonly Issue[] {
  const { before, after } = move
  const knownBases = basesOf(before, overlay, publication, turningDays(before, publication))
  const last = knownBases.at(-1)
  if (!last) return []
  return basesOf(after, overlay, publication, turningDays(after, publication))
    .filter(({ hash }) => knownBases.every((each) => each.hash !== hash))
    .flatMap((each) => conflicts(each, knownBases.findLast(({ at }) => at <= each.at)?.base ?? last.base, overlay, move))
}

const standingOverlays = ({ publications, documents }: InstallGround): readonly { readonly overlay: Overlay; readonly publication: Publication }[] =>
  publications.flatMap((publication) => overlayOf(documents.get(publication.release ?? '')).map((overlay) => ({ overlay, publication })))

const conflicts = ({ at, base, overlays }: Lying, before: Release, overlay: Overlay, { common, after, path }: Placed): readonly Issue[] =>
  ownIssues(overlayConflicts({ common, before, after: base, overlays, others: sharedOn(after, overlay, at) }), overlays, overlay, path)

const errorsOn = ({ at, base, overlays }: Lying, overlay: Overlay, { common, after, path }: Placed): readonly Issue[] =>
  ownIssues(checkOverlays(common, base, overlays, sharedOn(after, overlay, at)).filter(({ severity }) => severity === 'error'), overlays, overlay, path)

/** Of several overlays on one base each tells its own. */
const ownIssues = (issues: readonly Issue[], overlays: readonly Overlay[], overlay: Overlay, path: Issue['path']): readonly Issue[] =>
  issues.filter(({ path: [index] }) => overlays[Number(index)] === overlay).map((issue) => ({ ...issue, path: [...path, ...issue.path.slice(1)] }))

const sharedOn = (ground: InstallGround, { programme }: Overlay, at: string): Readonly<Record<string, Release>> => {
  const shared = programme === 'common' ? undefined : nationalOn(ground, 'common', at)
  return shared ? { common: shared.release } : {}
}
