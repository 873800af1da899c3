import { Alert, Button, Group, Loader, Tabs } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { assemble, type Assembly } from '@tieuchi/runtime'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commonQuery, programmesQuery, releaseQuery, timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { CasesList } from '../elements/CasesList.tsx'
import { DictionaryLists } from '../elements/DictionaryLists.tsx'
import { ElementBody } from '../elements/ElementBody.tsx'
import { ElementPage } from '../elements/ElementPage.tsx'
import { readElement, tabOf, type ElementRef } from '../elements/element.ts'
import { useElementsToFind } from '../elements/use-elements-to-find.ts'
import { FormsList } from '../elements/FormsList.tsx'
import { ReportsList } from '../elements/ReportsList.tsx'
import { ParameterHistory } from '../elements/ParameterHistory.tsx'
import { BlankFormButton } from '../prints/BlankFormButton.tsx'
import { usePageActions } from '../spotlight/page-actions.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { useTabInSight } from '../ui/use-tab-in-sight.ts'
import { LocalReleasePage } from './LocalReleasePage.tsx'
import { ParametersTable } from './ParametersTable.tsx'
import { useReleasesRead } from './use-releases-read.ts'
import classes from './policies.module.css'
import { ReleaseFacts } from './ReleaseFacts.tsx'
import { ReleaseRail } from './ReleaseRail.tsx'
import { isReleaseTab, releaseTabs, type ReleaseTab } from './release-tabs.ts'
import { RulesText } from './RulesText.tsx'
import { stateOn } from './spans.ts'
import { useBeginDraft } from './use-begin-draft.ts'
import { usePeriodText } from './use-period-text.ts'
import { WithdrawDialog, type Withdrawn } from './WithdrawDialog.tsx'

const panels: Readonly<Record<Exclude<ReleaseTab, 'overview'>, (assembly: Assembly, hash: string) => ReactNode>> = {
  dictionary: (assembly) => <DictionaryLists assembly={assembly} />,
  forms: (assembly, hash) => <FormsList assembly={assembly} renderAction={({ id, kind }) => kind === 'form' && <BlankFormButton release={hash} form={id} />} />,
  reports: (assembly) => <ReportsList assembly={assembly} />,
  parameters: (assembly) => <ParametersTable assembly={assembly} />,
  rules: (assembly) => <RulesText assembly={assembly} />,
  cases: (assembly) => <CasesList assembly={assembly} />,
}

/** A published release, to be read; that of a locality by what it changes. */
export const ReleasePage = () => {
  const { programme, hash } = useParams({ from: '/signed-in/policies/$programme/releases/$hash' })
  const timeline = useQuery({ ...timelineQuery(programme), throwOnError: throwUnlessLoaded }).data
  const scope = timeline?.releases[hash]?.scope
  return timeline && scope !== undefined && scope !== 'national' ? <LocalReleasePage timeline={timeline} hash={hash} /> : <NationalReleasePage />
}

/** A national release: everything it is made of, what reads what, and how it came into force beside it. */
const NationalReleasePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at, today } = useReferenceDate()
  const { programme, hash } = useParams({ from: '/signed-in/policies/$programme/releases/$hash' })
  const { tab = 'overview', on } = useSearch({ from: '/signed-in/policies/$programme/releases/$hash' })
  const navigate = useNavigate()
  const period = usePeriodText()
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  const timeline = useQuery(timelineQuery(programme))
  const release = useQuery({ ...releaseQuery(hash), throwOnError: throwUnlessLoaded })
  const programmes = useQuery(programmesQuery(at))
  const newest = programmes.data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const others = useReleasesRead(timeline.data?.programme, at)
  const beginning = useBeginDraft(programme)
  const [withdrawn, setWithdrawn] = useState<Withdrawn>()
  const assembly = useMemo(
    () => (release.data && common.data ? assemble({ programme, layer: 'national', common: common.data, releases: { ...others, [programme]: release.data } }) : undefined),
    [programme, release.data, common.data, others],
  )
  const tabList = useTabInSight(tab, assembly !== undefined)
  const failed = timeline.error ?? release.error ?? programmes.error ?? common.error ?? beginning.error
  const spans = (timeline.data?.spans ?? []).flatMap(({ scope, spans: all }) => all.filter((span) => span.release === hash).map((span) => ({ scope, span })))
  const last = spans.findLast(({ span }) => stateOn(span, today) !== 'past')
  const title = release.data ? read(release.data.title) : t('loading')
  usePageActions([
    permissions.includes('drafts.write') && { label: t('release.newDraft'), run: () => beginning.mutate(hash) },
    permissions.includes('policies.publish') && last && { label: t('timeline.withdraw'), run: () => setWithdrawn({ ...last, title }) },
  ])
  useElementsToFind(() => assembly)
  const named = readElement(on)
  const element = named && tabOf(named) === tab ? named : undefined
  return (
    <>
      <PageHead
        title={title}
        line={<>
          <span>{spans.map(({ span }) => period(span)).join('; ')}</span><span>{t('release.readOnly')}</span>
          {timeline.data && <Link to="/policies/$programme" params={{ programme }} className={classes['link'] ?? ''}>{t('release.back', { title: read(timeline.data.programme.title) })}</Link>}
        </>}
        action={<Group gap="sm">
          {permissions.includes('policies.publish') && last && <Button variant="default" c="var(--error)" onClick={() => setWithdrawn({ ...last, title })}>{t('timeline.withdraw')}</Button>}
          {permissions.includes('drafts.write') && <Button loading={beginning.isPending} onClick={() => beginning.mutate(hash)}>{t('release.newDraft')}</Button>}
        </Group>}
      />
      {failed && <Alert color="red" variant="outline" role="alert" m="md">{read(detailOf(failed))}</Alert>}
      {!assembly && !failed && <Loader size="sm" m="md" aria-label={t('loading')} />}
      {assembly && (
        <div className={classes['desk']}>
          <Tabs className={classes['tabs'] ?? ''} value={tab} onChange={(next) => isReleaseTab(next) && void navigate({ to: '.', search: (search) => ({ ...search, tab: next === 'overview' ? undefined : next, on: undefined }) })} keepMounted={false}>
            <Tabs.List ref={tabList} className={classes['list'] ?? ''}>
              {releaseTabs.map((each) => <Tabs.Tab key={each} value={each}>{t(`release.${each}`)}</Tabs.Tab>)}
            </Tabs.List>
            <Tabs.Panel value={tab} className={classes['panel'] ?? ''}>
              {element ? <ReleaseElement assembly={assembly} element={element} /> : tab === 'overview' ? <ReleaseFacts release={assembly.release} hash={hash} /> : panels[tab](assembly, hash)}
            </Tabs.Panel>
          </Tabs>
          {timeline.data && <ReleaseRail timeline={timeline.data} hash={hash} at={at} />}
        </div>
      )}
      {withdrawn && <WithdrawDialog {...withdrawn} programme={programme} today={today} onClose={() => setWithdrawn(undefined)} />}
    </>
  )
}

const ReleaseElement = ({ assembly, element }: { readonly assembly: Assembly; readonly element: ElementRef }) => {
  const parameter = element.kind === 'parameter' ? assembly.release.parameters[element.id] : undefined
  return (
    <ElementPage
      assembly={assembly}
      element={element}
      renderBody={() => <><ElementBody assembly={assembly} element={element} />{parameter && <ParameterHistory assembly={assembly} id={element.id} parameter={parameter} />}</>}
    />
  )
}
