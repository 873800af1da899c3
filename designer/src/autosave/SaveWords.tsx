import { VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatTime } from '../ui/day-text.ts'
import type { AutosaveState, Source } from './autosave-state.ts'

type Shown = Pick<AutosaveState<unknown, Source>, 'status' | 'savedAt' | 'retryAt' | 'problem'>

interface SaveWordsProps {
  readonly state: Shown
  /** Some of it is wrong and left out of saving. */
  readonly wrong?: boolean
}

/** Whether the server has what was written, in one phrase. */
export const SaveWords = ({ state, wrong = false }: SaveWordsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { status, problem, savedAt, retryAt } = state
  const words = {
    saved: t(wrong ? 'save.savedButWrong' : 'save.saved', { time: formatTime(savedAt) }),
    waiting: t('save.saving'),
    saving: t('save.saving'),
    failed: t('save.failed'),
    refused: problem?.status === 401 ? t('save.sessionOver') : problem ? read(problem.detail) : t('save.refused'),
    conflict: t('save.conflict'),
  }[status]
  return <output>{words}{status === 'failed' && retryAt !== undefined && <> <SecondsLeft key={retryAt} until={retryAt} /></>}</output>
}

const secondsUntil = (moment: number): number => Math.max(1, Math.ceil((moment - Date.now()) / 1000))

/** Counts down on screen; who listens hears only how long it was when it began. */
const SecondsLeft = ({ until }: { readonly until: number }) => {
  const { t } = useTranslation()
  const [first] = useState(() => secondsUntil(until))
  const [left, setLeft] = useState(first)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(until)), 250)
    return () => clearInterval(timer)
  }, [until])
  return (
    <>
      <VisuallyHidden>{t('save.seconds', { count: first })}</VisuallyHidden>
      <span aria-hidden>{t('save.seconds', { count: left })}</span>
    </>
  )
}
