import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { registerCountsQuery } from '../api/register-counts-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'

/** Has the register read while somebody still looks at the page: the first figures are then there at once. */
export const useWarmRegister = (): void => {
  const queryClient = useQueryClient()
  const { draft: { id }, state: { save: { version } } } = useDraft()
  useEffect(() => {
    void queryClient.prefetchQuery(registerCountsQuery(id, version))
  }, [queryClient, id, version])
}
