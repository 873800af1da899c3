import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { registerCountsQuery } from '../api/register-counts-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { linesOf, type RegisterEvidence } from './evidence-figures.ts'

/** How many households each rule is true of, for the version that is stored; what is written meanwhile makes the figures former ones. */
export const useRegisterCounts = (active: boolean): RegisterEvidence => {
  const { draft, state: { save } } = useDraft()
  const { data: answer, isError } = useQuery({ ...registerCountsQuery(draft.id, save.version), enabled: active })
  const [counted, setCounted] = useState<RegisterEvidence['counted']>()
  if (answer?.state === 'counted' && answer !== counted) setCounted(answer)
  const lines = useMemo(() => counted && linesOf(counted), [counted])
  return { answer, counted, lines, stale: save.status !== 'saved' || counted === undefined || counted.version !== save.version, failed: isError }
}
