import { generateForm, type Assembly, type CaseDocument, type FormSet } from '@tieuchi/runtime'
import { useMemo, useRef } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { answersOf, withAnswers } from '../case-bench/case-content.ts'
import type { CaseJudging } from '../case-bench/use-case-judgement.ts'
import { DraftForm } from '../review/DraftForm.tsx'
import type { JumpTarget } from '../review/draft-form-props.ts'
import { placeIssues, sectionOf } from '../review/places.ts'
import type { AnswerStore } from '../review/use-answer-changes.ts'
import { useUnreadableAnswers } from '../review/use-unreadable-answers.ts'

/** What a form is tried with, and where one stands in it. */
export interface PreviewState {
  readonly example: CaseDocument
  readonly section: string | undefined
  readonly target: JumpTarget | undefined
}

interface PreviewFormProps {
  /** With the form as its only one. */
  readonly own: Assembly
  readonly form: FormSet
  readonly state: PreviewState
  readonly judging: CaseJudging
  readonly onState: (change: Partial<PreviewState>) => void
}

/** The form as officers fill it in, by the same code. Nothing entered here is kept. */
export const PreviewForm = ({ own, form, state: { example, section, target }, judging: { judgement }, onState }: PreviewFormProps) => {
  const { language } = useLanguage()
  const generated = useMemo(() => generateForm(form, language), [form, language])
  const unreadable = useUnreadableAnswers('preview', form.form.id)
  const answers = useMemo(() => answersOf(example.given), [example.given])
  const latest = useRef(example)
  const store = useMemo((): AnswerStore => ({
    getState: () => ({ content: answersOf(latest.current.given) }),
    change: (next) => {
      latest.current = withAnswers(latest.current, next)
      onState({ example: latest.current })
    },
  }), [onState])
  const issues = useMemo(() => placeIssues([...unreadable.issues(answers.members), ...(judgement?.issues ?? [])], answers.members), [unreadable, answers, judgement])
  const asked = target?.field === undefined ? section : (sectionOf(generated, { field: target.field, ...(target.member !== undefined && { member: target.member }) }) ?? section)
  const shown = generated.sections.find(({ id }) => id === asked)?.id ?? generated.sections[0]?.id ?? ''
  return (
    <DraftForm
      assembly={own}
      form={generated}
      answers={answers}
      known={undefined}
      hidden={judgement?.hidden}
      facts={judgement?.facts}
      issues={issues}
      section={shown}
      target={target}
      onSection={(next) => onState({ section: next })}
      onTarget={(next) => onState({ target: next, ...(next === undefined && { section: shown }) })}
      store={store}
      unreadable={unreadable}
    />
  )
}
