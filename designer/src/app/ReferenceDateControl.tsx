import { Button } from '@mantine/core'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/day-text.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { PageDateContext, useReferenceDate } from './reference-date.ts'
import classes from './Shell.module.css'

/** The day everything is looked at on; says so in words when it is not today. */
export const ReferenceDateControl = () => {
  const { t } = useTranslation()
  const { at, today, isToday, change } = useReferenceDate()
  const { day } = use(PageDateContext)
  if (day !== undefined) return <div className={classes['day']}>{day === today ? t('shell.dayToday', { day: formatDay(day) }) : t('shell.otherDay', { day: formatDay(day) })}</div>
  return (
    <div className={classes['day']}>
      <span className={classes['dayWords']} aria-live="polite">
        {isToday ? t('shell.referenceDate') : t('shell.otherDay', { day: formatDay(at) })}
      </span>
      <DayInput aria-label={t('shell.referenceDate')} day={at} onDay={change} size="xs" w={112} errorProps={{ className: classes['dayError'] ?? '' }} />
      {!isToday && <Button size="compact-sm" variant="subtle" color="gray" c="inherit" onClick={() => change(today)}>{t('shell.backToToday')}</Button>}
    </div>
  )
}
