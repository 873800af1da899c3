import { Alert, Button, Group, List, Loader, Table, Title } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftSummary, ProgrammeTimeline } from '../api/contract.ts'
import { draftsQuery } from '../api/draft-api.ts'
import { timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { usePageActions } from '../spotlight/page-actions.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import classes from './policies.module.css'
import { ReleaseTable } from './ReleaseTable.tsx'
import { TimelineBar } from './TimelineBar.tsx'
import { useBeginDraft } from './use-begin-draft.ts'
import { usePeriodText } from './use-period-text.ts'
import { useUnitName } from './use-unit-name.ts'
import { WithdrawDialog, type Withdrawn } from './WithdrawDialog.tsx'

/** A programme through time: its releases, the drafts of the next one, and how each came into force. */
export const TimelinePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { at, today } = useReferenceDate()
  const { programme } = useParams({ from: '/signed-in/policies/$programme' })
  const navigate = useNavigate()
  const unitName = useUnitName()
  const localTitle = (unit: string | undefined): string => (unit === undefined ? t('timeline.localOther') : t('timeline.local', { unit }))
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  const timeline = useQuery({ ...timelineQuery(programme), throwOnError: throwUnlessLoaded })
  const drafts = useQuery({ ...draftsQuery(programme), enabled: permissions.includes('drafts.read') })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [withdrawn, setWithdrawn] = useState<Withdrawn>()
  const beginning = useBeginDraft(programme)
  const failed = timeline.error ?? drafts.error ?? beginning.error
  const choose = (hash: string, add: boolean): void => setChosen(add ? [...chosen, hash].slice(-2) : chosen.filter((other) => other !== hash))
  const [first, second] = inOrder(chosen, timeline.data)
  const releases = Object.entries(timeline.data?.releases ?? {}).filter(([, { scope }]) => scope === 'national')
  usePageActions(permissions.includes('drafts.write') ? releases.map(([hash, { title }]) => ({ label: t('timeline.newDraftOf', { title: read(title) }), run: () => beginning.mutate(hash) })) : [])
  const compare = first && second && (
    <Button component="a" onClick={() => void navigate({ to: '/policies/$programme/compare', params: { programme }, search: { before: first, after: second } })}>{t('timeline.compare')}</Button>
  )
  return (
    <>
      <PageHead title={timeline.data ? read(timeline.data.programme.title) : t('loading')} line={t('timeline.line')} action={compare || <Button disabled title={t('timeline.compareHelp')}>{t('timeline.compare')}</Button>} />
      <div className={classes['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {timeline.isPending && <Loader size="sm" aria-label={t('loading')} />}
        {timeline.data?.spans.map(({ scope, spans }) => (
          <section key={JSON.stringify(scope)} className={classes['layer'] ?? ''}>
            {timeline.data.spans.length > 1 && <Title order={2}>{scope === 'national' ? t('timeline.national') : localTitle(unitName(scope.unit))}</Title>}
            <TimelineBar spans={spans} releases={timeline.data.releases} at={at} />
            <ReleaseTable
              programme={programme} spans={spans} releases={timeline.data.releases} at={at} chosen={chosen} onChoose={choose}
              onDraft={permissions.includes('drafts.write') ? beginning.mutate : undefined}
              onWithdraw={permissions.includes('policies.publish') ? (span, title) => setWithdrawn({ scope, span, title }) : undefined}
            />
          </section>
        ))}
        {permissions.includes('drafts.read') && <DraftList drafts={drafts.data ?? []} />}
        {timeline.data && <PublicationList timeline={timeline.data} />}
      </div>
      {withdrawn && <WithdrawDialog {...withdrawn} programme={programme} today={today} onClose={() => setWithdrawn(undefined)} />}
    </>
  )
}

/** The two chosen releases, the older first. */
const inOrder = (chosen: readonly string[], timeline: ProgrammeTimeline | undefined): readonly (string | undefined)[] => {
  const order = (timeline?.spans ?? []).flatMap(({ spans }) => spans.flatMap(({ release }) => release ?? []))
  return chosen.length < 2 ? [] : chosen.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

const DraftList = ({ drafts }: { readonly drafts: readonly DraftSummary[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('timeline.drafts')}</Title>
      {drafts.length === 0 && <p className={classes['quiet']}>{t('timeline.noDrafts')}</p>}
      <List listStyleType="none" spacing="sm" mt="sm">
        {drafts.map((draft) => (
          <List.Item key={draft.id}>
            <Group gap="sm">
              <Link to="/drafts/$id" params={{ id: draft.id }} className={classes['link'] ?? ''}>{read(draft.title)}</Link>
              <StateBadge color="yellow">{t(`draft.state.${draft.state}`)}</StateBadge>
              {draft.valid_from && <span>{t('timeline.draftFrom', { day: formatDay(draft.valid_from) })}</span>}
              <span className={classes['quiet']}>{t('timeline.draftBy', { person: draft.updated_by.name, at: formatInstant(draft.updated_at) })}</span>
            </Group>
          </List.Item>
        ))}
      </List>
    </section>
  )
}

const PublicationList = ({ timeline }: { readonly timeline: ProgrammeTimeline }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const period = usePeriodText()
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('timeline.history')}</Title>
      <Table className={classes['cards'] ?? ''} mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('timeline.recorded')}</Table.Th>
            <Table.Th>{t('timeline.release')}</Table.Th>
            <Table.Th>{t('timeline.period')}</Table.Th>
            <Table.Th>{t('timeline.by')}</Table.Th>
            <Table.Th>{t('timeline.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {timeline.publications.map((row) => {
            const title = row.release === undefined ? undefined : timeline.releases[row.release]?.title
            return (
              <Table.Tr key={`${row.recorded_at} ${row.valid_from ?? ''}`}>
                <Table.Td data-label={t('timeline.recorded')}>{formatInstant(row.recorded_at)}</Table.Td>
                <Table.Td>{title ? read(title) : t('timeline.withdrawn')}</Table.Td>
                <Table.Td data-label={t('timeline.period')}>{period({ ...(row.valid_from !== undefined && { from: row.valid_from }), ...(row.valid_to !== undefined && { to: row.valid_to }) })}</Table.Td>
                <Table.Td data-label={t('timeline.by')}>{row.published_by === 'system' ? t('timeline.system') : row.published_by}</Table.Td>
                <Table.Td data-label={t('timeline.reason')}>{row.published_by === 'system' ? t('timeline.systemReason') : row.reason}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </section>
  )
}
