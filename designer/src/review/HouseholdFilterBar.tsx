import { Chip, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import type { ProgrammeOnDate } from '../api/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewState } from '../api/household-api.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './HouseholdsPage.module.css'
import type { HouseholdSearch } from './use-household-search.ts'

const states: readonly ReviewState[] = ['none', 'draft', 'submitted']

interface HouseholdFilterBarProps {
  readonly filter: HouseholdSearch
  readonly programmes: readonly ProgrammeOnDate[]
  readonly onChange: (changes: HouseholdSearch) => void
}

export const HouseholdFilterBar = ({ filter, programmes, onChange }: HouseholdFilterBarProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <search className={classes['bar']}>
      {programmes.length > 1 && (
        <NativeSelect
          aria-label={t('households.programme')}
          data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))}
          value={filter.programme ?? programmes[0]?.id}
          onChange={(event) => onChange({ programme: event.currentTarget.value })}
        />
      )}
      <SearchInput value={filter.search ?? ''} onChange={(search) => onChange({ search: search === '' ? undefined : search })} />
      <fieldset className={classes['chips']}>
        <VisuallyHidden component="legend">{t('households.state')}</VisuallyHidden>
        {states.map((state) => (
          <Chip key={state} size="sm" radius="sm" variant="outline" checked={filter.state === state} onChange={(on) => onChange({ state: on ? state : undefined })}>
            {t(`households.state.${state}`)}
          </Chip>
        ))}
      </fieldset>
    </search>
  )
}

const SearchInput = ({ value, onChange }: { readonly value: string; readonly onChange: (search: string) => void }) => {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((next: string) => {
    told.current = next.trim()
    onChange(told.current)
  }, 250)
  useEffect(() => {
    if (told.current === value) return
    told.current = value
    setText(value)
  }, [value])
  return (
    <TextInput
      className={classes['search'] ?? ''}
      type="search"
      aria-label={t('households.search')}
      placeholder={t('households.searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      maxLength={100}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}
