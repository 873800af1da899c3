import { defaultValidTo, hashDocument, resolveLayers, type Moment, type Overlay, type Publication, type Release, type UnitDocument } from '@tieuchi/runtime'
import type { PackOverlay, PackProgramme, PackRelease } from './pack.ts'

/** The rules of one programme around a unit, as the packs propose them. */
export interface PackLayers {
  readonly national?: PackRelease
  /** From the province downward. */
  readonly overlays: readonly PackOverlay[]
}

export interface PackPlace {
  /** Id of the unit; absent: national rules alone. */
  readonly unit?: string
  readonly moment: Moment
}

/** Resolves as the server does, with everything in the packs published for its proposed period. */
export function resolvePackLayers(programme: PackProgramme, units: readonly UnitDocument[], { unit = '', moment }: PackPlace): PackLayers {
  const publications = publicationsOf(programme)
  const { national, overlays } = resolveLayers({ publications, units }, { programme: programme.document.id, unit, moment })
  const release = programme.releases.find((entry) => hashOf(entry.release) === national?.release)
  const byHash = new Map(programme.overlays.map((entry) => [hashOf(entry.overlay), entry]))
  return { ...(release && { national: release }), overlays: overlays.flatMap((row) => byHash.get(row.release) ?? []) }
}

/** Everything of a programme as it would be published, each ending where the next of its scope begins. */
export function publicationsOf({ document: { id: programme }, releases, overlays }: PackProgramme): readonly Publication[] {
  const proposed: readonly Publication[] = [...releases.map(({ release, ...period }) => propose(programme, release, period)), ...overlays.map(({ overlay, ...period }) => propose(programme, overlay, period))]
  return proposed.map((publication) => {
    const end = publication.valid_to ?? defaultValidTo(proposed, publication)
    return end === undefined ? publication : { ...publication, valid_to: end }
  })
}

const propose = (programme: string, document: Release | Overlay, { valid_from: from, valid_to: to }: Pick<PackRelease, 'valid_from' | 'valid_to'>): Publication => ({
  programme,
  scope: document.scope,
  release: hashOf(document),
  recorded_at: '',
  ...(from === undefined ? {} : { valid_from: from }),
  ...(to === undefined ? {} : { valid_to: to }),
})

const hashes = new WeakMap<object, string>()

/** Content hash of a document, computed once. */
export const hashOf = (document: Release | Overlay): string => {
  const hash = hashes.get(document) ?? hashDocument(document)
  hashes.set(document, hash)
  return hash
}
