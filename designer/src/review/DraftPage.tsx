import { Button } from '@mantine/core'
import { formSet, generateForm, membershipIssues, placesOf, type AssemblyLayers } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { AttachmentContext } from '../forms/attachment-desk.ts'
import { PrintMenu } from '../prints/PrintMenu.tsx'
import { AmongPeople } from './AmongPeople.tsx'
import { DiscardDraft } from './DiscardDraft.tsx'
import { DraftForm } from './DraftForm.tsx'
import { DraftNotices } from './DraftNotices.tsx'
import { ErrorAnnouncer } from './ErrorAnnouncer.tsx'
import { IssueList } from './IssueList.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { PeopleOnDraft } from './PeopleOnDraft.tsx'
import { beside, ResultSurroundingsContext } from '../results/result-surroundings.ts'
import { issueText, placeIssues, sectionOf } from './places.ts'
import { unanswered } from './sections/section-state.ts'
import { ResultAside } from './ResultAside.tsx'
import { SaveState } from './SaveState.tsx'
import { SubmissionDate } from './SubmissionDate.tsx'
import { SubmissionHead } from './SubmissionHead.tsx'
import { inputOf } from './submission-input.ts'
import classes from './SubmissionPage.module.css'
import { SubmitDialog } from './SubmitDialog.tsx'
import { useAttachmentDesk } from './use-attachment-desk.ts'
import { useAutosave } from './use-autosave.ts'
import { useDraftActions } from './use-draft-actions.ts'
import { useJudgement } from './use-judgement.ts'
import { usePeopleHere } from './use-people-here.ts'
import { usePlaceInForm } from './use-place-in-form.ts'
import { useUnreadableAnswers } from './use-unreadable-answers.ts'

interface DraftPageProps {
  readonly submission: Submission
  readonly layers: AssemblyLayers
  readonly person: string
  /** Keeps what is on this page in sight, or lets it go, when somebody else has sent it. */
  readonly onHold: (holding: boolean) => void
}

/** The form of one household, judged and saved while it is filled. */
export const DraftPage = ({ submission, layers, person, onHold }: DraftPageProps) => {
  const assembly = layers.national
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { autosave, state } = useAutosave(submission, person, assembly.common)
  const { content: answers } = state
  const { unit, history, history_from: since, moment } = submission
  const places = useMemo(() => placesOf(unit), [unit])
  const input = useMemo(() => inputOf({ answers, unit, history, history_from: since }), [answers, unit, history, since])
  const form = useMemo(() => generateForm(formSet(assembly, submission.form, layers.contributors), language), [assembly, submission.form, layers.contributors, language])
  const { desk, attached } = useAttachmentDesk(submission.id, form, autosave)
  const judging = useJudgement(layers, submission.form, input, moment, attached)
  const { judgement, problem } = judging
  const { section, setSection, target, setTarget, go } = usePlaceInForm(form)
  const people = usePeopleHere({ id: submission.id, autosave, form, section, openMember: target?.member })
  const surroundings = useMemo(() => beside((question) => sectionOf(form, question) !== undefined), [form])
  const unreadable = useUnreadableAnswers(person, submission.id)
  const actions = useDraftActions({ submission, autosave, layers, input, attached, unreadable })
  const { checked } = actions
  const placed = useMemo(
    () => placeIssues([...unreadable.issues(answers.members), ...membershipIssues(answers, moment), ...(judgement?.issues ?? []), ...(checked ? (judgement?.unanswered ?? []) : [])], judgement?.input.members ?? answers.members),
    [judgement, checked, unreadable, answers, moment],
  )
  // What is only missing is told by the list that checking opens.
  const wrong = useMemo(() => placed.filter(({ issue }) => issue.severity === 'error' && issue.code !== 'form_required').map(({ issue }) => issueText(assembly, answers.members, issue)[language]), [placed, assembly, answers.members, language])
  return (
    <div className={`${classes['page']} ${classes['desk']}`}>
      <SubmissionHead
        submission={submission}
        assembly={assembly}
        answers={answers}
        tools={<><SubmissionDate day={moment.law_at} onChange={actions.changeDate} /><PrintMenu id={submission.id} save={() => autosave.flush()} /><DiscardDraft submission={submission} autosave={autosave} />
          <PeopleOnDraft assembly={assembly} form={form} members={answers.members} others={people.others} onGo={go} onSection={setSection} />
        </>}
      />
      <DraftNotices submission={submission} layers={layers} state={state} autosave={autosave} input={input} judging={judging} actions={actions} onHold={onHold} />
      <ErrorAnnouncer messages={wrong} />
      {checked && <IssueList assembly={assembly} members={judgement?.input.members ?? []} issues={placed} left={judgement ? unanswered(form, judgement.hidden, answers) : []} onGo={go} onClose={actions.closeCheck} />}
      <AmongPeople people={people} className={classes['columns']}>
        <AttachmentContext value={desk}><DraftForm
          assembly={assembly}
          form={form}
          answers={answers}
          known={submission.known_members}
          hidden={judgement?.hidden} facts={judgement?.facts}
          issues={placed}
          section={section}
          target={target}
          onSection={setSection}
          onTarget={setTarget}
          store={autosave}
          unreadable={unreadable}
        /></AttachmentContext>
        <ResultSurroundingsContext value={surroundings}><ResultAside judgement={problem ? undefined : judgement} problem={problem} places={places} onGo={go} /></ResultSurroundingsContext>
      </AmongPeople>
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => void actions.check()}>{t('submission.check')}</Button>
        <SaveState state={state} autosave={autosave} wrong={judgement?.wrong === true || unreadable.issues(answers.members).length > 0} />
        <Button onClick={() => void actions.askToSubmit()} loading={actions.preparing}>{t('submission.submit')}</Button>
      </div>
      {actions.asked && (
        <ResultSurroundingsContext value={surroundings}><SubmitDialog
          assembly={assembly}
          judgement={actions.asked}
          places={places}
          members={answers.members}
          soft={actions.asked.issues.filter(({ severity }) => severity === 'warning')}
          pending={actions.submitting}
          problem={actions.problem}
          onSubmit={actions.submit}
          onClose={actions.closeSubmit}
          onGo={(question) => { actions.closeSubmit(); go(question) }}
        /></ResultSurroundingsContext>
      )}
      <LeaveDialog autosave={autosave} status={state.status} />
    </div>
  )
}
