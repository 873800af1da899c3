import type { ForceSpan } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/day-text.ts'

/** Writes the days of a span: `01/01/2022 – 31/12/2026`, `từ 01/01/2027`. */
export const usePeriodText = (): ((span: Pick<ForceSpan, 'from' | 'to'>) => string) => {
  const { t } = useTranslation()
  return ({ from, to }) => {
    if (from !== undefined && to !== undefined) return t('timeline.between', { from: formatDay(from), to: formatDay(to) })
    if (from !== undefined) return t('timeline.from', { from: formatDay(from) })
    return to === undefined ? t('timeline.always') : t('timeline.until', { to: formatDay(to) })
  }
}
