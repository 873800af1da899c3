import withTheme, { type ThemeProps } from '@rjsf/core/lib/withTheme.js'
import { getUiOptions, type Field, type FieldTemplateProps, type ObjectFieldTemplateProps, type Widget } from '@rjsf/utils'
import type { FieldKind } from '@tieuchi/runtime'
import { use } from 'react'
import { PresenceMark } from '../presence/PresenceMark.tsx'
import { answered } from './answered.tsx'
import { ChoiceQuestion } from './ChoiceQuestion.tsx'
import { ChoicesQuestion } from './ChoicesQuestion.tsx'
import { DateQuestion } from './DateQuestion.tsx'
import type { FieldOfItsOwn } from './group-schema.ts'
import { NumberQuestion } from './NumberQuestion.tsx'
import classes from './QuestionForm.module.css'
import { RefinedQuestion } from './RefinedQuestion.tsx'
import { SoftQuestionsContext } from './soft-questions.ts'
import { PersonalNumberQuestion, TextQuestion } from './TextQuestion.tsx'
import { YesNoQuestion } from './YesNoQuestion.tsx'

/** How each kind of question is asked on screen. A kind without its widget does not compile. */
const widgets: Readonly<Record<Exclude<FieldKind, FieldOfItsOwn>, Widget>> = {
  text: answered(TextQuestion),
  number: answered(NumberQuestion),
  date: answered(DateQuestion),
  'yes-no': answered(YesNoQuestion),
  choice: answered(ChoiceQuestion),
  'personal-number': answered(PersonalNumberQuestion),
}

/** One question in its cell. Labels, help and errors are drawn by the widget, which ties them to its input. */
const FieldTemplate = ({ id, schema, uiSchema, hidden, children }: FieldTemplateProps) => {
  const soft = use(SoftQuestionsContext)
  if (schema.type === 'object') return <>{children}</>
  return <div className={classes['cell']} data-question={id} data-whole-line={getUiOptions(uiSchema)['wide'] === true} data-soft={soft.has(id) || undefined} data-needed={getUiOptions(uiSchema)['needed'] === true || undefined} hidden={hidden}>{children}<PresenceMark place={id} corner /></div>
}

const ObjectFieldTemplate = ({ properties }: ObjectFieldTemplateProps) => (
  <div className={classes['grid']}>{properties.map(({ content }) => content)}</div>
)

const Nothing = () => null

const fields: Readonly<Record<FieldOfItsOwn, Field>> = { choices: ChoicesQuestion, refined: RefinedQuestion }

const theme: ThemeProps = {
  templates: {
    FieldTemplate,
    ObjectFieldTemplate,
    // Drawn inside the widgets; the defaults would draw them a second time.
    FieldErrorTemplate: Nothing,
    DescriptionFieldTemplate: Nothing,
    ArrayFieldDescriptionTemplate: Nothing,
    TitleFieldTemplate: Nothing,
    ButtonTemplates: { SubmitButton: Nothing },
  },
  widgets,
  fields,
}

/** A form of rjsf that looks and behaves like the rest of the application. */
export const ThemedForm = withTheme(theme)
