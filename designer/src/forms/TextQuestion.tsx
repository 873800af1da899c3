import { TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { inputProps } from './question-input.ts'

/** A line of text. Empty means not answered; blanks around it are no part of the answer. */
export const TextQuestion = (props: WidgetProps) => <Line {...props} />

/** Digits kept as text for their leading zeros; blanks between them are dropped. */
export const PersonalNumberQuestion = (props: WidgetProps) => (
  <Line {...props} onChange={(value: unknown) => props.onChange(typeof value === 'string' ? value.replaceAll(/\s/g, '') || undefined : undefined)} digits />
)

const Line = ({ digits = false, ...props }: WidgetProps & { readonly digits?: boolean }) => {
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  const text = typeof value === 'string' ? value : ''
  const tell = (next: string) => onChange(next === '' ? undefined : next)
  return (
    <TextInput
      {...inputProps(props)}
      value={text}
      onChange={(event) => tell(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== text) tell(text.trim())
        onBlur(id, text)
      }}
      autoComplete="off"
      {...(digits && { inputMode: 'numeric' as const })}
    />
  )
}
