import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Assembly } from '@tieuchi/runtime'
import { useEffect, useRef } from 'react'
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
  /** While it is told that the submission was sent, what was not saved stays in sight. */
  readonly onHold: (holding: boolean) => void
  readonly onSettle: (answers: SubmissionAnswers) => void
}

/** Someone else answered the same questions otherwise, or sent it: what a person has to decide. */
export const ConflictNotice = ({ assembly, state, theirs, onLoad, onHold, onSettle }: ConflictNoticeProps) => {
  if (theirs.state === 'draft') return <ContestedQuestions assembly={assembly} base={state.base} mine={state.content} theirs={theirs} unanswered={state.unanswered} onSettle={onSettle} />
  return <SentNotice theirs={theirs} onLoad={onLoad} onHold={onHold} />
}

const SentNotice = ({ theirs, onLoad, onHold }: Pick<ConflictNoticeProps, 'theirs' | 'onLoad' | 'onHold'>) => {
  const { t } = useTranslation()
  const hold = useRef(onHold)
  useEffect(() => {
    const { current } = hold
    current(true)
    return () => current(false)
  }, [])
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('conflict.sentTitle')}>
      <p>{t('conflict.sentText', { person: theirs.updated_by.name, at: formatInstant(theirs.updated_at) })}</p>
      <Button onClick={onLoad}>{t('conflict.loadSent')}</Button>
    </Alert>
  )
}
