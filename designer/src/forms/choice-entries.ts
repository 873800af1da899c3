import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { matchesSearch } from '../ui/search-text.ts'

/** Entries of a list whose title has every word typed, with or without diacritics. */
export const filterEntries: OptionsFilter = ({ options, search }) => options.filter((option) => 'label' in option && matchesSearch(option.label, search))

export const choiceEntries = ({ options }: WidgetProps): readonly ComboboxItem[] =>
  (options.enumOptions ?? []).map(({ value, label }) => ({ value: String(value), label }))
