import { Alert, Button, Group, Loader, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DraftSummary, ProgrammeTimeline } from '../api/contract.ts'
import { draftsQuery } from '../api/draft-api.ts'
import { policiesQuery, shared, timelineQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { usePageActions } from '../spotlight/page-actions.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { NewProgrammeDialog } from './NewProgrammeDialog.tsx'
import classes from './policies.module.css'
import { aroundDay } from './spans.ts'

/** "Chính sách": every programme with what is in force on the day and what comes next, and what all share below them. */
export const PoliciesPage = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at } = useReferenceDate()
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  const [creating, { open, close }] = useDisclosure(false)
  const [importing, { open: startImport, close: endImport }] = useDisclosure(false)
  const found = useQuery(policiesQuery(at))
  const programmes = { ...found, data: found.data?.toSorted((a, b) => Number(a.id === shared) - Number(b.id === shared) || read(a.title).localeCompare(read(b.title), language)) }
  const timelines = useQueries({ queries: (programmes.data ?? []).map(({ id }) => timelineQuery(id)) })
  const drafts = useQuery({ ...draftsQuery(), enabled: permissions.includes('drafts.read') })
  usePageActions([permissions.includes('drafts.write') && { label: t('policies.new'), run: open }, permissions.includes('drafts.write') && { label: t('import.title'), run: startImport }])
  const failed = programmes.error ?? drafts.error
  const begin = permissions.includes('drafts.write') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>{t('policies.new')}</Button>
  return (
    <>
      <PageHead title={t('policies.title')} line={t('policies.line')} action={permissions.includes('drafts.write') && <Group gap="sm"><Button variant="default" onClick={startImport}>{t('import.title')}</Button>{begin}</Group>} />
      <div className={classes['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {programmes.isPending && <Loader size="sm" aria-label={t('loading')} />}
        {programmes.data?.length === 0 && <EmptyList title={t('policies.empty')} text={t('policies.emptyText')} action={begin} />}
        {programmes.data && programmes.data.length > 0 && (
          <Table className={classes['cards'] ?? ''} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('policies.programme')}</Table.Th>
                <Table.Th>{t('policies.inForce')}</Table.Th>
                <Table.Th>{t('policies.next')}</Table.Th>
                <Table.Th>{t('policies.drafts')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {programmes.data.map(({ id, title }, index) => (
                <Table.Tr key={id}>
                  <Table.Td className={classes['name'] ?? ''}><Link to="/policies/$programme" params={{ programme: id }} className={classes['link'] ?? ''}>{read(title)}</Link></Table.Td>
                  <InForceCells timeline={timelines[index]?.data} at={at} />
                  <Table.Td data-label={t('policies.drafts')}>{draftWords(drafts.data ?? [], id, t)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </div>
      {importing && <ImportDialog onClose={endImport} />}
      {creating && <NewProgrammeDialog programmes={(programmes.data ?? []).filter(({ id }) => id !== shared)} onClose={close} />}
    </>
  )
}

const draftWords = (drafts: readonly DraftSummary[], programme: string, t: ReturnType<typeof useTranslation>['t']): string => {
  const count = drafts.filter((draft) => draft.programme === programme).length
  return count === 0 ? '–' : t('policies.drafts.count', { count })
}

const InForceCells = ({ timeline, at }: { readonly timeline: ProgrammeTimeline | undefined; readonly at: string }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { current, next } = aroundDay(timeline?.spans.find(({ scope }) => scope === 'national')?.spans ?? [], at)
  const titleOf = (hash: string | undefined): string => {
    const title = hash === undefined ? undefined : timeline?.releases[hash]?.title
    return title ? read(title) : t('timeline.withdrawnSpan')
  }
  return (
    <>
      <Table.Td data-label={t('policies.inForce')}>{current ? titleOf(current.release) : t('policies.nothing')}</Table.Td>
      <Table.Td data-label={t('policies.next')}>{next?.from ? t('policies.fromDay', { title: titleOf(next.release), day: formatDay(next.from) }) : t('policies.nothingNext')}</Table.Td>
    </>
  )
}
