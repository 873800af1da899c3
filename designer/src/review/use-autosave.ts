import { useQueryClient } from '@tanstack/react-query'
import type { CommonDocument } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/browser'
import type { Submission } from '../api/contract.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { getSubmission, saveAnswers, submissionQuery } from '../api/submission-api.ts'
import { createAutosave, type Autosave, type AutosaveState } from './autosave.ts'
import { soundAnswers } from './sound-answers.ts'
import { unsavedAnswersOf } from './unsaved-answers.ts'

/** The answers of a draft as they are on this page, saved by themselves; a wrong one waits until it is corrected. One per mounted page. */
export const useAutosave = (submission: Submission, person: string, common: CommonDocument): { readonly autosave: Autosave; readonly state: AutosaveState } => {
  const queryClient = useQueryClient()
  const [autosave] = useState(() => createAutosave({
    submission,
    send: async (version, answers) => {
      const sound = soundAnswers(answers, checkInput(common, answers))
      return { ...(await saveAnswers(submission.id, version, sound)), answers: sound }
    },
    load: () => getSubmission(submission.id),
    unsaved: unsavedAnswersOf(person, submission.id),
    onSaved: ({ version, updated_at }, answers) => {
      queryClient.setQueryData(submissionQuery(submission.id).queryKey, (known) => known && { ...known, version, updated_at, answers })
      void queryClient.invalidateQueries({ queryKey: ['households'] })
    },
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
  return { autosave, state }
}
