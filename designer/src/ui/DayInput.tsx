import { DateInput, type DateInputProps } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY_FORMAT, parseDay } from './day-text.ts'
import { useCalendarWords } from './use-calendar-words.ts'

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser' | 'error'> {
  readonly day: string
  readonly onDay: (day: string) => void
  /** Told the text that is no day, and undefined once it is one again. */
  readonly onUnreadable?: (text: string | undefined) => void
}

/** A day that is always set: typed as dd/mm/yyyy or picked from a calendar. A text that is no day stays, with words. */
export const DayInput = ({ day, onDay, onUnreadable, popoverProps, ...props }: DayInputProps) => {
  const { t } = useTranslation()
  const words = useCalendarWords()
  const [typed, setTyped] = useState<{ readonly text: string; readonly on: string }>()
  const [left, setLeft] = useState(false)
  const [entered, setEntered] = useState(false)
  const note = (text: string | undefined) => {
    setTyped(text === undefined ? undefined : { text, on: day })
    setLeft(false)
    setEntered(false)
    onUnreadable?.(text)
  }
  // A day set elsewhere takes the place of what was typed.
  const unreadable = typed?.on === day ? typed.text : undefined
  const wrong = left && unreadable !== undefined
  return (
    <DateInput
      {...props}
      value={day}
      valueFormat={DAY_FORMAT}
      dateParser={(text) => parseDay(text) ?? null}
      onChange={(value) => {
        note(undefined)
        if (value) onDay(value)
      }}
      onInput={({ currentTarget: { value: text } }) => note(text.trim() === '' || parseDay(text) !== undefined ? undefined : text)}
      onBlur={() => setLeft(true)}
      onClick={() => setEntered(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        setEntered(true)
        if (unreadable === undefined) return
        event.preventDefault()
        setLeft(true)
      }}
      error={wrong && t('form.dayUnreadable', { text: unreadable })}
      fixOnBlur={unreadable === undefined}
      weekendDays={[]}
      hideOutsideDates
      popoverProps={{ withinPortal: false, ...popoverProps, transitionProps: { duration: 0 }, ...((wrong || entered) && { opened: false }) }}
      ariaLabels={words}
    />
  )
}
