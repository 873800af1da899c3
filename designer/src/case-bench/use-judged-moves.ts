import { useEffect, useState } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import { canJudge, judgeMove, type ChangedCase } from './judged-moves.ts'
import type { CaseMove } from './moved-cases.ts'

export interface JudgedMoves {
  /** So many cases were judged on both days. */
  readonly done: number
  readonly changed: readonly ChangedCase[]
  /** The draft has errors, so that nobody can be judged by it. */
  readonly unfinished: boolean
}

const nothing: JudgedMoves = { done: 0, changed: [], unfinished: false }

/** So many milliseconds of judging, then the page is drawn and may be used. */
const stretch = 40

const pageDrawn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0))

/** Judges cases on their days before and after, one after the other, while the page goes on. */
export const useJudgedMoves = (moves: readonly CaseMove[]): JudgedMoves => {
  const { assembly, others } = useDraft()
  const [judged, setJudged] = useState<JudgedMoves & { readonly of: readonly CaseMove[] }>({ ...nothing, of: moves })
  useEffect(() => {
    let current = true
    const run = async (): Promise<void> => {
      if (!canJudge(assembly, others)) return setJudged({ ...nothing, unfinished: true, of: moves })
      const changed: ChangedCase[] = []
      let shown = performance.now()
      for (const [index, move] of moves.entries()) {
        const found = await judgeMove(assembly, move)
        if (found) changed.push(found)
        if (performance.now() - shown < stretch && index < moves.length - 1) continue
        if (!current) return
        setJudged({ done: index + 1, changed: [...changed], unfinished: false, of: moves })
        await pageDrawn()
        shown = performance.now()
      }
    }
    // A document that has not the form of a release yet cannot judge anybody either.
    run().catch(() => current && setJudged({ ...nothing, unfinished: true, of: moves }))
    return () => {
      current = false
    }
  }, [assembly, others, moves])
  return judged.of === moves ? judged : nothing
}
