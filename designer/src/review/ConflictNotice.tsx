import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { Submission, SubmissionAnswers } from '../api/contract.ts'
import { formatInstant } from '../ui/day-text.ts'
import { ContestedQuestions } from './ContestedQuestions.tsx'
import type { AnswersState } from './use-autosave.ts'

interface ConflictNoticeProps {
  readonly assembly: Assembly
  readonly state: AnswersState
  readonly theirs: Submission
  /** Goes on from what somebody else sent. */
  readonly onLoad: () => void
  readonly onSettle: (answers: SubmissionAnswers) => void
}

/** Someone else answered the same questions otherwise, or sent it: what a person has to decide. */
export const ConflictNotice = ({ assembly, state, theirs, onLoad, onSettle }: ConflictNoticeProps) => {
  const { t } = useTranslation()
  if (theirs.state === 'draft') return <ContestedQuestions assembly={assembly} base={state.base} mine={state.content} theirs={theirs} unanswered={state.unanswered} onSettle={onSettle} />
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('conflict.sentTitle')}>
      <p>{t('conflict.sentText', { person: theirs.updated_by.name, at: formatInstant(theirs.updated_at) })}</p>
      <Button onClick={onLoad}>{t('conflict.loadSent')}</Button>
    </Alert>
  )
}
