import { Alert, Button, Group, Loader, Pagination, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { householdsQuery } from '../api/household-api.ts'
import { commonQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { BlankFormButton } from '../prints/BlankFormButton.tsx'
import { usePageActions } from '../spotlight/page-actions.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { HouseholdFilterBar } from './HouseholdFilterBar.tsx'
import { HouseholdTable } from './HouseholdTable.tsx'
import classes from './HouseholdsPage.module.css'
import { useHouseholdSearch } from './use-household-search.ts'
import { useReviewProgramme } from './use-review-programme.ts'
import { useStartSubmission } from './use-start-submission.ts'

const PAGE = 50

/** "Rà soát hộ": the households of the officer's area, and where their review stands. */
export const HouseholdsPage = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at } = useReferenceDate()
  const { filter, change } = useHouseholdSearch()
  const { programme, programmes, problem } = useReviewProgramme(filter.programme)
  const starting = useStartSubmission()
  const start = (household?: string) => starting.mutate({ programme: programme?.id ?? '', reference_date: at, ...(household !== undefined && { household }) })
  const page = filter.page ?? 1
  const households = useQuery({
    ...householdsQuery({ programme: programme?.id ?? '', search: filter.search, state: filter.state, offset: (page - 1) * PAGE, limit: PAGE }),
    enabled: programme !== undefined,
  })
  const common = useQuery({ ...commonQuery(programme?.common ?? ''), enabled: programme !== undefined })
  const lists = useMemo(() => new Map(common.data?.lists.map((each) => [each.id, each])), [common.data])
  const list = households.data
  const last = Math.max(1, Math.ceil((list?.total ?? 0) / PAGE))
  const beyond = list !== undefined && !households.isPlaceholderData && page > last
  useEffect(() => {
    if (beyond) change({ page: last === 1 ? undefined : last }, true)
  }, [beyond, last, change])
  const failed = problem ?? households.error ?? common.error ?? starting.error
  const mayWrite = useSuspenseQuery(sessionQuery).data?.permissions.includes('submissions.write') ?? false
  const canStart = mayWrite && programme?.in_force !== undefined
  const startNew = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!canStart} loading={starting.isPending && starting.variables.household === undefined} onClick={() => start()}>
      {t('households.new')}
    </Button>
  )
  usePageActions([mayWrite && canStart && { label: t('households.new'), run: () => start() }])
  return (
    <>
      <PageHead
        title={t('households.title')}
        line={programme && <span>{read(programme.title)} · {programme.in_force ? t('households.inForce', { title: read(programme.in_force.title) }) : t('households.nothingInForce', { day: formatDay(at) })}</span>}
        action={<Group gap="sm">{programme?.in_force && programme.form && <BlankFormButton release={programme.in_force.release} form={programme.form.id} />}{startNew}</Group>}
      />
      <HouseholdFilterBar filter={filter} programmes={programmes} onChange={change} />
      <div className={classes['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        <Text component="output" display="block" c="var(--quiet)" mih={24} mb="sm">
          {list && t('households.count', { count: list.total, number: new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(list.total) })}
        </Text>
        {!list && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {list && list.items.length > 0 && (
          <HouseholdTable lines={list.items} lists={lists} at={at} canStart={canStart} starting={starting.isPending ? starting.variables.household : undefined} onStart={start} />
        )}
        {list?.items.length === 0 && !beyond && (filter.search || filter.state
          ? <EmptyList title={t('households.noneFound')} text={t('households.noneFoundText')} action={<Button variant="default" onClick={() => change({ search: undefined, state: undefined })}>{t('households.clearFilter')}</Button>} />
          : <EmptyList title={t('households.empty')} text={t('households.emptyText')} action={startNew} />)}
        {list && list.total > PAGE && (
          <Pagination
            mt="md"
            total={last}
            value={page}
            onChange={(next) => change({ page: next === 1 ? undefined : next })}
            getItemProps={(number) => ({ 'aria-label': t('households.page', { number }) })}
            getControlProps={(control) => ({ 'aria-label': control === 'previous' ? t('households.previousPage') : t('households.nextPage') })}
          />
        )}
      </div>
    </>
  )
}
