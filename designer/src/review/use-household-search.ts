import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ReviewState } from '../api/household-api.ts'

export interface HouseholdSearch {
  readonly search?: string | undefined
  readonly state?: ReviewState | undefined
  readonly programme?: string | undefined
  readonly page?: number | undefined
}

/**
 * What the list is narrowed to. It is kept in the address, so a link shows the same list. A search typed just before a household
 * is opened must not call back who is on the way there.
 */
export const useHouseholdSearch = () => {
  const filter = useSearch({ from: '/signed-in/households' })
  const navigate = useNavigate({ from: '/households' })
  const router = useRouter()
  const change = useCallback((changes: HouseholdSearch, replace = !('page' in changes)): void => {
    const leaving = router.latestLocation.pathname !== '/households'
    if (leaving) return
    void navigate({ search: (search) => ({ ...search, page: undefined, ...changes }), replace })
  }, [navigate, router])
  return { filter, change }
}
