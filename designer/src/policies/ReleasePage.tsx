import { Alert, Loader, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { assemble } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonQuery, programmesQuery, releaseQuery, timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { ParametersTable } from './ParametersTable.tsx'
import classes from './policies.module.css'
import { ReleaseFacts } from './ReleaseFacts.tsx'
import { RulesText } from './RulesText.tsx'
import { usePeriodText } from './use-period-text.ts'

const tabs = ['overview', 'parameters', 'rules'] as const
type Tab = (typeof tabs)[number]

const isTab = (value: string | null): value is Tab => tabs.some((tab) => tab === value)

/** A published release, to be read: overview, parameters, rules as sentences. */
export const ReleasePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at } = useReferenceDate()
  const { programme, hash } = useParams({ from: '/signed-in/policies/$programme/releases/$hash' })
  const { tab = 'overview' } = useSearch({ from: '/signed-in/policies/$programme/releases/$hash' })
  const navigate = useNavigate()
  const period = usePeriodText()
  const timeline = useQuery(timelineQuery(programme))
  const release = useQuery(releaseQuery(hash))
  const programmes = useQuery(programmesQuery(at))
  const newest = programmes.data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const assembly = useMemo(
    () => (release.data && common.data ? assemble({ programme, layer: 'national', common: common.data, releases: { [programme]: release.data } }) : undefined),
    [programme, release.data, common.data],
  )
  const failed = timeline.error ?? release.error ?? programmes.error ?? common.error
  const spans = (timeline.data?.spans ?? []).flatMap((each) => each.spans.filter((span) => span.release === hash))
  return (
    <>
      <PageHead
        title={release.data ? read(release.data.title) : t('loading')}
        line={<>
          <span>{spans.map(period).join('; ')}</span><span>{t('release.readOnly')}</span>
          {timeline.data && <Link to="/policies/$programme" params={{ programme }} className={classes['link'] ?? ''}>{t('release.back', { title: read(timeline.data.programme.title) })}</Link>}
        </>}
      />
      <div className={classes['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {!assembly && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {assembly && (
          <Tabs value={tab} onChange={(next) => isTab(next) && void navigate({ to: '.', search: (search) => ({ ...search, tab: next === 'overview' ? undefined : next }) })} keepMounted={false}>
            <Tabs.List mb="md">
              {tabs.map((each) => <Tabs.Tab key={each} value={each}>{t(`release.${each}`)}</Tabs.Tab>)}
            </Tabs.List>
            <Tabs.Panel value="overview"><ReleaseFacts release={assembly.release} hash={hash} /></Tabs.Panel>
            <Tabs.Panel value="parameters"><ParametersTable assembly={assembly} /></Tabs.Panel>
            <Tabs.Panel value="rules"><RulesText assembly={assembly} /></Tabs.Panel>
          </Tabs>
        )}
      </div>
    </>
  )
}
