import { useQueries, useQuery } from '@tanstack/react-query'
import { assemble, type Assembly, type Layer, type Release } from '@tieuchi/runtime'
import type { PinnedRules } from '../api/contract.ts'
import { useMemo } from 'react'
import { commonQuery, releaseQuery } from '../api/policy-api.ts'

/** The hash an evaluation of a layer reads of each programme; where a programme has nothing local, the national one. */
const hashesOf = (rules: PinnedRules, layer: Layer): readonly (readonly [programme: string, hash: string])[] =>
  Object.entries(rules.releases).flatMap(([programme, byLayer]) => {
    const hash = byLayer[layer] ?? byLayer['national']
    return hash === undefined ? [] : [[programme, hash] as const]
  })

/** The pinned rules of a submission, assembled in the browser; undefined until they are loaded. */
export const useAssembly = (programme: string, rules: PinnedRules, layer: Layer): { readonly assembly: Assembly | undefined; readonly problem: Error | null } => {
  const hashes = useMemo(() => hashesOf(rules, layer), [rules, layer])
  const common = useQuery(commonQuery(rules.common))
  const releases = useQueries({
    queries: hashes.map(([, hash]) => releaseQuery(hash)),
    combine: (results) => ({ documents: results.flatMap(({ data }) => (data ? [data] : [])), problem: results.find(({ error }) => error)?.error ?? null }),
  })
  const { documents } = releases
  const assembly = useMemo(() => {
    if (!common.data || documents.length < hashes.length) return undefined
    const byProgramme: Record<string, Release> = Object.fromEntries(documents.map((release) => [release.programme, release]))
    return assemble({ programme, layer, common: common.data, releases: byProgramme })
  }, [common.data, documents, hashes, programme, layer])
  return { assembly, problem: common.error ?? releases.problem }
}
