import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { createContext, use, useEffect } from 'react'
import { sessionQuery } from '../api/session-api.ts'

export interface ReferenceDate {
  readonly at: string
  readonly today: string
  readonly isToday: boolean
  readonly change: (at: string) => void
}

/** The day everything is looked at on: today unless the address names another. */
export const useReferenceDate = (): ReferenceDate => {
  const session = useSuspenseQuery(sessionQuery).data
  const { at } = useSearch({ from: '/signed-in' })
  const navigate = useNavigate()
  const today = session?.today ?? ''
  return {
    at: at ?? today,
    today,
    isToday: at === undefined || at === today,
    change: (next) => void navigate({ to: '.', search: (search) => ({ ...search, at: next === today ? undefined : next }) }),
  }
}

/** The day of what a page shows, where it has one of its own, and the way for the page to say so. */
export const PageDateContext = createContext<{ readonly day: string | undefined; readonly tell: (day: string | undefined) => void }>({ day: undefined, tell: () => undefined })

/** Says in the shell that this page is about a day of its own, as long as it is shown. */
export const usePageDate = (day: string): void => {
  const { tell } = use(PageDateContext)
  useEffect(() => {
    tell(day)
    return () => tell(undefined)
  }, [day, tell])
}
