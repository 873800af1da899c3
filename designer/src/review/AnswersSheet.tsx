import { formState, generateForm, memberTitle, writeAnswer, type Answers, type Arrival, type Assembly } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DepartedMembers } from '../forms/DepartedMembers.tsx'
import { formatDay } from '../ui/day-text.ts'
import classes from './SubmissionPage.module.css'

/** The answers as words, section by section, for reading and printing. */
export const AnswersSheet = ({ submission, assembly }: { readonly submission: Submission; readonly assembly: Assembly }) => {
  const { language, read } = useLanguage()
  const { answers, form: formId } = submission
  const form = useMemo(() => generateForm(assembly, formId, language), [assembly, formId, language])
  const hidden = useHidden(submission, assembly)
  return (
    <div className={classes['form']}>
      {form.sections.map(({ id, title, fields, roster }) => (
        <section key={id} className={classes['sheet']}>
          <h2>{title}</h2>
          <AnswerList assembly={assembly} answers={answers.household} fields={fields.filter((field) => !hidden.has(`household.${field}`))} />
          {roster && answers.members.map((member) => (
            <div key={member.id} className={classes['member']}>
              <h3>{read(memberTitle(assembly, answers.members, member.id))}<ArrivalNote arrival={answers.arrivals?.[member.id]} /></h3>
              <AnswerList assembly={assembly} answers={member} fields={roster.fields.filter((field) => !hidden.has(`members.${member.id}.${field}`))} />
            </div>
          ))}
          {roster && answers.departures && <DepartedMembers assembly={assembly} departures={answers.departures} />}
        </section>
      ))}
    </div>
  )
}

const ArrivalNote = ({ arrival }: { readonly arrival: Arrival | undefined }) => {
  const { t } = useTranslation()
  if (!arrival) return null
  const { how, on } = arrival
  return <span className={classes['arrived']}>{on === undefined ? t(`roster.came.${how}`) : t(`roster.cameOn.${how}`, { day: formatDay(on) })}</span>
}

const none: ReadonlySet<string> = new Set()

/** The questions that were not asked of this household. */
const useHidden = ({ id, answers, unit, history, form, moment }: Submission, assembly: Assembly): ReadonlySet<string> => {
  const { data } = useQuery({
    queryKey: ['hidden', id, assembly.release],
    queryFn: async () => new Set((await formState(assembly, form, { ...answers, unit: unit.attributes, ...(history && { history }) }, moment)).hidden),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? none
}

const AnswerList = ({ assembly, answers, fields }: { readonly assembly: Assembly; readonly answers: Answers; readonly fields: readonly string[] }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const lines = fields.flatMap((field) => {
    const schema = assembly.fields.get(field)?.schema
    return schema ? [{ field, schema, answer: answers[field] }] : []
  })
  if (lines.length === 0) return null
  return (
    <dl className={classes['answers']}>
      {lines.map(({ field, schema, answer }) => (
        <div key={field}>
          <dt>{read(schema['x-label'])}</dt>
          <dd data-unanswered={answer === undefined}>{answer === undefined ? t('form.notAnswered') : writeAnswer(answer, { unit: schema['x-unit'], list: schema['x-list'], lists: assembly.lists, language })}</dd>
        </div>
      ))}
    </dl>
  )
}
