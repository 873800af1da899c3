import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { startSubmission, submissionQuery } from '../api/submission-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'

/** Starts a review on the reference date, of a household of the register or of one met for the first time, and opens it. */
export const useStartSubmission = (programme: string | undefined) => {
  const { at } = useReferenceDate()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (household: string | undefined) => startSubmission({ programme: programme ?? '', reference_date: at, ...(household !== undefined && { household }) }),
    onSuccess: (submission) => {
      queryClient.setQueryData(submissionQuery(submission.id).queryKey, submission)
      void queryClient.invalidateQueries({ queryKey: ['households'] })
      return navigate({ to: '/submissions/$id', params: { id: submission.id } })
    },
  })
}
