import { Text, TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { afterPress } from '../ui/after-press.ts'
import { readNumber, writeNumber } from './number-text.ts'
import { inputProps, questionOptions } from './question-input.ts'
import { useKeepText, useKeptText } from './unreadable-texts.ts'
import { unreadableMessage } from './unreadable-words.ts'

/** A number as people write it, with its unit beside it. What cannot be read stays as typed and is not stored. */
export const NumberQuestion = (props: WidgetProps) => {
  const { id, schema, onBlur } = props
  const { language } = useLanguage()
  const { unit } = questionOptions(props)
  const whole = schema.type === 'integer'
  const read = (text: string) => readNumber(text, { language, whole, unit, negative: typeof schema.minimum !== 'number' || schema.minimum < 0 })
  const { text, setText, tell } = useNumberText(props)
  const [left, setLeft] = useState(true)
  const found = text.trim() === '' ? undefined : read(text)
  const unreadable = found && 'problem' in found ? { text, message: unreadableMessage(`form.number.${found.problem}`, text.trim()) } : undefined
  const keep = useKeepText(props, unreadable)
  const type = (next: string) => {
    setText(next)
    setLeft(false)
    const typed = read(next)
    tell('number' in typed ? typed.number : undefined)
  }
  const leave = () => {
    setLeft(true)
    if (found && 'number' in found) setText(writeNumber(found.number, language))
    keep()
    onBlur(id, found && 'number' in found ? found.number : undefined)
  }
  const input = inputProps(props)
  const wrong = left && unreadable ? unreadable.message[language] : input.error
  return (
    <TextInput
      {...input}
      error={wrong}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      // What is wrong is said below and moves what was pressed.
      onBlur={() => afterPress(leave)}
      autoComplete="off"
      inputMode={whole ? 'numeric' : 'decimal'}
      maxLength={40}
      {...(unit !== undefined && {
        rightSection: <Text span c="var(--quiet)" fz={13}>{unit}</Text>,
        rightSectionWidth: unit.length * 8 + 20,
        rightSectionPointerEvents: 'none' as const,
      })}
    />
  )
}

/** The text on screen, at first what could not be read when the question was left. It follows the answer where that changes elsewhere, and the language. */
const useNumberText = (props: WidgetProps) => {
  const { value, onChange } = props
  const kept = useKeptText(props)
  const { language } = useLanguage()
  const answer: number | undefined = typeof value === 'number' ? value : undefined
  const shown = answer === undefined ? '' : writeNumber(answer, language)
  const [text, setText] = useState(answer === undefined ? (kept ?? shown) : shown)
  const told = useRef(answer)
  const spoken = useRef(language)
  useEffect(() => {
    const translated = spoken.current !== language && answer !== undefined
    if (told.current === answer && !translated) return
    told.current = answer
    spoken.current = language
    setText(shown)
  }, [answer, language, shown])
  const tell = (next: number | undefined) => {
    if (told.current === next) return
    told.current = next
    onChange(next)
  }
  return { text, setText, tell }
}
