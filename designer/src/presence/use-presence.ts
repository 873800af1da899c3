import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Presence, PresentPerson } from '../api/contract.ts'
import { leave, stand, type SharedKind } from '../api/presence-api.ts'
import { ProblemError } from '../api/problem-error.ts'

const INTERVAL = 4_000
/** Someone walking through the questions is not told of at each of them. */
const MOVE_DELAY = 500

interface Shared {
  readonly kind: SharedKind
  readonly id: string
  /** Where this person stands, in the notation of the page. */
  readonly place: string
  /** Told every time the server answers. */
  readonly onAnswer: (presence: Presence) => void
}

const nobody: readonly PresentPerson[] = []

/** Not there, not for this person: no use asking again. */
const isFinal = (error: Error | null): boolean => error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429

/** Who else has it open. While the page is in sight a sign of life is sent every few seconds; where none is answered nobody is known. */
export const usePresence = ({ kind, id, place, onAnswer }: Shared): readonly PresentPerson[] => {
  const standing = useRef(place)
  const answered = useRef(onAnswer)
  useEffect(() => {
    answered.current = onAnswer
  })
  const { data, isSuccess, fetchStatus, refetch } = useQuery({
    queryKey: ['presence', kind, id],
    queryFn: async () => {
      const presence = await stand(kind, id, standing.current)
      answered.current(presence)
      return presence
    },
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : INTERVAL),
    refetchOnWindowFocus: 'always',
    retry: (count, error) => count < 2 && !isFinal(error),
    retryDelay: 1_000,
    gcTime: 0,
  })
  useEffect(() => {
    if (standing.current === place) return undefined
    standing.current = place
    const timer = setTimeout(() => void refetch(), MOVE_DELAY)
    return () => clearTimeout(timer)
  }, [place, refetch])
  useEffect(() => {
    const go = () => leave(kind, id)
    window.addEventListener('pagehide', go)
    return () => {
      window.removeEventListener('pagehide', go)
      go()
    }
  }, [kind, id])
  return isSuccess && fetchStatus !== 'paused' ? data.others : nobody
}
