import { formatValue, type CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { FilterChips } from './FilterChips.tsx'
import { useListNumber } from './use-list-number.ts'

/** A result that rows of a list have: its code and list, or the state there is in place of one. */
export interface ResultFacet {
  readonly result: string
  readonly list: string
  readonly count: number
}

interface ResultChipsProps {
  readonly results: readonly ResultFacet[]
  readonly lists: ReadonlyMap<string, CodeList>
  readonly value: string | undefined
  readonly onChange: (result: string | undefined) => void
}

/** Narrows a list to one result, in the order of the code list, each with the number of its rows. */
export const ResultChips = ({ results, lists, value, onChange }: ResultChipsProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const counted = useListNumber()
  const titleOf = (result: string, list: string): string => {
    if (result === 'undetermined') return t('result.undetermined')
    return result === 'not_applicable' ? t('result.notApplicable') : formatValue(result, { list, lists, language, unit: undefined })
  }
  const placeOf = ({ list, result }: ResultFacet): number => {
    const place = lists.get(list)?.entries.findIndex(({ code }) => code === result) ?? -1
    return place < 0 ? Infinity : place
  }
  const choices = results.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b))).map(({ result, list, count }) => ({ value: result, label: counted(titleOf(result, list), count) }))
  return choices.length > 0 ? <FilterChips label={t('households.result')} choices={choices} value={value} onChange={onChange} /> : null
}
