import { Alert, Loader, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { applyOverlays, type Overlay, type Release } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeTimeline } from '../api/contract.ts'
import { commonQuery, overlayQuery, programmesQuery, releaseQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { tellInBrief } from './comparison.ts'
import { useReleasesRead } from './use-releases-read.ts'
import classes from './policies.module.css'
import { ReleaseFacts } from './ReleaseFacts.tsx'
import { ReleaseRail } from './ReleaseRail.tsx'
import { aroundDay } from './spans.ts'
import { usePeriodText } from './use-period-text.ts'

interface LocalReleasePageProps {
  readonly timeline: ProgrammeTimeline
  readonly hash: string
}

/** Rules of a locality: what they change of the national rules they stand on, in sentences. */
export const LocalReleasePage = ({ timeline, hash }: LocalReleasePageProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const period = usePeriodText()
  const own = timeline.spans.flatMap(({ spans }) => spans.filter(({ release }) => release === hash))
  const national = timeline.spans.find(({ scope }) => scope === 'national')?.spans ?? []
  const base = aroundDay(national, own[0]?.from ?? at).current?.release
  const overlay = useQuery({ ...overlayQuery(hash), throwOnError: throwUnlessLoaded })
  const release = useQuery({ ...releaseQuery(base ?? ''), enabled: base !== undefined })
  const programmes = useQuery(programmesQuery(at))
  const newest = programmes.data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const failed = overlay.error ?? release.error ?? programmes.error ?? common.error
  const { id: programme, title } = timeline.programme
  const others = useReleasesRead(timeline.programme, at)
  const groups = useMemo(
    () => (overlay.data && release.data && common.data ? tellInBrief({ before: release.data, after: withLocal(release.data, overlay.data), common: common.data, others }) : undefined),
    [overlay.data, release.data, common.data, others],
  )
  return (
    <>
      <PageHead
        title={overlay.data ? read(overlay.data.title) : t('loading')}
        line={<>
          <span>{own.map(period).join('; ')}</span><span>{t('release.readOnly')}</span>
          <Link to="/policies/$programme" params={{ programme }} className={classes['link'] ?? ''}>{t('release.back', { title: read(title) })}</Link>
        </>}
      />
      {failed && <Alert color="red" variant="outline" role="alert" m="md">{read(detailOf(failed))}</Alert>}
      {!overlay.data && !failed && <Loader size="sm" m="md" aria-label={t('loading')} />}
      {overlay.data && (
        <div className={classes['desk']}>
          <div className={classes['panel']}>
            <ReleaseFacts release={overlay.data} hash={hash} />
            <section className={classes['section']}>
              <Title order={2} mb="sm">{release.data ? t('release.local', { title: read(release.data.title) }) : t('release.localAlone')}</Title>
              <ul className={classes['sentences']}>
                {groups?.flatMap(({ told }) => told.map(({ sentence }) => <li key={sentence.vi}>{read(sentence)}</li>))}
              </ul>
            </section>
          </div>
          <ReleaseRail timeline={timeline} hash={hash} at={at} />
        </div>
      )}
    </>
  )
}

/** The national rules as the locality reads them; what it is called and its cases are not of them. */
const withLocal = (base: Release, overlay: Overlay): Release => ({ ...applyOverlays(base, [overlay]).release, title: base.title, legal_basis: base.legal_basis, changelog: base.changelog, cases: base.cases })
