import { NativeSelect } from '@mantine/core'
import type { CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { HouseholdFacets, ProgrammeOnDate } from '../api/contract.ts'
import type { ReviewState } from '../api/household-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { FilterChips } from '../lists/FilterChips.tsx'
import { FilterSelect } from '../lists/FilterSelect.tsx'
import classes from '../lists/lists.module.css'
import { ListSearch } from '../lists/ListSearch.tsx'
import { ResultChips } from '../lists/ResultChips.tsx'
import { useListNumber } from '../lists/use-list-number.ts'
import type { HouseholdSearch } from './household-search.ts'

const states: readonly ReviewState[] = ['none', 'draft', 'submitted']

interface HouseholdFilterBarProps {
  readonly filter: HouseholdSearch
  readonly programmes: readonly ProgrammeOnDate[]
  readonly facets: HouseholdFacets | undefined
  readonly lists: ReadonlyMap<string, CodeList>
  readonly onChange: (changes: HouseholdSearch) => void
}

export const HouseholdFilterBar = ({ filter, programmes, facets, lists, onChange }: HouseholdFilterBarProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const counted = useListNumber()
  return (
    <search className={classes['bar']}>
      {programmes.length > 1 && (
        <NativeSelect
          aria-label={t('households.programme')}
          data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))}
          value={filter.programme ?? programmes[0]?.id}
          onChange={(event) => onChange({ programme: event.currentTarget.value, result: undefined })}
        />
      )}
      <ListSearch label={t('households.search')} placeholder={t('households.searchPlaceholder')} value={filter.search ?? ''} onChange={(search) => onChange({ search: search === '' ? undefined : search })} />
      {facets && facets.units.length > 0 && (
        <FilterSelect label={t('list.unit')} choices={facets.units.map(({ id, name, count }) => ({ value: id, label: counted(name, count) }))} value={filter.unit} onChange={(unit) => onChange({ unit, place: undefined })} />
      )}
      {facets && facets.places.length > 0 && (
        <FilterSelect label={t('households.place')} choices={facets.places.map(({ place, count }) => ({ value: place, label: counted(place, count) }))} value={filter.place} onChange={(place) => onChange({ place })} />
      )}
      <FilterChips label={t('households.state')} choices={states.map((state) => ({ value: state, label: t(`households.state.${state}`) }))} value={filter.state} onChange={(state) => onChange({ state })} />
      {facets && <ResultChips results={facets.results} lists={lists} value={filter.result} onChange={(result) => onChange({ result })} />}
    </search>
  )
}
