import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { afterPress } from '../ui/after-press.ts'
import { DayCalendar } from './DayCalendar.tsx'
import type { DayField } from './use-day-field.ts'

interface DayBoxProps extends Omit<TextInputProps, 'value' | 'onChange' | 'label'> {
  readonly field: DayField
  readonly label: string
  readonly partial?: boolean
  /** The field was left, with the day that stands in it. */
  readonly onLeave?: (day: string | undefined) => void
}

const WHOLE_DAY = 'YYYY-MM-DD'.length

/** The first day of a month or year that is known as far as that. */
const firstOf = (day: string): string => `${day}-01-01`.slice(0, WHOLE_DAY)

/** A box to type a day in, with a calendar beside it. */
export const DayBox = ({ field, label, partial = false, error, onLeave, ...input }: DayBoxProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const { answer, text, left, unreadable, type, pick, leave } = field
  return (
    <TextInput
      {...input}
      label={label}
      error={left && unreadable ? unreadable.message[language] : error}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      // What is wrong is said below and moves what was pressed.
      onBlur={() => afterPress(() => onLeave?.(leave()))}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpened(false)
        if (!event.altKey || event.key !== 'ArrowDown') return
        event.preventDefault()
        setOpened(true)
      }}
      // Escape closes the calendar, and not what the field stands in.
      {...(opened && { 'data-mantine-stop-propagation': true })}
      aria-keyshortcuts="Alt+ArrowDown"
      placeholder={t(partial ? 'form.partialDayPlaceholder' : 'form.dayPlaceholder')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      rightSection={<DayCalendar day={answer?.length === WHOLE_DAY ? answer : undefined} shown={answer && firstOf(answer)} label={label} opened={opened} onOpened={setOpened} onPick={(day) => {
        pick(day)
        setOpened(false)
      }} />}
    />
  )
}
