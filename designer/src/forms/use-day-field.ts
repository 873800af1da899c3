import { useEffect, useRef, useState } from 'react'
import { formatDay, parseDay, parsePartialDay } from '../ui/day-text.ts'
import type { UnreadableText } from './unreadable-texts.ts'
import { unreadableMessage } from './unreadable-words.ts'

interface DayFieldOptions {
  /** The answer: `YYYY-MM-DD`, where `partial` also `YYYY-MM` or `YYYY`; undefined where there is none. */
  readonly answer: string | undefined
  /** A text it was left with before that could not be read. */
  readonly kept?: string | undefined
  readonly partial?: boolean
  readonly onAnswer: (answer: string | undefined) => void
}

/** What a field for a day shows and does. */
export interface DayField {
  readonly answer: string | undefined
  readonly text: string
  /** What stands there and is no day; told once the field is left. */
  readonly unreadable: UnreadableText | undefined
  readonly left: boolean
  readonly type: (text: string) => void
  readonly pick: (day: string) => void
  /** Writes what was read as days are written, and takes back an answer in whose place something unreadable stands. */
  readonly leave: () => string | undefined
}

/** A day as text: kept as typed, read while typing, followed where the answer changes elsewhere. */
export const useDayField = ({ answer, kept, partial = false, onAnswer }: DayFieldOptions): DayField => {
  const parse = partial ? parsePartialDay : parseDay
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
    onAnswer(next)
  }
  return {
    answer,
    text,
    left,
    unreadable: text.trim() !== '' && parse(text) === undefined ? { text, message: unreadableMessage(partial ? 'form.partialDayUnreadable' : 'form.dayUnreadable', text) } : undefined,
    type: (next) => {
      setText(next)
      setLeft(false)
      const day = parse(next)
      if (day !== undefined || next.trim() === '') tell(day)
    },
    pick: (day) => {
      setText(formatDay(day))
      setLeft(true)
      tell(day)
    },
    leave: () => {
      const day = parse(text)
      if (day === undefined) tell(undefined)
      else setText(formatDay(day))
      setLeft(true)
      return day
    },
  }
}
