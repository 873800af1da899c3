import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { questionTitle, type Assembly } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import type { AnswersState } from './use-autosave.ts'
import { mergeAnswers } from './merge-answers.ts'
import classes from './SubmissionPage.module.css'

interface ConflictNoticeProps {
  readonly assembly: Assembly
  readonly state: AnswersState
  readonly theirs: Submission
  readonly onLoad: () => void
  readonly onKeep: () => void
}

/** Someone else saved in between: who and when, and the two ways out. What is sent can only be loaded. */
export const ConflictNotice = ({ assembly, state, theirs, onLoad, onKeep }: ConflictNoticeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const sent = theirs.state !== 'draft'
  const who = state.problem ? read(state.problem.detail) : t('conflict.text', { at: formatInstant(theirs.updated_at) })
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t(sent ? 'conflict.sentTitle' : 'conflict.title')}>
      <p>{sent ? t('conflict.sentText', { at: formatInstant(theirs.updated_at) }) : who}</p>
      {!sent && <ChangedByBoth assembly={assembly} state={state} theirs={theirs} />}
      <Group gap="sm">
        <Button onClick={onLoad}>{t(sent ? 'conflict.loadSent' : 'conflict.load')}</Button>
        {!sent && <Button variant="default" onClick={onKeep}>{t('conflict.keep')}</Button>}
      </Group>
    </Alert>
  )
}

/** Keeping joins both sides, so only what both changed has to be weighed. */
const ChangedByBoth = ({ assembly, state, theirs }: Pick<ConflictNoticeProps, 'assembly' | 'state' | 'theirs'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { both } = mergeAnswers(state.base, state.content, theirs.answers)
  if (both.length === 0) return <p>{t('conflict.nothingBoth')}</p>
  return (
    <>
      <p>{t('conflict.both')}</p>
      <ul className={classes['issues']}>
        {both.map((question) => {
          const members = state.content.members.some(({ id }) => id === question.member) ? state.content.members : theirs.answers.members
          return <li key={`${question.member ?? ''}.${question.field}`}>{read(questionTitle(assembly, members, question))}</li>
        })}
      </ul>
    </>
  )
}
