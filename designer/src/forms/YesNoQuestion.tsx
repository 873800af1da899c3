import { Input, SegmentedControl } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { yesNoByKey } from './answer-keys.ts'
import { inputProps } from './question-input.ts'
import classes from './QuestionForm.module.css'

const NOT_ANSWERED = 'not-answered'

/** Yes, no, or not answered: three states that are all visible and all can be returned to. */
export const YesNoQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { id, value, onChange } = props
  const { label, description, error, disabled, 'aria-required': needed } = inputProps(props)
  const describedBy = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')
  const answerByKey = (event: KeyboardEvent) => {
    const answer = yesNoByKey(event)
    if (answer !== undefined) onChange(answer === 'clear' ? undefined : answer)
  }
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" labelProps={{ id: `${id}-label` }} description={description} error={error}>
      <SegmentedControl
        className={classes['wide'] ?? ''}
        mt={4}
        onKeyDown={answerByKey}
        aria-labelledby={`${id}-label`}
        {...(describedBy && { 'aria-describedby': describedBy })}
        {...(needed && { 'aria-required': true })}
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
