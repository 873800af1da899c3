import type { Moment } from '../documents/input-document.ts'
import type { UnitDocument } from '../documents/unit-document.ts'
import { unitsDownTo } from '../units/unit.ts'
import { resolvePublication, type Publication } from './publication.ts'

/** What is in force: a publication that is no withdrawal. */
export type PublishedRelease = Publication & { readonly release: string }

/** Where rules come from. */
export interface LayerSources {
  readonly publications: readonly Publication[]
  /** The unit and every unit that was ever above it. */
  readonly units: readonly UnitDocument[]
}

export interface LayersQuestion {
  readonly programme: string
  /** Id of the unit where the household lives. */
  readonly unit: string
  readonly moment: Moment
  /** As known at this instant; later recordings are not seen. */
  readonly known_at?: string
}

/** The rules of one programme for one household. */
export interface ResolvedLayers {
  /** Absent: no rules in force. */
  readonly national?: PublishedRelease
  /** Overlays in force on it, from the province downward. Empty: nothing local. */
  readonly overlays: readonly PublishedRelease[]
}

/**
 * Which rules are in force: the national ones of `law_at`, and the overlays of that day of every unit around the household
 * by the tree of `unit_at`. An overlay without national rules under it has nothing to change and is not in force.
 */
export const resolveLayers = ({ publications, units }: LayerSources, { programme, unit, moment, known_at: knownAt }: LayersQuestion): ResolvedLayers => {
  const inForce = (scope: Publication['scope']): readonly PublishedRelease[] => {
    const found = resolvePublication(publications, { programme, scope, at: moment.law_at, ...(knownAt !== undefined && { known_at: knownAt }) })
    return found?.release === undefined ? [] : [{ ...found, release: found.release }]
  }
  const [national] = inForce('national')
  if (!national) return { overlays: [] }
  const own = units.find(({ id }) => id === unit)
  return { national, overlays: own ? unitsDownTo(units, own, moment.unit_at).flatMap(({ id }) => inForce({ unit: id })) : [] }
}
