import type { ColumnCount, LayoutPart } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { AttachmentsQuestion } from './AttachmentsQuestion.tsx'
import { commonChoices, shownParts } from './form-layout.ts'
import classes from './PartList.module.css'
import { MatrixQuestions } from './MatrixQuestions.tsx'
import type { PartContent } from './part-content.ts'
import { QuestionForm } from './QuestionForm.tsx'

type Part<Kind extends LayoutPart['kind']> = Extract<LayoutPart, { readonly kind: Kind }>

interface FormPartProps<Kind extends LayoutPart['kind'] = LayoutPart['kind']> {
  readonly part: Part<Kind>
  readonly columns: ColumnCount
  readonly content: PartContent
}

interface PartListProps {
  readonly parts: readonly LayoutPart[]
  readonly columns: ColumnCount
  readonly content: PartContent
}

/** Parts one under another. Each keeps its place in the list, so that none is begun anew where one before it goes away. */
export const PartList = ({ parts, columns, content }: PartListProps) => (
  <div className={classes['parts']}>
    {parts.map((part, index) => shownParts([part], content.whose, content.hidden).map((shown) => <FormPart key={index} part={shown} columns={columns} content={content} />))}
  </div>
)

/** One part, as its kind is drawn. */
const FormPart = ({ part, ...props }: FormPartProps) => {
  if (part.kind === 'questions') return <Questions fields={part.fields} {...props} />
  if (part.kind === 'matrix') return <Matrix part={part} {...props} />
  if (part.kind === 'text') return <div className={classes['text']}>{part.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
  if (part.kind === 'fact') return <ShownFact part={part} {...props} />
  if (part.kind === 'attachment') return <Attachments part={part} {...props} />
  if (part.kind === 'group') return <Group part={part} {...props} />
  return props.content.roster
}

const Questions = ({ fields, columns, content: { name, group, answers, errors, focus, onAnswer } }: Omit<FormPartProps, 'part'> & { readonly fields: readonly string[] }) => (
  <QuestionForm name={name} group={group} fields={fields} answers={answers} errors={errors} columns={columns} focus={focus} onAnswer={onAnswer} />
)

const Attachments = ({ part, content: { name, member, errors, focus } }: FormPartProps<'attachment'>) => (
  <AttachmentsQuestion id={`${name}_${part.id}`} part={part} member={member} errors={errors[part.id]} first={focus?.field === part.id} />
)

const Group = ({ part: { title, help, columns, parts }, content }: FormPartProps<'group'>) => (
  <fieldset className={classes['group']}>
    <legend>{title}</legend>
    {help && <p className={classes['help']}>{help}</p>}
    <PartList parts={parts} columns={columns} content={content} />
  </fieldset>
)

/** A table of questions; where its choices make none, they are asked one by one under its title. */
const Matrix = ({ part, columns, content }: FormPartProps<'matrix'>) => {
  const { t } = useTranslation()
  const { name, group, answers, errors, focus, onAnswer } = content
  const choices = commonChoices(group, part.fields, [{ value: true, label: t('form.yes') }, { value: false, label: t('form.no') }])
  if (!choices) return <Group part={{ ...part, kind: 'group', columns, parts: [{ kind: 'questions', fields: part.fields }] }} columns={columns} content={content} />
  return <MatrixQuestions name={name} id={part.id} title={part.title} help={part.help} fields={part.fields} choices={choices} group={group} answers={answers} errors={errors} focus={focus?.field} onAnswer={onAnswer} />
}

/** A fact as it comes out so far. It is not called out while somebody types: whoever wants it goes there. */
const ShownFact = ({ part: { id, label, help }, content: { whose, facts } }: FormPartProps<'fact'>) => {
  const { read } = useLanguage()
  const value = facts[`${whose}.${id}`]
  return (
    <dl className={classes['fact']} aria-live="off">
      <dt>{label}</dt>
      <dd>{value ? read(value) : '…'}</dd>
      {help && <dd className={classes['help']}>{help}</dd>}
    </dl>
  )
}
