import { useEffect } from 'react'
import { previewImpact } from '../api/impact-api.ts'

/** Has the register read while somebody still looks at the page: the first figures are then there at once. What keeps it from that is told once they are asked for. */
export const useWarmRegister = (draft: string): void => {
  useEffect(() => {
    previewImpact(draft, { parameters: {} }).catch(() => undefined)
  }, [draft])
}
