import { TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay, parseDay, parsePartialDay } from '../ui/day-text.ts'
import { DayCalendar } from './DayCalendar.tsx'
import { inputProps, questionOptions } from './question-input.ts'
import { useKeepText, useKeptText } from './unreadable-texts.ts'
import { unreadableMessage } from './unreadable-words.ts'

const WHOLE_DAY = 'YYYY-MM-DD'.length

/** A day typed as dd/mm/yyyy or picked from a calendar; where the question allows it also only the month or the year, typed. */
export const DateQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { id, onBlur } = props
  const { partial } = questionOptions(props)
  const parse = partial ? parsePartialDay : parseDay
  const { answer, text, setText, left, setLeft, tell } = useDayText(props)
  const [opened, setOpened] = useState(false)
  const unreadable = text.trim() !== '' && parse(text) === undefined ? { text, message: unreadableMessage(partial ? 'form.partialDayUnreadable' : 'form.dayUnreadable', text) } : undefined
  const keep = useKeepText(props, unreadable)
  const type = (next: string) => {
    setText(next)
    setLeft(false)
    const day = parse(next)
    if (day !== undefined || next.trim() === '') tell(day)
  }
  const leave = () => {
    const day = parse(text)
    if (day !== undefined) setText(formatDay(day))
    else tell(undefined)
    setLeft(true)
    keep()
    onBlur(id, day)
  }
  const pick = (day: string) => {
    setText(formatDay(day))
    setLeft(true)
    tell(day)
    setOpened(false)
  }
  const openByKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    setOpened(true)
  }
  const input = inputProps(props)
  const wrong = left && unreadable ? unreadable.message[language] : input.error
  return (
    <TextInput
      {...input}
      error={wrong}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={openByKey}
      aria-keyshortcuts="Alt+ArrowDown"
      placeholder={t(partial ? 'form.partialDayPlaceholder' : 'form.dayPlaceholder')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      rightSection={<DayCalendar day={answer?.length === WHOLE_DAY ? answer : undefined} label={props.label} opened={opened} onOpened={setOpened} onPick={pick} />}
    />
  )
}

/** The text on screen, at first what could not be read when the question was left. It follows the answer where that changes elsewhere. */
const useDayText = (props: WidgetProps) => {
  const { onChange } = props
  const value: unknown = props.value
  const answer = typeof value === 'string' ? value : undefined
  const kept = useKeptText(props)
  const [text, setText] = useState(answer === undefined ? (kept ?? '') : formatDay(answer))
  const [left, setLeft] = useState(true)
  const told = useRef(answer)
  useEffect(() => {
    if (told.current === answer) return
    told.current = answer
    setText(answer === undefined ? '' : formatDay(answer))
    setLeft(true)
  }, [answer])
  const tell = (next: string | undefined) => {
    if (told.current === next) return
    told.current = next
    onChange(next)
  }
  return { answer, text, setText, left, setLeft, tell }
}
