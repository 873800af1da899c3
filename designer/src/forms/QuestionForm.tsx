import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils'
import type { Answer, Answers, ColumnCount } from '@tieuchi/runtime'
import { memo, useMemo } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { AnswersContext } from './answers-here.ts'
import { ThemedForm } from './field-theme.tsx'
import type { GroupSchema } from './group-schema.ts'
import classes from './QuestionForm.module.css'
import { translateRjsf } from './rjsf-words.ts'
import { silentValidator } from './silent-validator.ts'

export interface QuestionFormProps {
  /** Begins the ids of the inputs. */
  readonly name: string
  readonly group: GroupSchema
  /** The questions to show, in order. */
  readonly fields: readonly string[]
  readonly answers: Answers
  /** What is wrong, in words, by field. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  /** On a wide screen; fewer where they would be too narrow. */
  readonly columns: ColumnCount
  /** The question to stand at. */
  readonly focus?: { readonly field?: string } | undefined
  /** An absent answer takes it back. */
  readonly onAnswer: (field: string, answer: Answer | undefined) => void
}

/** Answers pass it by, see `AnswersContext`. */
const noData = {}

/** An answer nobody gave is unknown: no empty lists, no first entry of a list. */
const noDefaults = { emptyObjectFields: 'skipEmptyDefaults', arrayMinItems: { populate: 'never' }, constAsDefaults: 'never' } as const

const pick = <Value,>(record: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(names.flatMap((name) => {
    const value = record[name]
    return value === undefined ? [] : [[name, value] as const]
  }))

const errorSchemaOf = (errors: QuestionFormProps['errors']): ErrorSchema =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of rjsf joins a list and a record, which no literal can satisfy
  Object.fromEntries(Object.entries(errors).map(([field, messages]) => [field, { __errors: [...messages] }])) as ErrorSchema

/** Some questions of the household or of one member that follow each other. Only these are mounted. */
export const QuestionForm = memo(({ name, group, fields, answers, errors, columns, focus, onAnswer }: QuestionFormProps) => {
  const { language } = useLanguage()
  const shown = fields.join(' ')
  const schema = useMemo((): RJSFSchema => ({ type: 'object', properties: pick(group.properties, shown.split(' ')) }), [group, shown])
  const uiSchema = useMemo(
    (): UiSchema => ({ ...group.uiSchema, 'ui:order': shown === '' ? [] : shown.split(' '), ...(focus?.field !== undefined && { [focus.field]: { ...group.uiSchema[focus.field], 'ui:autofocus': true } }) }),
    [group, shown, focus],
  )
  const extraErrors = useMemo(() => errorSchemaOf(errors), [errors])
  const translate = useMemo(() => translateRjsf(language), [language])
  const here = useMemo(() => ({ answers, onAnswer }), [answers, onAnswer])
  if (shown === '') return null
  return (
    <div className={classes['run']} data-columns={columns}>
      <AnswersContext value={here}>
        <ThemedForm
          tagName="div"
          idPrefix={name}
          schema={schema}
          uiSchema={uiSchema}
          formData={noData}
          extraErrors={extraErrors}
          validator={silentValidator}
          noValidate
          showErrorList={false}
          experimental_defaultFormStateBehavior={noDefaults}
          translateString={translate}
        >
          {/* No button of rjsf's own. */}
          <></>
        </ThemedForm>
      </AnswersContext>
    </div>
  )
})
QuestionForm.displayName = 'QuestionForm'
