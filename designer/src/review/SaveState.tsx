import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatTime } from '../ui/day-text.ts'
import type { Autosave, AutosaveState } from './autosave.ts'
import classes from './SubmissionPage.module.css'

interface SaveStateProps {
  readonly state: AutosaveState
  readonly autosave: Autosave
  /** Some answers are wrong and left out of saving. */
  readonly wrong: boolean
}

/** The state of saving in words, always at the same place. */
export const SaveState = ({ state, autosave, wrong }: SaveStateProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { status, problem } = state
  const words = {
    saved: t(wrong ? 'save.savedButWrong' : 'save.saved', { time: formatTime(state.savedAt) }),
    waiting: t('save.saving'),
    saving: t('save.saving'),
    failed: t('save.failed'),
    refused: problem ? read(problem.detail) : t('save.failed'),
    conflict: t('save.conflict'),
  }[status]
  const needsYou = wrong || status === 'failed' || status === 'refused' || status === 'conflict'
  return (
    <div className={classes['save']} data-needs-you={needsYou}>
      <output>{words}</output>
      {(status === 'failed' || status === 'refused') && <Button variant="subtle" size="compact-sm" onClick={() => void autosave.flush()}>{t('save.retry')}</Button>}
    </div>
  )
}
