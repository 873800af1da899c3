import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCalendarWords } from '../ui/use-calendar-words.ts'

interface DayCalendarProps {
  /** The whole day answered, where there is one. */
  readonly day: string | undefined
  /** A day of the month to open at, where less than a day is answered too. */
  readonly shown: string | undefined
  /** Of the question, for whoever hears the button. */
  readonly label: string
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  readonly onPick: (day: string) => void
}

/** A calendar beside a day that is typed. No stop of the Tab key: Alt and arrow down in the field open it too. */
export const DayCalendar = ({ day, shown, label, opened, onOpened, onPick }: DayCalendarProps) => {
  const { t } = useTranslation()
  const words = useCalendarWords()
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-end" trapFocus returnFocus withinPortal withRoles={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" tabIndex={-1} aria-haspopup="dialog" aria-expanded={opened} aria-label={t('form.openCalendar')} onClick={() => onOpened(!opened)}>
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element is Mantine's */}
      <Popover.Dropdown role="dialog" aria-label={t('form.calendar', { title: label })}>
        <DatePicker
          value={day ?? null}
          {...(shown !== undefined && { defaultDate: shown })}
          onChange={(picked) => picked !== null && onPick(picked)}
          weekendDays={[]}
          hideOutsideDates
          // Escape closes the calendar alone, not what it stands in.
          __stopPropagation
          ariaLabels={words}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
