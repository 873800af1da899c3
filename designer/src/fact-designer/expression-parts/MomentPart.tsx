import { NativeSelect } from '@mantine/core'
import type { MomentName } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useExpression } from '../expression-context.ts'
import type { PartsProps } from './parts-props.ts'

const moments: readonly MomentName[] = ['facts_at', 'law_at', 'unit_at']

/** One of the days of an assessment. */
export const MomentPart = ({ expression, place, label }: PartsProps) => {
  const { t } = useTranslation()
  const { write } = useExpression()
  if (typeof expression !== 'object' || !('moment' in expression)) return null
  return <NativeSelect size="xs" aria-label={label} value={expression.moment} onChange={(event) => write(place, { moment: event.currentTarget.value as MomentName })} data={moments.map((moment) => ({ value: moment, label: t(`fact.moment.${moment}`) }))} />
}
