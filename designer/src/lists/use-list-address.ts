import { useRouter } from '@tanstack/react-router'

/**
 * What a list is narrowed to and sorted by is kept in the address, so a link shows the same list. A search typed just before a row is
 * opened must not call back who is on the way there: `go` is not called once the page is left.
 */
export const useListAddress = <Changes>(path: string, go: (changes: Changes) => void): ((changes: Changes) => void) => {
  const router = useRouter()
  return (changes) => {
    if (router.latestLocation.pathname === path) go(changes)
  }
}
