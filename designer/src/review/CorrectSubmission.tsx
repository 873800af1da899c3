import { Alert, Anchor, Button, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Submission } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useStartSubmission } from './use-start-submission.ts'

/** Begins another review of the same day with the answers of one that was sent; what was sent and decided stays as it is. */
export const CorrectSubmission = ({ submission }: { readonly submission: Submission }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const starting = useStartSubmission()
  if (!session?.permissions.includes('submissions.write')) return null
  const { programme, household, id, moment } = submission
  return (
    <>
      <Button variant="subtle" size="compact-md" loading={starting.isPending} onClick={() => starting.mutate({ programme, household, copy_of: id, reference_date: moment.law_at })}>{t('submission.correct')}</Button>
      {starting.error && <Text role="alert" c="var(--error)">{read(detailOf(starting.error))}</Text>}
    </>
  )
}

/** Says that a review of the same day was sent after this one, and leads there. */
export const CorrectedNotice = ({ by }: { readonly by: string }) => {
  const { t } = useTranslation()
  return (
    <Alert color="yellow" variant="outline" m="md" mb={0}>
      {t('submission.corrected')}{' '}
      <Anchor fz="inherit" renderRoot={(props) => <Link to="/submissions/$id" params={{ id: by }} {...props} />}>{t('submission.correctedBy')}</Anchor>
    </Alert>
  )
}
