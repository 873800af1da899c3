import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isEvaluationError, membershipIssues, type AssemblyLayers, type HouseholdInput } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'
import { useState } from 'react'
import { unsavedProblem } from '../api/problem-error.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { changeReferenceDate, moveToNewestRules, submissionQuery, submitSubmission } from '../api/submission-api.ts'
import type { AnswersAutosave } from './use-autosave.ts'
import { judge, type Judgement } from './use-judgement.ts'
import type { UnreadableAnswers } from './use-unreadable-answers.ts'

interface DraftParts {
  readonly submission: Submission
  readonly autosave: AnswersAutosave
  readonly layers: AssemblyLayers
  readonly input: HouseholdInput
  /** Where something is attached. */
  readonly attached: ReadonlySet<string> | undefined
  readonly unreadable: UnreadableAnswers
}

/** Checking, sending and re-dating a draft. Each saves what is waiting first. */
export const useDraftActions = ({ submission, autosave, layers, input, attached, unreadable }: DraftParts) => {
  const queryClient = useQueryClient()
  const [checked, setChecked] = useState(false)
  const [asked, setAsked] = useState<Judgement>()
  const [preparing, setPreparing] = useState(false)
  const { change: view } = useReferenceDate()
  const adopt = (next: Submission): void => {
    autosave.adopt(next)
    queryClient.setQueryData(submissionQuery(submission.id).queryKey, next)
    void queryClient.invalidateQueries({ queryKey: ['households'] })
  }
  const sending = useMutation({
    mutationFn: async (reasons: Readonly<Record<string, string>>) => {
      if (!(await autosave.flush())) throw unsavedProblem()
      return submitSubmission(submission.id, autosave.getState().version, reasons)
    },
    onSuccess: adopt,
    onError: () => void queryClient.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey }),
  })
  const moving = useMutation({
    mutationFn: async () => {
      if (!(await autosave.flush())) throw unsavedProblem()
      return moveToNewestRules(submission.id, autosave.getState().version)
    },
    onSuccess: adopt,
  })
  const judgeNow = (): Promise<Judgement> => judge(layers, submission.form, input, submission.moment, attached)
  const askToSubmit = async (): Promise<void> => {
    setPreparing(true)
    try {
      sending.reset()
      const judgement = await judgeNow().catch((error: unknown) => {
        if (!isEvaluationError(error)) throw error
      })
      if (!judgement) return window.scrollTo({ top: 0 })
      const stopped = [...unreadable.issues(input.members ?? []), ...membershipIssues(autosave.getState().content, submission.moment), ...judgement.issues, ...judgement.unanswered].some(({ severity }) => severity === 'error')
      setChecked(stopped)
      if (stopped) window.scrollTo({ top: 0 })
      else setAsked(judgement)
    } finally {
      setPreparing(false)
    }
  }
  return {
    checked,
    asked,
    preparing,
    submitting: sending.isPending,
    problem: sending.error,
    check: async () => {
      setChecked(true)
      window.scrollTo({ top: 0 })
      await autosave.flush()
    },
    closeCheck: () => setChecked(false),
    askToSubmit,
    submit: sending.mutate,
    moving: moving.isPending,
    moveProblem: moving.error,
    moveToNewest: () => moving.mutate(),
    closeSubmit: () => setAsked(undefined),
    loadTheirs: () => {
      const { theirs } = autosave.getState()
      if (theirs) adopt(theirs)
    },
    changeDate: async (day: string): Promise<Submission> => {
      if (!(await autosave.flush())) throw unsavedProblem()
      const next = await changeReferenceDate(submission.id, autosave.getState().version, day)
      adopt(next)
      view(day)
      return next
    },
  }
}
