import { Input, SegmentedControl } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { inputProps } from './question-input.ts'
import classes from './QuestionForm.module.css'

const NOT_ANSWERED = 'not-answered'

/** Letters that answer while the question has the focus, as people expect them of paper forms typed in: có, không; yes, no. */
const keys: Readonly<Record<string, boolean>> = { c: true, y: true, k: false, n: false }

/** Yes, no, or not answered: three states that are all visible and all can be returned to. */
export const YesNoQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { id, value, onChange } = props
  const { label, description, error, disabled } = inputProps(props)
  const describedBy = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')
  const answerByKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return
    const answer = keys[key.toLowerCase()]
    if (answer !== undefined) onChange(answer)
    else if (key === 'Delete' || key === 'Backspace') onChange(undefined)
  }
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" labelProps={{ id: `${id}-label` }} description={description} error={error}>
      <SegmentedControl
        className={classes['wide'] ?? ''}
        mt={4}
        onKeyDown={answerByKey}
        aria-labelledby={`${id}-label`}
        {...(describedBy && { 'aria-describedby': describedBy })}
        disabled={disabled}
        {...(typeof value === 'boolean' && { color: 'teal' })}
        value={typeof value === 'boolean' ? String(value) : NOT_ANSWERED}
        onChange={(next) => onChange(next === NOT_ANSWERED ? undefined : next === 'true')}
        data={[
          { value: 'true', label: t('form.yes') },
          { value: 'false', label: t('form.no') },
          { value: NOT_ANSWERED, label: <span className={classes['notAnswered']}>{t('form.notAnswered')}</span> },
        ]}
      />
    </Input.Wrapper>
  )
}
