import { useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Gate } from '../api/contract.ts'
import { gateQuery } from '../api/draft-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'

/** So many milliseconds without another change, then the gate is asked: it keeps the server busy for seconds, which whoever writes on would feel. */
const pause = 1_000

/** The gate of the draft as it was saved when the writing last paused, and whether that is behind what is saved now. */
export const useGate = (): { readonly gate: Gate | undefined; readonly former: boolean } => {
  const { draft, state: { document, save } } = useDraft()
  const [settled] = useDebouncedValue(document, pause)
  const [version, setVersion] = useState(save.version)
  if (settled === document && version !== save.version) setVersion(save.version)
  const { data: gate, isFetching } = useQuery({ ...gateQuery(draft.id, version), placeholderData: (previous) => previous })
  return { gate, former: isFetching || version !== save.version }
}
