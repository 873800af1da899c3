import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { evaluate, placesOf, whyNot, type AssemblyLayers } from '@tieuchi/runtime'
import type { StoredDecision, Submission } from '../api/contract.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { decisionQuery } from '../api/decision-api.ts'
import { LoadProblem } from '../app/LoadProblem.tsx'
import { PrintMenu } from '../prints/PrintMenu.tsx'
import { LayeredResults, type LayerResult } from '../results/LayeredResults.tsx'
import type { AskWhyNot, ExplainResult } from '../results/result-panel-props.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { AnswersSheet } from './AnswersSheet.tsx'
import { CorrectedNotice, CorrectSubmission } from './CorrectSubmission.tsx'
import { ReviewAnew } from './newer-rules/ReviewAnew.tsx'
import { SubmissionHead } from './SubmissionHead.tsx'
import { inputOf } from './submission-input.ts'
import classes from './SubmissionPage.module.css'

/** A review to read: the answers and, once it is sent, the stored decision. Nothing here can be changed. */
export const SentPage = ({ submission, layers }: { readonly submission: Submission; readonly layers: AssemblyLayers }) => {
  const assembly = layers.national
  const { t } = useTranslation()
  return (
    <div className={classes['page']}>
      <SubmissionHead submission={submission} assembly={assembly} answers={submission.answers} tools={<><span>{t('submission.referenceDate', { day: formatDay(submission.moment.law_at) })}</span><PrintMenu id={submission.id} />{submission.decision !== undefined && !submission.newer && submission.corrected_by === undefined && <CorrectSubmission submission={submission} />}</>} />
      {submission.corrected_by !== undefined && <CorrectedNotice by={submission.corrected_by} />}
      {submission.corrected_by === undefined && submission.newer && submission.decision !== undefined && <ReviewAnew submission={submission} newer={submission.newer} decision={submission.decision} layers={layers} />}
      <div className={classes['columns']}>
        <AnswersSheet submission={submission} layers={layers} />
        <aside className={classes['aside']} aria-labelledby="result-title">
          <h2 id="result-title">{t(submission.decision === undefined ? 'result.soFar' : 'result.decided')}</h2>
          {submission.decision === undefined
            ? <p className={classes['decided']}>{t('submission.notSent')}</p>
            : <StoredResult id={submission.decision} submission={submission} layers={layers} />}
        </aside>
      </div>
    </div>
  )
}

const StoredResult = ({ id, submission, layers }: { readonly id: string; readonly submission: Submission; readonly layers: AssemblyLayers }) => {
  const { t } = useTranslation()
  const { data: decision, error, refetch } = useQuery(decisionQuery(id))
  const results = useMemo(() => (decision ? storedLayers(submission, decision, layers) : []), [submission, decision, layers])
  if (error) return <LoadProblem error={error} reset={() => void refetch()} />
  if (!decision) return <Loader size="sm" aria-label={t('loading')} />
  return (
    <>
      <p className={classes['decided']}>{t('submission.decidedAt', { at: formatInstant(decision.decided_at) })}</p>
      <LayeredResults layers={results} members={submission.answers.members} places={placesOf(submission.unit)} />
    </>
  )
}

/** What was decided in each layer, the national one first. What would alter it is looked for by the rules it was decided by. */
const storedLayers = (submission: Submission, { layers: results, explanations }: StoredDecision, { national, local }: AssemblyLayers): readonly LayerResult[] =>
  [national, ...(local ? [local] : [])].flatMap((assembly) => {
    const result = results[assembly.layer]
    if (!result) return []
    const explainResult: ExplainResult = ({ id, member }) => Promise.resolve(explanations[assembly.layer]?.find((node) => node.id === id && node.member === member))
    const askWhyNot: AskWhyNot = async ({ id, member }, by) => whyNot(await evaluate(assembly, { input: inputOf(submission), moment: submission.moment }), id, { by, ...(member !== undefined && { member }) })
    return [{ assembly, result, explainResult, askWhyNot }]
  })
