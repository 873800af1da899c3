import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createDraft, draftQuery } from '../api/draft-api.ts'

/** Makes a draft from a release, given by its hash, and opens it. */
export const useBeginDraft = (programme: string) => {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (from: string) => createDraft({ programme, from }),
    onSuccess: async (draft) => {
      queryClient.setQueryData(draftQuery(draft.id).queryKey, draft)
      await queryClient.invalidateQueries({ queryKey: ['drafts'] })
      await navigate({ to: '/drafts/$id', params: { id: draft.id } })
    },
  })
}
