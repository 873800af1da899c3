import { Alert, Loader, Title } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonQuery, programmesQuery, releaseQuery, timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { ImpactOfReleases } from '../impact/ImpactOfReleases.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ChangedElements, type LinkedRelease } from './ChangedElements.tsx'
import { tellInBrief, type ToldGroup } from './comparison.ts'
import { useReleasesRead } from './use-releases-read.ts'
import classes from './policies.module.css'

/** Two published releases, and what is different between them, in sentences. */
export const ComparePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const { programme } = useParams({ from: '/signed-in/policies/$programme/compare' })
  const { before: first, after: second } = useSearch({ from: '/signed-in/policies/$programme/compare' })
  const mayLook = useSuspenseQuery(sessionQuery).data?.permissions.includes('drafts.read') ?? false
  const timeline = useQuery({ ...timelineQuery(programme), throwOnError: throwUnlessLoaded })
  const before = useQuery({ ...releaseQuery(first ?? ''), enabled: first !== undefined, throwOnError: throwUnlessLoaded })
  const after = useQuery({ ...releaseQuery(second ?? ''), enabled: second !== undefined, throwOnError: throwUnlessLoaded })
  const newest = useQuery(programmesQuery(at)).data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const others = useReleasesRead(timeline.data?.programme, at)
  const groups = useMemo(
    () => (before.data && after.data && common.data ? tellInBrief({ before: before.data, after: after.data, common: common.data, others }) : undefined),
    [before.data, after.data, common.data, others],
  )
  const failed = timeline.error ?? before.error ?? after.error ?? common.error
  return (
    <>
      <PageHead
        title={t('compare.title')}
        line={<>
          {before.data && after.data && <span>{t('compare.line', { before: read(before.data.title), after: read(after.data.title) })}</span>}
          {timeline.data && <Link to="/policies/$programme" params={{ programme }} className={classes['link'] ?? ''}>{t('release.back', { title: read(timeline.data.programme.title) })}</Link>}
        </>}
        action={mayLook && first !== undefined && second !== undefined && <ImpactOfReleases before={first} after={second} />}
      />
      <div className={classes['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {!groups && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {groups && before.data && after.data && <Groups groups={groups} before={{ programme, hash: first ?? '', release: before.data }} after={{ programme, hash: second ?? '', release: after.data }} />}
      </div>
    </>
  )
}

interface GroupsProps {
  readonly groups: readonly ToldGroup[]
  readonly before: LinkedRelease
  readonly after: LinkedRelease
}

const Groups = ({ groups, before, after }: GroupsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (groups.length === 0) return <p>{t('compare.none')}</p>
  return (
    <>
      <output>{t('compare.inBrief', { count: groups.reduce((sum, { told }) => sum + told.length, 0) })}</output>
      {groups.map(({ group, told }) => (
        <section key={group} className={classes['section']}>
          <Title order={2} mb="sm">{t(`compare.group.${group}`)}</Title>
          <ul className={classes['sentences']}>{told.map(({ sentence, changes }) => <li key={sentence.vi}>{read(sentence)}<ChangedElements changes={changes} before={before} after={after} /></li>)}</ul>
        </section>
      ))}
    </>
  )
}
