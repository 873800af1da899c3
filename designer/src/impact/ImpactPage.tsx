import { Alert, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImpactRun } from '../api/contract.ts'
import { impactRunQuery } from '../api/impact-api.ts'
import { timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { PageHead } from '../ui/PageHead.tsx'
import { ImpactAddressContext } from './impact-address.ts'
import { RunView } from './RunView.tsx'
import { useRunAddress } from './use-run-address.ts'

/** A run on a page of its own, as the bell, an approval and a comparison lead to it. */
export const ImpactPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { id } = useParams({ from: '/signed-in/impact/$id' })
  const search = useSearch({ from: '/signed-in/impact/$id' })
  const address = useRunAddress(`/impact/${id}`, search)
  const { data: run, error } = useQuery({ ...impactRunQuery(id), throwOnError: throwUnlessLoaded })
  return (
    <ImpactAddressContext value={address}>
      <PageHead title={run ? t('impact.titleOf', { title: read(run.after.title) }) : t('release.impact')} line={run && <Ways run={run} />} />
      <div className={policies['content']} data-wide>
        {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
        {!run && !error && <Loader size="sm" aria-label={t('loading')} />}
        {run && <RunView key={run.id} run={run} />}
      </div>
    </ImpactAddressContext>
  )
}

/** To the programme, and to the draft whose rules were looked at. */
const Ways = ({ run: { programme, after } }: { readonly run: ImpactRun }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const timeline = useQuery(timelineQuery(programme)).data
  const look = { className: policies['link'] ?? '' }
  return (
    <>
      {timeline && <Link to="/policies/$programme" params={{ programme }} {...look}>{read(timeline.programme.title)}</Link>}
      {after.draft
        ? <Link to="/drafts/$id" params={{ id: after.draft.id }} search={{ tab: 'impact' }} {...look}>{t('impact.toDraft')}</Link>
        : <Link to="/policies/$programme/releases/$hash" params={{ programme, hash: after.hash }} {...look}>{t('impact.toRelease')}</Link>}
    </>
  )
}
