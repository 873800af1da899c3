import { useEffect, useRef } from 'react'
import type { ImpactRun } from '../api/contract.ts'
import { isUnderWay } from '../api/impact-api.ts'
import { useLatest } from '../ui/use-latest.ts'

/** Told once a run that was seen at work has come to its end, whichever. */
export const useWhenEnded = (run: Pick<ImpactRun, 'id' | 'state'> | undefined, onEnd: () => void): void => {
  const working = useRef<string>(undefined)
  const tell = useLatest(onEnd)
  const id = run?.id
  const underWay = run !== undefined && isUnderWay(run)
  useEffect(() => {
    if (underWay) working.current = id
    else if (id !== undefined && working.current === id) {
      working.current = undefined
      tell()
    }
  }, [id, underWay, tell])
}
