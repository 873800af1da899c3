import type { Question } from '@tieuchi/runtime'
import { createContext, use, type ReactNode } from 'react'

/** What stands around results where they are shown for more than reading. */
export interface ResultSurroundings {
  /** Stands beside a result, by the name a case would expect it under. */
  readonly noteOf: (name: string, member?: string) => ReactNode
  /** Whether the reasons of outcomes, of entitlements where there are none, are open from the beginning. */
  readonly opened: boolean
  /** Whether a question is asked on the page: one that is not leads nowhere. */
  readonly asks: (question: Question) => boolean
}

const plain: ResultSurroundings = { noteOf: () => null, opened: false, asks: () => true }

export const ResultSurroundingsContext = createContext(plain)

export const useResultSurroundings = (): ResultSurroundings => use(ResultSurroundingsContext)

/** Results beside a form, which does not ask all that may decide them. */
export const beside = (asks: ResultSurroundings['asks']): ResultSurroundings => ({ ...plain, asks })
