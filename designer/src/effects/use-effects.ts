import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EffectsQuery } from '../api/effect-api.ts'
import type { EffectList } from '../api/contract.ts'

/** What a publication in question would change of what was decided, and whether the person has looked at it. */
export interface Effects {
  readonly list: EffectList | undefined
  readonly problem: Error | null
  readonly pending: boolean
  /** Whether this very list was looked at; another one must be looked at again. */
  readonly looked: boolean
  readonly look: (looked: boolean) => void
  readonly showMore: () => void
  /** What the server asks for; absent where nothing would change. */
  readonly seen: string | undefined
  /** Nothing stands in the way: nothing would change, or it was looked at. */
  readonly settled: boolean
}

const page = 50

/** Asks for the effects; `queryOf` makes the question for so many lines. */
export const useEffects = (queryOf: (limit: number) => EffectsQuery, enabled = true): Effects => {
  const [limit, setLimit] = useState(page)
  const [looked, setLooked] = useState<string>()
  const { data, error, isPending, isPlaceholderData } = useQuery({ ...queryOf(limit), enabled })
  const pending = enabled && (isPending || isPlaceholderData)
  const none = data?.differing === 0
  const isLooked = data !== undefined && looked === data.seen
  return {
    list: enabled ? data : undefined,
    problem: error,
    pending,
    looked: isLooked,
    look: (now) => setLooked(now ? data?.seen : undefined),
    showMore: () => setLimit(limit + page),
    seen: none ? undefined : data?.seen,
    settled: !pending && data !== undefined && (none || isLooked),
  }
}
