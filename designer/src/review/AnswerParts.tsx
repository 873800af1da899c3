import { formatOfField, writeAnswer, type Answers, type Assembly, type LayoutPart, type Text } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { AttachedFiles } from '../forms/AttachedFiles.tsx'
import { filesAt } from '../forms/attachment-desk.ts'
import { shownParts } from '../forms/form-layout.ts'
import type { GroupSchema } from '../forms/group-schema.ts'
import classes from './SubmissionPage.module.css'

/** What the answers of the household or of one member are told from. */
export interface AnswersContent {
  readonly assembly: Assembly
  /** How the state of the form names whose they are. */
  readonly whose: string
  /** Id of the member whose they are. */
  readonly member?: string
  readonly answers: Answers
  readonly group: GroupSchema
  readonly hidden: ReadonlySet<string>
  readonly facts: Readonly<Record<string, Text>>
  readonly files: readonly Attachment[]
  readonly urlOf: (file: Attachment) => string
  /** Of what stands within. */
  readonly heading: 'h3' | 'h4'
  /** The members, where a part asks about them. */
  readonly roster?: ReactNode
}

/** The answers of some parts of a form in words, in its order. */
export const AnswerParts = ({ parts, ...content }: AnswersContent & { readonly parts: readonly LayoutPart[] }) =>
  shownParts(parts, content.whose, content.hidden).map((part, index) => <AnswerPart key={index} part={part} content={content} />)

const AnswerPart = ({ part, content }: { readonly part: LayoutPart; readonly content: AnswersContent }) => {
  const { read } = useLanguage()
  const { whose, facts, heading: Heading, roster } = content
  if (part.kind === 'questions') return <AnswerList fields={part.fields} content={content} />
  if (part.kind === 'text') return <div className={classes['read']}>{part.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
  if (part.kind === 'roster') return roster
  if (part.kind === 'attachment') return <AttachedAnswers part={part} content={content} />
  if (part.kind === 'fact') {
    const value = facts[`${whose}.${part.id}`]
    return <dl className={classes['answers']}><div><dt>{part.label}</dt><dd>{value && read(value)}</dd></div></dl>
  }
  return (
    <section className={classes['answerGroup']}>
      <Heading>{part.title}</Heading>
      {part.kind === 'matrix' ? <AnswerList fields={part.fields} content={content} /> : <AnswerParts {...content} parts={part.parts} />}
    </section>
  )
}

const AttachedAnswers = ({ part: { id, title }, content: { member, files, urlOf } }: { readonly part: Extract<LayoutPart, { readonly kind: 'attachment' }>; readonly content: AnswersContent }) => {
  const { t } = useTranslation()
  const here = filesAt(files, { item: id, ...(member !== undefined && { member }) })
  return (
    <dl className={classes['attached']}>
      <dt>{title}</dt>
      <dd data-unanswered={here.length === 0}>{here.length === 0 ? t('files.none') : <AttachedFiles files={here} urlOf={urlOf} />}</dd>
    </dl>
  )
}

const AnswerList = ({ fields, content: { assembly, answers, group } }: { readonly fields: readonly string[]; readonly content: AnswersContent }) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <dl className={classes['answers']}>
      {fields.map((field) => {
        const answer = answers[field]
        const schema = assembly.fields.get(field)?.schema
        return (
          <div key={field}>
            <dt>{group.properties[field]?.title}</dt>
            <dd data-unanswered={answer === undefined}>{answer === undefined ? t('form.notAnswered') : writeAnswer(answer, { ...formatOfField(schema), lists: assembly.lists, language })}</dd>
          </div>
        )
      })}
    </dl>
  )
}
