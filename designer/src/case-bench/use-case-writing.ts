import type { CaseDocument } from '@tieuchi/runtime'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import { randomId } from '../ui/random-id.ts'

/** The rest of the page follows once the typing pauses; what stands on the bench follows at once. */
const pause = 300

interface Waiting {
  readonly case: CaseDocument
  readonly turn: string
}

export interface CaseWriting {
  /** The case as it stands on the bench. */
  readonly example: CaseDocument
  /** The newest, also between two drawings. */
  readonly current: () => CaseDocument
  /** Changes the case. What is written at one place without leaving it is one step to undo. */
  readonly write: (change: (example: CaseDocument) => CaseDocument, place?: string) => void
  /** Leaves the place: what follows is another step. */
  readonly leave: () => void
}

/** Writes one case of the draft. */
export const useCaseWriting = (stored: CaseDocument): CaseWriting => {
  const { editor } = useDraft()
  const [shown, setShown] = useState<CaseDocument>()
  const waiting = useRef<Waiting>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef<{ readonly place: string; readonly id: string }>(undefined)
  const latest = useRef(stored)
  const commit = useCallback(() => {
    clearTimeout(timer.current)
    const next = waiting.current
    waiting.current = undefined
    if (next) editor.perform({ name: 'case.write', args: next })
  }, [editor])
  // What came from elsewhere, or was undone, takes the place of what was shown, but for what still waits.
  useLayoutEffect(() => {
    latest.current = waiting.current?.case ?? stored
    setShown(waiting.current?.case)
  }, [stored])
  useLayoutEffect(() => commit, [commit])
  useEffect(() => {
    window.addEventListener('pagehide', commit)
    return () => window.removeEventListener('pagehide', commit)
  }, [commit])
  const write = useCallback<CaseWriting['write']>((change, place) => {
    const next = change(latest.current)
    if (next === latest.current) return
    if (place === undefined || turn.current?.place !== place) {
      commit()
      turn.current = { place: place ?? '', id: randomId() }
    }
    latest.current = next
    waiting.current = { case: next, turn: turn.current.id }
    setShown(next)
    if (place === undefined) {
      commit()
      turn.current = undefined
      return
    }
    clearTimeout(timer.current)
    timer.current = setTimeout(commit, pause)
  }, [commit])
  const leave = useCallback(() => {
    commit()
    turn.current = undefined
  }, [commit])
  const example = shown ?? stored
  return useMemo(() => ({ example, current: () => latest.current, write, leave }), [example, write, leave])
}
