import { TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, parseDay, parsePartialDay } from '../ui/day-text.ts'
import { inputProps, questionOptions } from './question-input.ts'

/** A day typed as dd/mm/yyyy; where the question allows it also only the month or the year. */
export const DateQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  const { partial } = questionOptions(props)
  const parse = partial ? parsePartialDay : parseDay
  const answer = typeof value === 'string' ? value : undefined
  const [text, setText] = useState(answer === undefined ? '' : formatDay(answer))
  const [unreadable, setUnreadable] = useState(false)
  const told = useRef(answer)
  useEffect(() => {
    if (told.current === answer) return
    told.current = answer
    setText(answer === undefined ? '' : formatDay(answer))
    setUnreadable(false)
  }, [answer])
  const tell = (next: string | undefined) => {
    if (told.current === next) return
    told.current = next
    onChange(next)
  }
  const type = (next: string) => {
    setText(next)
    setUnreadable(false)
    const day = parse(next)
    if (day !== undefined || next.trim() === '') tell(day)
  }
  const leave = () => {
    const day = parse(text)
    if (day !== undefined) setText(formatDay(day))
    else tell(undefined)
    setUnreadable(day === undefined && text.trim() !== '')
    onBlur(id, day)
  }
  const input = inputProps(props)
  const wrong = unreadable ? t(partial ? 'form.partialDayUnreadable' : 'form.dayUnreadable', { text }) : input.error
  return (
    <TextInput {...input} error={wrong} value={text} onChange={(event) => type(event.currentTarget.value)} onBlur={leave} placeholder={t(partial ? 'form.partialDayPlaceholder' : 'form.dayPlaceholder')} inputMode="numeric" autoComplete="off" maxLength={20} />
  )
}
