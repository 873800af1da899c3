import { Alert, Loader } from '@mantine/core'
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Release } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { draftQuery } from '../api/draft-api.ts'
import { commonQuery, releaseQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { DraftDesk } from './DraftDesk.tsx'

/** A draft with everything it is joined with: what all share, the release it was made from, the releases it reads. */
export const DraftPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { id } = useParams({ from: '/signed-in/drafts/$id' })
  const session = useSuspenseQuery(sessionQuery).data
  const draft = useQuery(draftQuery(id))
  const common = useQuery({ ...commonQuery(draft.data?.common ?? ''), enabled: draft.data !== undefined })
  const base = useQuery({ ...releaseQuery(draft.data?.base ?? ''), enabled: draft.data?.base !== undefined })
  const names = Object.entries(draft.data?.reads ?? {})
  const reads = useQueries({ queries: names.map(([, hash]) => releaseQuery(hash)) })
  const failed = draft.error ?? common.error ?? base.error ?? reads.find(({ error }) => error)?.error
  if (failed) return <Alert color="red" variant="outline" role="alert" m="md">{read(detailOf(failed))}</Alert>
  const ready = session && draft.data && common.data && (draft.data.base === undefined || base.data) && reads.every(({ data }) => data)
  if (!ready) return <Loader size="sm" m="md" aria-label={t('loading')} />
  const others: Record<string, Release> = Object.fromEntries(names.flatMap(([name], index) => (reads[index]?.data ? [[name, reads[index].data] as const] : [])))
  return <DraftDesk key={draft.data.id} draft={draft.data} common={common.data} base={base.data} others={others} person={session.person.id} permissions={session.permissions} today={session.today} />
}
