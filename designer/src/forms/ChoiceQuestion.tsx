import { Select } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useTranslation } from 'react-i18next'
import { choiceEntries } from './choice-entries.ts'
import { foundByTyping } from './found-by-typing.ts'
import { inputProps } from './question-input.ts'

/** One entry of a code list. */
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
      clearButtonProps={{ 'aria-label': t('form.clear'), 'aria-hidden': false, tabIndex: 0 }}
      placeholder={t('form.choose')}
      nothingFoundMessage={t('form.nothingFound')}
      allowDeselect={false}
    />
  )
}
