import { formSet, formState, generateForm, memberTitle, type Arrival, type AssemblyLayers, type FormSet, type FormState } from '@tieuchi/runtime'
import { attachmentPath } from '../api/attachment-api.ts'
import type { Attachment, Submission } from '../api/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DepartedMembers } from '../forms/DepartedMembers.tsx'
import { groupsOf } from '../forms/group-schema.ts'
import { formatDay } from '../ui/day-text.ts'
import { AnswerParts } from './AnswerParts.tsx'
import { noFacts, noneHidden, shownSections } from './draft-form-props.ts'
import { inputOf } from './submission-input.ts'
import { asksNothing, sectionStates, showsMember } from './sections/section-state.ts'
import { useAttachedFiles } from './use-attachment-desk.ts'
import classes from './SubmissionPage.module.css'

/** The answers as words, section by section, for reading and printing. */
export const AnswersSheet = ({ submission, layers }: { readonly submission: Submission; readonly layers: AssemblyLayers }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { answers, form: formId } = submission
  const { national: assembly, contributors } = layers
  const set = useMemo(() => formSet(assembly, formId, contributors), [assembly, formId, contributors])
  const form = useMemo(() => generateForm(set, language), [set, language])
  const groups = useMemo(() => groupsOf(form), [form])
  const first = form.sections.find(({ roster }) => roster)?.id
  const files = useAttachedFiles(submission.id, form) ?? []
  const shown = { assembly, files, urlOf: ({ id }: Attachment) => attachmentPath(submission.id, id), ...useShown(submission, set) }
  const states = sectionStates(form, shown.hidden, answers, [])
  const sections = shownSections(form, shown.hidden)
  const idle = sections.filter((section) => asksNothing(section, states))
  return (
    <div className={classes['form']}>
      {sections.filter((section) => !idle.includes(section)).map(({ id, title, rules, parts, roster }) => (
        <section key={id} className={classes['sheet']}>
          <h2>{title}</h2>
          {rules !== undefined && <p className={classes['pageOf']}>{t('form.pageOf', { rules })}</p>}
          <AnswerParts {...shown} parts={parts} whose="household" answers={answers.household} group={groups.household} heading="h3" roster={roster && (
            <>
              {answers.members.filter(({ id: member }) => rules === undefined || showsMember(roster, member, shown.hidden)).map((member) => (
                <div key={member.id} className={classes['member']}>
                  <h3>{read(memberTitle(assembly, answers.members, member.id))}<ArrivalNote arrival={answers.arrivals?.[member.id]} /></h3>
                  <AnswerParts {...shown} parts={roster.parts} whose={`members.${member.id}`} member={member.id} answers={member} group={groups.members} heading="h4" />
                </div>
              ))}
              {answers.departures && id === first && <DepartedMembers assembly={assembly} departures={answers.departures} />}
            </>
          )} />
        </section>
      ))}
      {idle.length > 0 && <p className={classes['pageOf']}>{t('sections.idleOf', { count: idle.length, titles: idle.map(({ title }) => title).join('; ') })}</p>}
    </div>
  )
}

const ArrivalNote = ({ arrival }: { readonly arrival: Arrival | undefined }) => {
  const { t } = useTranslation()
  if (!arrival) return null
  const { how, on } = arrival
  return <span className={classes['arrived']}>{on === undefined ? t(`roster.came.${how}`) : t(`roster.cameOn.${how}`, { day: formatDay(on) })}</span>
}

interface Shown {
  readonly hidden: ReadonlySet<string>
  readonly facts: FormState['facts']
}

const everything: Shown = { hidden: noneHidden, facts: noFacts }

/** What was not asked of this household, and the facts the form showed. */
const useShown = (submission: Submission, set: FormSet): Shown => {
  const { data } = useQuery({
    queryKey: ['form-state', submission.id, set.form],
    queryFn: async (): Promise<Shown> => {
      const { hidden, facts } = await formState(set, inputOf(submission), submission.moment)
      return { hidden: new Set(hidden), facts }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? everything
}
