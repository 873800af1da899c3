import { useQueries, useQuery } from '@tanstack/react-query'
import type { ProgrammeDocument, Release } from '@tieuchi/runtime'
import { policiesQuery, releaseQuery, shared } from '../api/policy-api.ts'

/** Loaded releases by their programme. */
const byProgramme = (results: readonly { readonly data: Release | undefined }[]): Readonly<Record<string, Release>> =>
  Object.fromEntries(results.flatMap(({ data }) => (data ? [[data.programme, data] as const] : [])))

/** The releases in force on a day that a programme reads, what all share among them, by which its sentences name what is read; empty until they are loaded. */
export const useReleasesRead = (programme: Pick<ProgrammeDocument, 'depends_on'> | undefined, at: string): Readonly<Record<string, Release>> => {
  const inForce = useQuery(policiesQuery(at)).data ?? []
  const hashes = inForce.flatMap(({ id, in_force: release }) => (release && programme && (id === shared || programme.depends_on.includes(id)) ? [release.release] : []))
  return useQueries({ queries: hashes.map((hash) => releaseQuery(hash)), combine: byProgramme })
}
