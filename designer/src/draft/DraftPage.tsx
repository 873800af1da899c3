import { Loader } from '@mantine/core'
import { useQueries, useQuery, useSuspenseQuery, type UseQueryResult } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Release } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftQuery } from '../api/draft-api.ts'
import { commonQuery, releaseQuery } from '../api/policy-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { LoadProblem } from '../app/LoadProblem.tsx'
import { DraftDesk } from './DraftDesk.tsx'

const none: Readonly<Record<string, string>> = {}

const together = (results: readonly UseQueryResult<Release>[]) => ({
  error: results.find(({ error }) => error)?.error,
  found: results.every(({ data }) => data) ? results.flatMap(({ data }) => data ?? []) : undefined,
})

/**
 * Releases by programme once all are there; the same object as long as they are the same, for everything on the page is made from them. Where
 * others are read by the same draft from now on, the former ones until those are there.
 */
const useReleases = (draft: string, hashes: Readonly<Record<string, string>>): { readonly error: Error | null | undefined; readonly releases: Readonly<Record<string, Release>> | undefined } => {
  const { error, found } = useQueries({ queries: Object.values(hashes).map(releaseQuery), combine: together })
  const releases = useMemo(() => found && Object.fromEntries(Object.keys(hashes).flatMap((name, index) => (found[index] ? [[name, found[index]] as const] : []))), [hashes, found])
  const [last, setLast] = useState<{ readonly draft: string; readonly releases: typeof releases }>()
  if (releases && hashes !== none && releases !== last?.releases) setLast({ draft, releases })
  return { error, releases: releases ?? (last?.draft === draft ? last.releases : undefined) }
}

/** A draft with everything it is joined with: what all share, the release it was made from, the releases it reads. */
export const DraftPage = () => {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/signed-in/drafts/$id' })
  const session = useSuspenseQuery(sessionQuery).data
  const draft = useQuery(draftQuery(id))
  const common = useQuery({ ...commonQuery(draft.data?.common ?? ''), enabled: draft.data !== undefined })
  const base = useQuery({ ...releaseQuery(draft.data?.base ?? ''), enabled: draft.data?.base !== undefined })
  const reads = useReleases(id, draft.data?.reads ?? none)
  const failed = draft.error ?? common.error ?? base.error ?? reads.error
  const ready = session && draft.data && common.data && (draft.data.base === undefined || base.data) && reads.releases
  if (!ready && failed) return <LoadProblem error={failed} reset={() => window.location.reload()} />
  if (!ready) return <Loader size="sm" m="md" aria-label={t('loading')} />
  return <DraftDesk key={draft.data.id} draft={draft.data} common={common.data} base={base.data} others={reads.releases} person={session.person.id} permissions={session.permissions} today={session.today} />
}
