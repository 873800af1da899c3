import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '../ui/day-text.ts'

/** Says as of when something is told: a day, or a moment of it. */
export const useKnownWords = (): ((known: string) => string) => {
  const { t } = useTranslation()
  return (known) => (known.includes('T') ? t('report.knownAt', { moment: formatInstant(known) }) : t('report.knownOn', { day: formatDay(known) }))
}
