import { NativeSelect } from '@mantine/core'
import type { CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ProgrammeOnDate, SubmissionFacets } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { FilterChips } from '../lists/FilterChips.tsx'
import classes from '../lists/lists.module.css'
import { ListSearch } from '../lists/ListSearch.tsx'
import { ResultChips } from '../lists/ResultChips.tsx'
import { submissionStates, type SubmissionSearch } from './submission-search.ts'

interface SubmissionFilterBarProps {
  readonly filter: SubmissionSearch
  readonly programmes: readonly ProgrammeOnDate[]
  readonly facets: SubmissionFacets | undefined
  readonly lists: ReadonlyMap<string, CodeList>
  readonly onChange: (changes: SubmissionSearch) => void
}

export const SubmissionFilterBar = ({ filter, programmes, facets, lists, onChange }: SubmissionFilterBarProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <search className={classes['bar']}>
      <ListSearch label={t('submissions.search')} placeholder={t('submissions.searchPlaceholder')} value={filter.search ?? ''} onChange={(search) => onChange({ search: search === '' ? undefined : search })} />
      {programmes.length > 1 && (
        <NativeSelect
          aria-label={t('households.programme')}
          data={[{ value: '', label: t('submissions.allProgrammes') }, ...programmes.map(({ id, title }) => ({ value: id, label: read(title) }))]}
          value={filter.programme ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ programme: value === '' ? undefined : value, result: undefined })}
        />
      )}
      <FilterChips label={t('submissions.mineLabel')} choices={[{ value: 'mine', label: t('submissions.mine') }]} value={filter.mine && 'mine'} onChange={(mine) => onChange({ mine: mine && true })} />
      <FilterChips label={t('households.state')} choices={submissionStates.map((state) => ({ value: state, label: t(`households.state.${state}`) }))} value={filter.state} onChange={(state) => onChange({ state })} />
      {facets && <ResultChips results={facets.results} lists={lists} value={filter.result} onChange={(result) => onChange({ result })} />}
    </search>
  )
}
