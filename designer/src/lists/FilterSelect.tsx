import { Select } from '@mantine/core'
import { filterEntries } from '../forms/choice-entries.ts'
import type { FilterChoice } from './FilterChips.tsx'
import classes from './lists.module.css'

interface FilterSelectProps {
  readonly label: string
  readonly choices: readonly FilterChoice<string>[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** Narrows a list to one of many choices, found by typing without diacritics. */
export const FilterSelect = ({ label, choices, value, onChange }: FilterSelectProps) => (
  <Select
    className={classes['select'] ?? ''}
    aria-label={label}
    placeholder={label}
    searchable
    clearable
    limit={100}
    data={[...choices]}
    filter={filterEntries}
    value={value ?? null}
    onChange={(next) => onChange(next ?? undefined)}
  />
)
