import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { startSubmission, submissionQuery, type NewSubmission } from '../api/submission-api.ts'

/** Starts a review, of a household of the register or of one met for the first time, and opens it. */
export const useStartSubmission = () => {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSubmission) => startSubmission(body),
    onSuccess: (submission) => {
      queryClient.setQueryData(submissionQuery(submission.id).queryKey, submission)
      void queryClient.invalidateQueries({ queryKey: ['households'] })
      return navigate({ to: '/submissions/$id', params: { id: submission.id } })
    },
  })
}
