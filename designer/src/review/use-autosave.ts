import { useQueryClient } from '@tanstack/react-query'
import { soundAnswers, type CommonDocument } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/browser'
import type { Submission, SubmissionAnswers } from '../api/contract.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { getSubmission, saveAnswers, submissionQuery } from '../api/submission-api.ts'
import { createAutosave, type Autosave } from '../autosave/autosave.ts'
import type { AutosaveState } from '../autosave/autosave-state.ts'
import { unsavedContentOf } from '../autosave/unsaved-content.ts'
import { mergeAnswers } from './merge-answers.ts'

export type AnswersAutosave = Autosave<SubmissionAnswers, Submission>
export type AnswersState = AutosaveState<SubmissionAnswers, Submission>

const isAnswers = (value: unknown): value is SubmissionAnswers =>
  typeof value === 'object' && value !== null && 'household' in value && typeof value.household === 'object' && value.household !== null && 'members' in value && Array.isArray(value.members)

/** The answers of a draft as they are on this page, saved by themselves; a wrong one waits until it is corrected. One per mounted page. */
export const useAutosave = (submission: Submission, person: string, common: CommonDocument): { readonly autosave: AnswersAutosave; readonly state: AnswersState } => {
  const queryClient = useQueryClient()
  const [autosave] = useState(() => createAutosave({
    source: submission,
    contentOf: ({ answers }) => answers,
    isOpen: ({ state: stage }) => stage === 'draft',
    join: (base, mine, theirs, unanswered) => {
      const { answers, both } = mergeAnswers({ base, mine, theirs }, { unanswered })
      return { content: answers, contested: both.length > 0 }
    },
    nothing: { household: {}, members: [] },
    storable: (answers) => {
      const { household, members } = answers
      return soundAnswers(answers, checkInput(common, { household, members }))
    },
    send: (version, answers, patience) => saveAnswers(submission.id, version, answers, patience),
    load: () => getSubmission(submission.id),
    unsaved: unsavedContentOf(person, submission.id, isAnswers),
    onSaved: ({ version, updated_at }, answers) => {
      queryClient.setQueryData(submissionQuery(submission.id).queryKey, (known) => known && { ...known, version, updated_at, answers })
      void queryClient.invalidateQueries({ queryKey: ['households'] })
    },
    onReceived: (theirs) => void queryClient.setQueryData(submissionQuery(submission.id).queryKey, theirs),
  }))
  const state = useSyncExternalStore(autosave.subscribe, autosave.getState)
  useEffect(() => {
    const retry = () => void autosave.flush()
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      autosave.stop()
    }
  }, [autosave])
  useEffect(() => autosave.receive(submission), [autosave, submission])
  return { autosave, state }
}
