import { NativeSelect, NumberInput } from '@mantine/core'
import type { RoundingMode } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/use-language.ts'
import { useExpression } from '../expression-context.ts'
import classes from '../fact-designer.module.css'
import { BelowPart } from './BelowPart.tsx'
import type { PartsProps } from './parts-props.ts'

const modes: readonly RoundingMode[] = ['half_up', 'up', 'down', 'half_even']

/** What is rounded, which way, and to multiples of what. */
export const RoundParts = (props: PartsProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { write } = useExpression()
  const { expression, place } = props
  if (typeof expression !== 'object' || !('round' in expression)) return null
  return (
    <>
      <BelowPart {...props} step={['round']} label={t('fact.value')} />
      <div className={classes['row']}>
        <NativeSelect size="xs" label={t('fact.roundMode')} value={expression.mode} onChange={(event) => write(place, { ...expression, mode: event.currentTarget.value as RoundingMode })} data={modes.map((mode) => ({ value: mode, label: t(`fact.round.${mode}`) }))} />
        <NumberInput size="xs" label={t('fact.roundUnit')} value={expression.unit} min={0} hideControls thousandSeparator={language === 'vi' ? '.' : ','} decimalSeparator={language === 'vi' ? ',' : '.'} onChange={(unit) => typeof unit === 'number' && unit > 0 && write(place, { ...expression, unit })} />
      </div>
    </>
  )
}
