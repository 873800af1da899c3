import { useMemo, type ReactNode } from 'react'
import { EvidenceContext } from './evidence-context.ts'
import { useCoverage } from './use-coverage.ts'
import { useRegisterCounts } from './use-register-counts.ts'

/** Keeps what stands beside the rules of a draft current while they are shown. */
export const EvidenceProvider = ({ active, children }: { readonly active: boolean; readonly children: ReactNode }) => {
  const { answer, counted, lines, stale, failed } = useRegisterCounts(active)
  const coverage = useCoverage(active)
  const { marks, unfinished, stale: former, failed: stopped } = coverage
  const value = useMemo(
    () => ({ register: { answer, counted, lines, stale, failed }, coverage: { marks, unfinished, stale: former, failed: stopped } }),
    [answer, counted, lines, stale, failed, marks, unfinished, former, stopped],
  )
  return <EvidenceContext value={value}>{children}</EvidenceContext>
}
