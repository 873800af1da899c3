import { Select } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isClearKey } from './answer-keys.ts'
import { choiceEntries } from './choice-entries.ts'
import { foundByTyping } from './found-by-typing.ts'
import { inputProps } from './question-input.ts'

const isAllMarked = ({ currentTarget: { value, selectionStart, selectionEnd } }: KeyboardEvent<HTMLInputElement>): boolean => value !== '' && selectionStart === 0 && selectionEnd === value.length

/** One entry of a code list. What takes the answer back is no stop of the Tab key: Delete does it where the whole answer is marked, as it is when one comes to it. */
export const ChoiceQuestion = (props: WidgetProps) => {
  const { t } = useTranslation()
  const { id, onChange, onBlur } = props
  const value: unknown = props.value
  return (
    <Select
      {...inputProps(props)}
      data={choiceEntries(props)}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
      onBlur={() => onBlur(id, value)}
      {...foundByTyping}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clear'), 'aria-hidden': false, tabIndex: -1 }}
      onKeyDown={(event) => {
        if (isClearKey(event) && isAllMarked(event)) onChange(undefined)
      }}
      placeholder={t('form.choose')}
      nothingFoundMessage={t('form.nothingFound')}
      allowDeselect={false}
    />
  )
}
