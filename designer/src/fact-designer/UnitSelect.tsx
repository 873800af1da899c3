import { NativeSelect } from '@mantine/core'
import { formatUnit } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'

/** Units of measure that are offered; a document may use others. */
const units = ['VND', 'VND/month', 'VND/person/month', 'VND/household/month', 'VND/year', 'share', 'years', 'months', 'persons', 'points', 'm2', 'm2/person', 'count'] as const

interface UnitSelectProps {
  readonly label: string
  readonly unit: string | undefined
  readonly onUnit: (unit: string | undefined) => void
}

/** How a number is written: with which unit. */
export const UnitSelect = ({ label, unit, onUnit }: UnitSelectProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const nameOf = (each: string): string => (each === 'share' ? '%' : each === 'count' ? t('fact.count') : formatUnit(each, language).trim() || '–')
  return <NativeSelect label={label} value={unit ?? ''} onChange={(event) => onUnit(event.currentTarget.value || undefined)} data={[...new Set(['', ...units, unit ?? ''])].map((each) => ({ value: each, label: nameOf(each) }))} />
}
