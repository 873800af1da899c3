import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * Changes what a list is narrowed to and sorted by. It is kept in the address, so a link shows the same list. A search typed just
 * before a row is opened must not call back who is on the way there.
 */
export const useListAddress = <Search extends object>(path: '/households'): ((changes: Partial<Search>) => void) => {
  const navigate = useNavigate()
  const router = useRouter()
  return useCallback((changes) => {
    if (router.latestLocation.pathname !== path) return
    void navigate({ to: path, search: (before) => ({ ...before, ...changes }), replace: true })
  }, [navigate, router, path])
}
