import { useNavigate } from '@tanstack/react-router'
import { useListAddress } from '../lists/use-list-address.ts'
import type { ImpactAddress } from './impact-address.ts'
import type { ImpactSearch } from './impact-search.ts'

/** What of a run is looked at on a page of this path, kept in its address. */
export const useRunAddress = (path: string, search: ImpactSearch): ImpactAddress => {
  const navigate = useNavigate()
  const go = (replace: boolean) => (changes: ImpactSearch): void => void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace, resetScroll: false })
  return { search, change: useListAddress(path, go(true)), step: useListAddress(path, go(false)) }
}
