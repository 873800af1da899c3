import { DateInput, type DateInputProps } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { DAY_FORMAT, parseDay } from './day-text.ts'

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> {
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A day that is always set: typed as dd/mm/yyyy or picked from a calendar. */
export const DayInput = ({ day, onDay, popoverProps, ...props }: DayInputProps) => {
  const { t } = useTranslation()
  return (
    <DateInput
      {...props}
      value={day}
      valueFormat={DAY_FORMAT}
      dateParser={(text) => parseDay(text) ?? null}
      onChange={(value) => value && onDay(value)}
      weekendDays={[]}
      hideOutsideDates
      popoverProps={{ withinPortal: false, ...popoverProps, transitionProps: { duration: 0 } }}
      ariaLabels={{
        nextMonth: t('calendar.nextMonth'),
        previousMonth: t('calendar.previousMonth'),
        nextYear: t('calendar.nextYear'),
        previousYear: t('calendar.previousYear'),
        nextDecade: t('calendar.nextDecade'),
        previousDecade: t('calendar.previousDecade'),
      }}
    />
  )
}
