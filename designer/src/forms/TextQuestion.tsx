import { Textarea, TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import type { ChangeEvent } from 'react'
import { inputProps, questionOptions } from './question-input.ts'
import { tidyText } from './tidy-text.ts'

/** A line of text, or several where the form says so. Empty means not answered; what nobody sees of a text is no part of the answer. */
export const TextQuestion = (props: WidgetProps) => <Line {...props} />

/** Digits kept as text for their leading zeros; blanks between them are dropped. */
export const PersonalNumberQuestion = (props: WidgetProps) => (
  <Line {...props} onChange={(value: unknown) => props.onChange(typeof value === 'string' ? value.replaceAll(/\s/g, '') || undefined : undefined)} digits />
)

/** A long text grows with what is written, up to here; then it scrolls. */
const MOST_LINES = 20

const Line = ({ digits = false, ...props }: WidgetProps & { readonly digits?: boolean }) => {
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  const text = typeof value === 'string' ? value : ''
  const { lines } = questionOptions(props)
  const tell = (next: string) => onChange(next === '' ? undefined : next)
  const input = {
    ...inputProps(props),
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => tell(event.currentTarget.value),
    onBlur: () => {
      const tidy = tidyText(text, { lines: lines !== undefined })
      if (tidy !== text) tell(tidy)
      onBlur(id, text)
    },
    autoComplete: 'off',
  }
  if (lines !== undefined) return <Textarea {...input} autosize minRows={lines} maxRows={MOST_LINES} />
  return <TextInput {...input} {...(digits && { inputMode: 'numeric' as const })} />
}
