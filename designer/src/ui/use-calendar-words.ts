import { useTranslation } from 'react-i18next'

/** What the buttons of a calendar are called. */
export const useCalendarWords = () => {
  const { t } = useTranslation()
  return {
    nextMonth: t('calendar.nextMonth'),
    previousMonth: t('calendar.previousMonth'),
    nextYear: t('calendar.nextYear'),
    previousYear: t('calendar.previousYear'),
    nextDecade: t('calendar.nextDecade'),
    previousDecade: t('calendar.previousDecade'),
  }
}
