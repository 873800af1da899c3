import { Alert, Button, Loader } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonQuery, programmesQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { loadSubmissions, submissionFacetsQuery, submissionsFile } from '../api/submission-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { useKeptColumns } from '../lists/kept-columns.ts'
import listClasses from '../lists/lists.module.css'
import { ListTable } from '../lists/ListTable.tsx'
import { ListTools } from '../lists/ListTools.tsx'
import { useListAddress } from '../lists/use-list-address.ts'
import { writeCount } from '../lists/use-list-number.ts'
import { useListRows } from '../lists/use-list-rows.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSubmissionColumns } from './submission-columns.tsx'
import type { SubmissionSearch } from './submission-search.ts'
import { SubmissionFilterBar } from './SubmissionFilterBar.tsx'
import classes from './SubmissionsPage.module.css'

/** Height of a card on a phone, about. */
const cardHeight = 150
const noFilter: SubmissionSearch = { search: undefined, programme: undefined, state: undefined, result: undefined, mine: undefined }

/** "Phiếu rà soát": every submission of the area, drafts and sent ones. */
export const SubmissionsPage = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at } = useReferenceDate()
  const filter = useSearch({ from: '/signed-in/submissions' })
  const navigate = useNavigate({ from: '/submissions' })
  const change = useListAddress<SubmissionSearch>('/submissions', (changes) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }))
  const { search, programme, state, result, mine, sort } = filter
  const asked = { search, programme, state, result, mine, sort }
  const rows = useListRows({ key: ['submissions', asked], load: (window) => loadSubmissions({ ...asked, ...window }), enabled: true })
  const facets = useQuery({ ...submissionFacetsQuery(programme), placeholderData: (before) => before })
  const programmes = useQuery({ ...programmesQuery(at), enabled: at !== '' })
  const newest = programmes.data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const lists = useMemo(() => new Map(common.data?.lists.map((each) => [each.id, each])), [common.data])
  const inCommune = (useSuspenseQuery(sessionQuery).data?.unit.parents.length ?? 0) > 0
  const programmeOf = (id: string): string => {
    const found = programmes.data?.find((each) => each.id === id)
    return found ? read(found.title) : id
  }
  const columns = useSubmissionColumns({ lists, programmeOf, manyProgrammes: (programmes.data?.length ?? 0) > 1, manyUnits: !inCommune })
  const kept = useKeptColumns('submissions', columns)
  const narrowed = search ?? programme ?? state ?? result ?? mine
  const failed = rows.error ?? programmes.error ?? common.error
  return (
    <>
      <PageHead title={t('submissions.title')} line={t('submissions.line')} />
      <SubmissionFilterBar filter={filter} programmes={programmes.data ?? []} facets={facets.data} lists={lists} onChange={change} />
      <div className={listClasses['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        <ListTools
          count={rows.total === undefined ? undefined : t('submissions.count', { count: rows.total, number: writeCount(rows.total, language) })}
          columns={columns}
          kept={kept}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          onClear={narrowed === undefined ? undefined : () => change(noFilter)}
          file={submissionsFile({ ...asked, language })}
        />
        {rows.total === undefined && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {(rows.total ?? 0) > 0 && (
          <ListTable label={t('submissions.title')} columns={kept.shown} rows={rows} sort={sort} onSort={(next) => change({ sort: next })} cardHeight={cardHeight} rowClass={classes['card']} />
        )}
        {rows.total === 0 && (narrowed === undefined
          ? <EmptyList title={t('submissions.empty')} text={t('submissions.emptyText')} action={<Button renderRoot={(props) => <Link to="/households" {...props} />}>{t('submissions.start')}</Button>} />
          : <EmptyList title={t('submissions.noneFound')} text={t('submissions.noneFoundText')} action={<Button variant="default" onClick={() => change(noFilter)}>{t('list.clearFilter')}</Button>} />)}
      </div>
    </>
  )
}
