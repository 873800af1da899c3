import { createContext, use, type ReactNode } from 'react'

/** What stands around results where they are shown for more than reading. */
export interface ResultSurroundings {
  /** Stands beside a result, by the name a case would expect it under. */
  readonly noteOf: (name: string, member?: string) => ReactNode
  /** Whether the reasons of outcomes, of entitlements where there are none, are open from the beginning. */
  readonly opened: boolean
}

export const ResultSurroundingsContext = createContext<ResultSurroundings>({ noteOf: () => null, opened: false })

export const useResultSurroundings = (): ResultSurroundings => use(ResultSurroundingsContext)
