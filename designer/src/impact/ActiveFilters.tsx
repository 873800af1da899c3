import { Pill } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './impact.module.css'
import { useImpactAddress } from './impact-address.ts'
import { listingOf, type ImpactSearch } from './impact-search.ts'
import { useLineWords } from './use-line-words.ts'

interface ActiveFiltersProps {
  readonly near: number
  readonly figures: ImpactFigures
}

interface Filter {
  readonly key: string
  readonly label: string
  /** What takes it off. */
  readonly without: ImpactSearch
}

/** What the list is narrowed to from elsewhere on the page, each to be taken off. */
export const ActiveFilters = ({ near, figures }: ActiveFiltersProps) => {
  const { t } = useTranslation()
  const { step } = useImpactAddress()
  const filters = useFilters({ near, figures })
  if (filters.length === 0) return null
  return (
    <ul className={classes['pills']} aria-label={t('impact.filters')}>
      {filters.map(({ key, label, without }) => (
        <li key={key}><Pill size="md" className={classes['pill'] ?? ''} withRemoveButton removeButtonProps={{ 'aria-label': t('impact.filterOff', { filter: label }), 'tabIndex': 0, 'aria-hidden': false }} onRemove={() => step(without)}>{label}</Pill></li>
      ))}
    </ul>
  )
}

const useFilters = ({ near, figures: { categories, changes, lines, breakdowns } }: ActiveFiltersProps): readonly Filter[] => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const words = useLineWords(near)
  const { search } = useImpactAddress()
  const { from, to, change, line, unit } = listingOf(search)
  const nameOf = (index: number): string => read(categories[index]?.label ?? { vi: '', en: '' })
  const sentence = changes.find(({ id }) => id === change)?.sentence
  const nearTo = lines.find(({ id }) => id === line)
  const place = breakdowns.find(({ id }) => id === 'unit')?.lines.find(({ key }) => key === unit)?.label
  return [
    ...(from === undefined ? [] : [{ key: 'from', label: t('impact.filter.from', { name: nameOf(from) }), without: { was: undefined } }]),
    ...(to === undefined ? [] : [{ key: 'to', label: t('impact.filter.to', { name: nameOf(to) }), without: { becomes: undefined } }]),
    ...(change === undefined ? [] : [{ key: 'change', label: sentence ? read(sentence) : t('impact.filter.change'), without: { change: undefined } }]),
    ...(line === undefined ? [] : [{ key: 'line', label: nearTo ? words.name(nearTo) : t('impact.filter.line'), without: { line: undefined } }]),
    ...(unit === undefined ? [] : [{ key: 'unit', label: place ? read(place) : t('impact.filter.unit'), without: { unit: undefined } }]),
  ]
}
