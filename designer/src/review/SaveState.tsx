import { Anchor, Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatTime } from '../ui/day-text.ts'
import type { AnswersAutosave, AnswersState } from './use-autosave.ts'
import classes from './SubmissionPage.module.css'

interface SaveStateProps {
  readonly state: AnswersState
  readonly autosave: AnswersAutosave
  /** Some answers are wrong and left out of saving. */
  readonly wrong: boolean
}

/** The state of saving in words, always at the same place. */
export const SaveState = ({ state, autosave, wrong }: SaveStateProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { status, problem } = state
  const over = status === 'refused' && problem?.status === 401
  const words = {
    saved: t(wrong ? 'save.savedButWrong' : 'save.saved', { time: formatTime(state.savedAt) }),
    waiting: t('save.saving'),
    saving: t('save.saving'),
    failed: t('save.failed'),
    refused: over ? t('save.sessionOver') : problem ? read(problem.detail) : t('save.failed'),
    conflict: t('save.conflict'),
  }[status]
  const needsYou = wrong || status === 'failed' || status === 'refused' || status === 'conflict'
  return (
    <div className={classes['save']} data-needs-you={needsYou}>
      <output>{words}</output>
      {over && <SignInAgain />}
      {!over && (status === 'failed' || status === 'refused') && <Button variant="subtle" size="compact-sm" onClick={() => void autosave.flush()}>{t('save.retry')}</Button>}
    </div>
  )
}

/** Leads back here after signing in. What is not saved is kept on this machine meanwhile, so leaving asks nothing. */
const SignInAgain = () => {
  const { t } = useTranslation()
  const to = useLocation({ select: ({ href }) => href })
  return <Anchor fw={500} renderRoot={(props) => <Link to="/sign-in" search={{ to }} ignoreBlocker {...props} />}>{t('save.signIn')}</Anchor>
}
