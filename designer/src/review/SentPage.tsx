import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Assembly } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { decisionQuery } from '../api/decision-api.ts'
import { LoadProblem } from '../app/LoadProblem.tsx'
import { ResultPanel } from '../results/ResultPanel.tsx'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { AnswersSheet } from './AnswersSheet.tsx'
import { SubmissionHead } from './SubmissionHead.tsx'
import classes from './SubmissionPage.module.css'

/** A review to read: the answers and, once it is sent, the stored decision. Nothing here can be changed. */
export const SentPage = ({ submission, assembly }: { readonly submission: Submission; readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  return (
    <div className={classes['page']}>
      <SubmissionHead submission={submission} assembly={assembly} answers={submission.answers} date={<span>{t('submission.referenceDate', { day: formatDay(submission.moment.law_at) })}</span>} />
      <div className={classes['columns']}>
        <AnswersSheet submission={submission} assembly={assembly} />
        <aside className={classes['aside']} aria-labelledby="result-title">
          <h2 id="result-title">{t(submission.decision === undefined ? 'result.soFar' : 'result.decided')}</h2>
          {submission.decision === undefined
            ? <p className={classes['decided']}>{t('submission.notSent')}</p>
            : <StoredResult id={submission.decision} submission={submission} assembly={assembly} />}
        </aside>
      </div>
    </div>
  )
}

const StoredResult = ({ id, submission, assembly }: { readonly id: string; readonly submission: Submission; readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  const { data: decision, error, refetch } = useQuery(decisionQuery(id))
  const explainOutcome = useCallback(
    (outcome: string) => Promise.resolve(decision?.explanations['national']?.find((node) => node.id === outcome)),
    [decision],
  )
  if (error) return <LoadProblem error={error} reset={() => void refetch()} />
  const result = decision?.layers['national']
  if (!decision || !result) return <Loader size="sm" aria-label={t('loading')} />
  return (
    <>
      <p className={classes['decided']}>{t('submission.decidedAt', { at: formatInstant(decision.decided_at) })}</p>
      <ResultPanel assembly={assembly} result={result} members={submission.answers.members} explainOutcome={explainOutcome} />
    </>
  )
}
