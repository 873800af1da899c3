import { Button, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { AssemblyLayers } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewerRules, Submission } from '../../api/contract.ts'
import { decisionQuery } from '../../api/decision-api.ts'
import { detailOf } from '../../api/problem-error.ts'
import { sessionQuery } from '../../api/session-api.ts'
import { useLanguage } from '../../app/use-language.ts'
import { inputOf } from '../submission-input.ts'
import { useStartSubmission } from '../use-start-submission.ts'
import { NewerRulesNotice } from './NewerRulesNotice.tsx'

interface ReviewAnewProps {
  readonly submission: Submission
  readonly newer: NewerRules
  /** Id of the stored decision. */
  readonly decision: string
  readonly layers: AssemblyLayers
}

/** What the newer rules would make of a review that was sent; by them it can be reviewed anew, with its answers. */
export const ReviewAnew = ({ submission, newer, decision: id, layers }: ReviewAnewProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { data: decision } = useQuery(decisionQuery(id))
  const results = useMemo(() => Object.values(decision?.layers ?? {}), [decision])
  const input = useMemo(() => inputOf(submission), [submission])
  const starting = useStartSubmission()
  const again = { programme: submission.programme, reference_date: submission.moment.law_at, household: submission.household, copy_of: submission.id }
  if (!decision || !session?.permissions.includes('submissions.write')) return null
  const action = (
    <>
      <Button variant="default" onClick={() => starting.mutate(again)} loading={starting.isPending}>{t('newer.again')}</Button>
      {starting.error && <Text role="alert" c="var(--error)">{read(detailOf(starting.error))}</Text>}
    </>
  )
  return <NewerRulesNotice submission={submission} newer={newer} layers={layers} results={results} input={input} advice={t('newer.sentAdvice')} action={action} />
}
