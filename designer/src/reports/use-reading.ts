import { useQuery } from '@tanstack/react-query'
import { readReport, type Assembly, type CodeList, type CommonDocument, type Release, type ReportDocument } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { commonQuery, programmesQuery, releaseQuery } from '../api/policy-api.ts'

/** A release with what all share, as of a day; absent until both are there. */
export const useRules = (hash: string | undefined, at: string): { readonly release: Release | undefined; readonly common: CommonDocument | undefined } => {
  const release = useQuery({ ...releaseQuery(hash ?? ''), enabled: hash !== undefined }).data
  const newest = useQuery(programmesQuery(at)).data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined }).data
  return { release, common }
}

/** The words of a report: what its conditions are read in, and the lists of values. */
export const useReading = (programme: string | undefined, hash: string | undefined, document: ReportDocument | undefined, at: string): { readonly reading: Assembly | undefined; readonly lists: ReadonlyMap<string, CodeList> } => {
  const { release, common } = useRules(hash, at)
  return useMemo(() => ({
    reading: programme !== undefined && document && release && common ? readReport({ common, releases: { [programme]: release } }, document) : undefined,
    lists: new Map((common?.lists ?? []).map((list) => [list.id, list])),
  }), [programme, document, release, common])
}
