import { createContext, use } from 'react'
import type { CoverageEvidence, RegisterEvidence } from './evidence-figures.ts'

/** What stands beside the rules of one draft. */
export interface Evidence {
  readonly register: RegisterEvidence
  readonly coverage: CoverageEvidence
}

export const EvidenceContext = createContext<Evidence | undefined>(undefined)

/** What is known beside the rules; outside a draft, a programmer's mistake. */
export const useEvidence = (): Evidence => {
  const value = use(EvidenceContext)
  if (!value) throw new Error('Figures were shown outside a draft')
  return value
}
