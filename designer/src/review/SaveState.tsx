import { Anchor, Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SaveWords } from '../autosave/SaveWords.tsx'
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
  const { status, problem } = state
  const over = status === 'refused' && problem?.status === 401
  const needsYou = wrong || status === 'failed' || status === 'refused' || status === 'conflict'
  return (
    <div className={classes['save']} data-needs-you={needsYou}>
      <SaveWords state={state} wrong={wrong} />
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
