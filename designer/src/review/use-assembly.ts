import { useQueries, useQuery } from '@tanstack/react-query'
import { assembleLayers, type AssemblyLayers, type Overlay, type Release } from '@tieuchi/runtime'
import type { PinnedRules } from '../api/contract.ts'
import { useMemo } from 'react'
import { commonQuery, overlayQuery, releaseQuery } from '../api/policy-api.ts'

interface Loaded<T> {
  readonly documents: readonly T[]
  readonly problem: Error | null
}

const loaded = <T>(results: readonly { readonly data: T | undefined; readonly error: Error | null }[]): Loaded<T> =>
  ({ documents: results.flatMap(({ data }) => data ?? []), problem: results.find(({ error }) => error)?.error ?? null })

/** The pinned rules of a submission in every layer there is, assembled in the browser; undefined until they are loaded. */
export const useAssembly = (programme: string, rules: PinnedRules): { readonly layers: AssemblyLayers | undefined; readonly problem: Error | null } => {
  const pinned = useMemo(() => Object.values(rules.releases), [rules])
  const locals = useMemo(() => pinned.flatMap(({ local = [] }) => local), [pinned])
  const common = useQuery(commonQuery(rules.common))
  const releases = useQueries({ queries: pinned.map(({ national }) => releaseQuery(national)), combine: loaded<Release> })
  const overlays = useQueries({ queries: locals.map((hash) => overlayQuery(hash)), combine: loaded<Overlay> })
  const layers = useMemo(() => {
    if (!common.data || releases.documents.length < pinned.length || overlays.documents.length < locals.length) return undefined
    const byProgramme = Object.fromEntries(releases.documents.map((release) => [release.programme, release]))
    return assembleLayers({ programme, common: common.data, releases: byProgramme, overlays: overlaysByProgramme(overlays.documents) })
  }, [common.data, releases.documents, overlays.documents, pinned, locals, programme])
  return { layers, problem: common.error ?? releases.problem ?? overlays.problem }
}

/** In the order pinned, which is from the province downward. */
const overlaysByProgramme = (overlays: readonly Overlay[]): Readonly<Record<string, readonly Overlay[]>> =>
  Object.fromEntries(Map.groupBy(overlays, (overlay) => overlay.programme))
