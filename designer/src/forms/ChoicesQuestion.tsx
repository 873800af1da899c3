import { Checkbox, Group, MultiSelect } from '@mantine/core'
import { getUiOptions, optionsList, type FieldProps, type RJSFSchema } from '@rjsf/utils'
import { useTranslation } from 'react-i18next'
import { useAnswer } from './answers-here.ts'
import { foundByTyping } from './found-by-typing.ts'
import classes from './QuestionForm.module.css'

/** From this many entries on, they are picked from a searchable list instead of boxes. */
const LONG_LIST = 12

/** Stands for "none of these" among the boxes; no code of a list is empty. */
const NONE = ''

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')

const entriesOf = ({ items }: RJSFSchema) =>
  (typeof items === 'object' && !Array.isArray(items) ? (optionsList(items) ?? []) : []).map(({ value, label }) => ({ value: String(value), label }))

/**
 * Several entries of a code list. Nothing ticked is not answered; that none applies is an answer, stored as the empty list.
 * A field and not a widget, for to a widget rjsf hands the empty list in both cases.
 */
export const ChoicesQuestion = (props: FieldProps) => {
  const { t } = useTranslation()
  const { name, schema, uiSchema, fieldPathId, rawErrors, disabled = false, readonly = false } = props
  const [value, tell] = useAnswer(name)
  const data = entriesOf(schema)
  const chosen = isTextList(value) ? value : []
  const none = isTextList(value) && value.length === 0
  const answer = (codes: readonly string[]) => tell(codes.length === 0 ? undefined : codes)
  const input = { id: fieldPathId.$id, label: schema.title, description: getUiOptions(uiSchema).help, error: rawErrors && rawErrors.length > 0 ? rawErrors.join(' ') : undefined }
  const off = disabled || readonly
  if (data.length >= LONG_LIST) {
    return (
      <>
        <MultiSelect {...input} disabled={off} data={data} value={[...chosen]} onChange={answer} {...foundByTyping} clearable nothingFoundMessage={t('form.nothingFound')} clearButtonProps={{ 'aria-label': t('form.clear'), 'aria-hidden': false, tabIndex: -1 }} mb="xs" />
        <Checkbox label={t('form.noneOfThese')} checked={none} disabled={off} onChange={(event) => tell(event.currentTarget.checked ? [] : undefined)} />
      </>
    )
  }
  const choose = (codes: string[]) => {
    if (codes.includes(NONE) && !none) tell([])
    else answer(codes.filter((code) => code !== NONE))
  }
  return (
    <Checkbox.Group {...input} value={none ? [NONE] : [...chosen]} onChange={choose}>
      <Group className={classes['choices'] ?? ''}>
        {[...data, { value: NONE, label: t('form.noneOfThese') }].map((entry) => (
          <Checkbox key={entry.value} value={entry.value} label={entry.label} disabled={off} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
