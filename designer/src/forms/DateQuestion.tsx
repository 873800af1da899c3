import { TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay, parseDay, parsePartialDay } from '../ui/day-text.ts'
import { inputProps, questionOptions } from './question-input.ts'
import { useKeepText, useKeptText } from './unreadable-texts.ts'
import { unreadableMessage } from './unreadable-words.ts'

/** A day typed as dd/mm/yyyy; where the question allows it also only the month or the year. */
export const DateQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  const { partial } = questionOptions(props)
  const parse = partial ? parsePartialDay : parseDay
  const answer = typeof value === 'string' ? value : undefined
  const kept = useKeptText(props)
  const [text, setText] = useState(answer === undefined ? (kept ?? '') : formatDay(answer))
  const [left, setLeft] = useState(true)
  const unreadable = text.trim() !== '' && parse(text) === undefined ? { text, message: unreadableMessage(partial ? 'form.partialDayUnreadable' : 'form.dayUnreadable', text) } : undefined
  const keep = useKeepText(props, unreadable)
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
  const input = inputProps(props)
  const wrong = left && unreadable ? unreadable.message[language] : input.error
  return (
    <TextInput {...input} error={wrong} value={text} onChange={(event) => type(event.currentTarget.value)} onBlur={leave} placeholder={t(partial ? 'form.partialDayPlaceholder' : 'form.dayPlaceholder')} inputMode="numeric" autoComplete="off" maxLength={20} />
  )
}
