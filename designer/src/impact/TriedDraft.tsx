import { Alert } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactRun } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { percentOf } from '../evidence/use-register-words.ts'
import { useLatest } from '../ui/use-latest.ts'
import { useImpactAddress } from './impact-address.ts'
import type { RunQuestion } from './run-question.ts'
import { RunView } from './RunView.tsx'
import { trialOf, writtenNumber, type TriedNumber } from './trial.ts'
import { TrialFigures } from './TrialFigures.tsx'
import { TryParameter } from './TryParameter.tsx'
import { useTrial } from './use-trial.ts'

interface TriedDraftProps {
  readonly question: RunQuestion
  readonly run: ImpactRun | undefined
}

interface Tried {
  readonly number: TriedNumber
  readonly value: number
}

/** The run that is shown, and in its place what a value on trial would do as long as there is one. */
export const TriedDraft = ({ question: { subject, before, at }, run }: TriedDraftProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly, editor, state: { save } } = useDraft()
  const [last, setLast] = useState<Tried & { readonly beside: string | undefined }>()
  // Another run takes the place of what was tried beside the one before.
  const tried = last?.beside === run?.id ? last : undefined
  const { trial, ask, forget } = useTrial(draft.id, editor.flush)
  const { search: { by } } = useImpactAddress()
  const look = ({ number, value }: Tried, breakdown = by): void => ask({
    parameters: trialOf(assembly.release.parameters, number, value), at,
    ...(subject !== '' && { subject }), ...(before !== '' && { before: { release: before } }), ...(breakdown !== undefined && { breakdown }),
  })
  const onTry = (number: TriedNumber, value: number | undefined): void => {
    if (value === undefined) {
      setLast(undefined)
      forget()
      return
    }
    setLast({ number, value, beside: run?.id })
    look({ number, value })
  }
  const lookAgain = useLatest((breakdown: string | undefined) => tried && look(tried, breakdown))
  useEffect(() => {
    // Lines come only of the breakdown that is asked for.
    lookAgain(by)
  }, [by, lookAgain])
  const { figures, loading, error } = tried ? trial : {}
  const { parameters } = assembly.release
  const older = run?.after.draft !== undefined && run.after.draft.version !== save.version
  return (
    <>
      <TryParameter tried={tried} suggested={run?.figures?.lines ?? []} older={older} onTry={onTry} />
      {error !== undefined && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
      {loading !== undefined && !figures && <output>{t('evidence.noteLoading', { percent: percentOf(loading) })}</output>}
      {figures ? <TrialFigures figures={figures} asWritten={tried !== undefined && tried.value === writtenNumber(parameters, tried.number)} /> : run && <RunView key={run.id} run={run} />}
    </>
  )
}
