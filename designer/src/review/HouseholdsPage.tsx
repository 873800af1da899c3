import { Alert, Button, Group, Loader } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { entitlementsFile } from '../api/entitlement-api.ts'
import { householdFacetsQuery, householdsFile, loadHouseholds } from '../api/household-api.ts'
import { commonQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { useKeptColumns } from '../lists/kept-columns.ts'
import listClasses from '../lists/lists.module.css'
import { ListTable } from '../lists/ListTable.tsx'
import { ListTools } from '../lists/ListTools.tsx'
import { useListAddress } from '../lists/use-list-address.ts'
import { writeCount } from '../lists/use-list-number.ts'
import { useListRows } from '../lists/use-list-rows.ts'
import { BlankFormButton } from '../prints/BlankFormButton.tsx'
import { usePageActions } from '../spotlight/page-actions.ts'
import { formatDay } from '../ui/day-text.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useHouseholdColumns } from './household-columns.tsx'
import type { HouseholdSearch } from './household-search.ts'
import { HouseholdFilterBar } from './HouseholdFilterBar.tsx'
import classes from './HouseholdsPage.module.css'
import { useNewHousehold } from './use-new-household.tsx'
import { useReviewProgramme } from './use-review-programme.ts'
import { useStartSubmission } from './use-start-submission.ts'

/** Height of a card on a phone, about. */
const cardHeight = 104
const noFilter: HouseholdSearch = { search: undefined, state: undefined, result: undefined, place: undefined, unit: undefined }

/** "Rà soát hộ": the households of the officer's area, and where their review stands. */
export const HouseholdsPage = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at } = useReferenceDate()
  const filter = useSearch({ from: '/signed-in/households' })
  const navigate = useNavigate({ from: '/households' })
  const change = useListAddress<HouseholdSearch>('/households', (changes) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }))
  const { programme, programmes, problem } = useReviewProgramme(filter.programme)
  const starting = useStartSubmission()
  const start = (household: string) => starting.mutate({ programme: programme?.id ?? '', reference_date: at, household })
  const { search, state, result, place, unit, sort } = filter
  const asked = { programme: programme?.id ?? '', search, state, result, place, unit, sort }
  const rows = useListRows({ key: ['households', asked], load: (window) => loadHouseholds({ ...asked, ...window }), enabled: programme !== undefined })
  const facets = useQuery({ ...householdFacetsQuery(programme?.id ?? '', unit), enabled: programme !== undefined, placeholderData: (before) => before })
  const common = useQuery({ ...commonQuery(programme?.common ?? ''), enabled: programme !== undefined })
  const lists = useMemo(() => new Map(common.data?.lists.map((each) => [each.id, each])), [common.data])
  const mayWrite = useSuspenseQuery(sessionQuery).data?.permissions.includes('submissions.write') ?? false
  const canStart = mayWrite && programme?.in_force !== undefined
  const columns = useHouseholdColumns({ lists, at, canStart, manyUnits: (facets.data?.units.length ?? 0) > 0, starting: starting.isPending ? starting.variables.household : undefined, onStart: start })
  const kept = useKeptColumns('households', columns)
  const narrowed = search ?? state ?? result ?? place ?? unit
  const failed = problem ?? rows.error ?? common.error ?? starting.error
  const startingNew = starting.isPending && starting.variables.household === undefined
  const { ready, start: startFirst, dialog } = useNewHousehold({
    canStart,
    starting: startingNew,
    onStart: (commune) => starting.mutate({ programme: programme?.id ?? '', reference_date: at, ...(commune !== undefined && { unit: commune }) }),
  })
  const startNew = mayWrite && <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!ready} loading={startingNew} onClick={startFirst}>{t('households.new')}</Button>
  usePageActions([ready && { label: t('households.new'), run: startFirst }])
  return (
    <>
      <PageHead
        title={t('households.title')}
        line={programme && <span>{read(programme.title)} · {programme.in_force ? t('households.inForce', { title: read(programme.in_force.title) }) : t('households.nothingInForce', { day: formatDay(at) })}</span>}
        action={<Group gap="sm">{programme?.in_force && programme.form && <BlankFormButton release={programme.in_force.release} form={programme.form.id} />}<DownloadButton path={entitlementsFile(at, language)}>{t('entitlements.excel')}</DownloadButton>{startNew}</Group>}
      />
      {dialog}
      <HouseholdFilterBar filter={filter} programmes={programmes} facets={facets.data} lists={lists} onChange={change} />
      <div className={listClasses['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        <ListTools
          count={rows.total === undefined ? undefined : t('households.count', { count: rows.total, number: writeCount(rows.total, language) })}
          columns={columns}
          kept={kept}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          file={programme && householdsFile({ ...asked, language })}
          onClear={narrowed === undefined ? undefined : () => change(noFilter)}
        />
        {rows.total === undefined && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {(rows.total ?? 0) > 0 && (
          <ListTable label={t('households.title')} columns={kept.shown} rows={rows} sort={sort} onSort={(next) => change({ sort: next })} cardHeight={cardHeight} rowClass={classes['card']} />
        )}
        {rows.total === 0 && (narrowed === undefined
          ? <EmptyList title={t('households.empty')} text={t('households.emptyText')} action={startNew} />
          : <EmptyList title={t('households.noneFound')} text={t('households.noneFoundText')} action={<Button variant="default" onClick={() => change(noFilter)}>{t('list.clearFilter')}</Button>} />)}
      </div>
    </>
  )
}
