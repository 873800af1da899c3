import type { WidgetProps } from '@rjsf/utils'
import { DayBox } from './DayBox.tsx'
import { inputProps, questionOptions } from './question-input.ts'
import { useKeepText, useKeptText } from './unreadable-texts.ts'
import { useDayField } from './use-day-field.ts'

/** A day typed as dd/mm/yyyy or picked from a calendar; where the question allows it also only the month or the year, typed. */
export const DateQuestion = (props: WidgetProps) => {
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  const { partial } = questionOptions(props)
  const kept = useKeptText(props)
  const field = useDayField({ answer: typeof value === 'string' ? value : undefined, kept, partial, onAnswer: onChange })
  const keep = useKeepText(props, field.unreadable)
  return (
    <DayBox
      {...inputProps(props)}
      field={field}
      partial={partial}
      onLeave={(day) => {
        keep()
        onBlur(id, day)
      }}
    />
  )
}
