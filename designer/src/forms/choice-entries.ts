import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { i18n } from '../app/i18n.ts'
import { matchesSearch, searchText } from '../ui/search-text.ts'

/** Entries shown at once; of longer lists one types a word of what is meant. */
export const SHOWN_ENTRIES = 100

/**
 * Entries of a list whose title has every word typed, with or without diacritics, those that begin with it first. What is too
 * much to show is said in a last line that cannot be chosen.
 */
export const filterEntries: OptionsFilter = ({ options, search, limit }) => {
  const begun = searchText(search.trim())
  const found = options.filter((option): option is ComboboxItem => 'label' in option && matchesSearch(option.label, search.trim()))
  const ordered = begun === '' ? found : [...found.filter(({ label }) => searchText(label).startsWith(begun)), ...found.filter(({ label }) => !searchText(label).startsWith(begun))]
  const more = ordered.length - limit
  if (more <= 0) return ordered
  return [...ordered.slice(0, limit), { value: ' more', label: i18n.t('form.moreEntries', { count: more }), disabled: true }]
}

/** The same of entries under headings: a heading stays with what is found under it. */
export const filterGroups: OptionsFilter = ({ options, search, limit }) =>
  options.flatMap((option) => {
    const items = filterEntries({ options: 'group' in option ? option.items : [option], search, limit })
    return items.length === 0 ? [] : 'group' in option ? [{ ...option, items: items as ComboboxItem[] }] : items
  })

export const choiceEntries = ({ options }: WidgetProps): readonly ComboboxItem[] =>
  (options.enumOptions ?? []).map(({ value, label }) => ({ value: String(value), label }))
