import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Submission } from '../api/contract.ts'
import { useTranslation } from 'react-i18next'
import type { ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'

interface ConflictNoticeProps {
  readonly theirs: Submission
  /** Names who saved in between, where the server said so. */
  readonly problem: ProblemError | undefined
  readonly onLoad: () => void
  readonly onKeep: () => void
}

/** Someone else saved in between: who and when, and the two ways out. */
export const ConflictNotice = ({ theirs, problem, onLoad, onKeep }: ConflictNoticeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('conflict.title')}>
      <p>{problem ? read(problem.detail) : t('conflict.text', { at: formatInstant(theirs.updated_at) })}</p>
      <Group gap="sm">
        <Button onClick={onLoad}>{t('conflict.load')}</Button>
        {theirs.state === 'draft' && <Button variant="default" onClick={onKeep}>{t('conflict.keep')}</Button>}
      </Group>
    </Alert>
  )
}
