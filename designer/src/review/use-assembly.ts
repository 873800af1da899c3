import { useQueries, useQuery } from '@tanstack/react-query'
import { assemble, assembleLayers, type Assembly, type AssemblyLayers, type AssemblyParts, type CommonDocument, type Overlay, type Release } from '@tieuchi/runtime'
import type { PinnedFormRules } from '../api/contract.ts'
import { useMemo } from 'react'
import { commonQuery, overlayQuery, releaseQuery } from '../api/policy-api.ts'

interface Loaded<T> {
  readonly documents: readonly T[]
  readonly problem: Error | null
}

const loaded = <T>(results: readonly { readonly data: T | undefined; readonly error: Error | null }[]): Loaded<T> =>
  ({ documents: results.flatMap(({ data }) => data ?? []), problem: results.find(({ error }) => error)?.error ?? null })

/** The pinned rules of a submission in every layer there is, with those of its pages, assembled in the browser; undefined until they are loaded. */
export const useAssembly = (programme: string, rules: PinnedFormRules): { readonly layers: AssemblyLayers | undefined; readonly problem: Error | null } => {
  const pinned = useMemo(() => [rules.releases, ...Object.values(rules.pages ?? {})].flatMap((releases) => Object.values(releases)), [rules])
  const hashes = useMemo(() => [...new Set(pinned.map(({ national }) => national))], [pinned])
  const locals = useMemo(() => [...new Set(pinned.flatMap(({ local = [] }) => local))], [pinned])
  const common = useQuery(commonQuery(rules.common))
  const releases = useQueries({ queries: hashes.map((hash) => releaseQuery(hash)), combine: loaded<Release> })
  const overlays = useQueries({ queries: locals.map((hash) => overlayQuery(hash)), combine: loaded<Overlay> })
  const layers = useMemo(() => {
    if (!common.data || releases.documents.length < hashes.length || overlays.documents.length < locals.length) return undefined
    const byHash: Documents = { releases: new Map(hashes.map((hash, index) => [hash, releases.documents[index]])), overlays: new Map(locals.map((hash, index) => [hash, overlays.documents[index]])) }
    return { ...assembleLayers({ programme, common: common.data, ...partsOf(byHash, rules.releases) }), contributors: contributorsOf(common.data, byHash, rules) }
  }, [common.data, releases.documents, overlays.documents, hashes, locals, programme, rules])
  return { layers, problem: common.error ?? releases.problem ?? overlays.problem }
}

/** What was loaded, by hash. */
interface Documents {
  readonly releases: ReadonlyMap<string, Release | undefined>
  readonly overlays: ReadonlyMap<string, Overlay | undefined>
}

/** What an assembly is made of; overlays in the order pinned, which is from the province downward. */
const partsOf = ({ releases, overlays }: Documents, pinned: PinnedFormRules['releases']): Pick<AssemblyParts, 'releases' | 'overlays'> => ({
  releases: Object.fromEntries(Object.entries(pinned).flatMap(([name, { national }]) => {
    const release = releases.get(national)
    return release ? [[name, release] as const] : []
  })),
  overlays: Object.fromEntries(Object.entries(pinned).map(([name, { local = [] }]) => [name, local.flatMap((hash) => overlays.get(hash) ?? [])])),
})

const contributorsOf = (common: CommonDocument, documents: Documents, { pages = {} }: PinnedFormRules): readonly Assembly[] =>
  Object.entries(pages).map(([programme, releases]) => assemble({ programme, layer: 'national', common, ...partsOf(documents, releases) }))
