import { useEffect, useRef, useState } from 'react'
import type { ImpactPreview, NewImpactPreview } from '../api/contract.ts'
import { previewImpact } from '../api/impact-api.ts'
import { newestFirst, type NewestFirst } from './newest-first.ts'

export type ReadyPreview = Extract<ImpactPreview, { readonly state: 'ready' }>

/** What became of trying a value; the figures before stay until newer ones are there. */
export interface Trial {
  readonly figures?: ReadyPreview | undefined
  /** Share of the register that is read, while it is. */
  readonly loading?: number | undefined
  readonly error?: unknown
}

const again = 300

/** Asks what the draft would do at other values, one question at a time; `save` brings the server up to date first. */
export const useTrial = (draft: string, save: () => Promise<unknown>): { readonly trial: Trial; readonly ask: (question: NewImpactPreview) => void; readonly forget: () => void } => {
  const [trial, setTrial] = useState<Trial>({})
  const asking = useRef<NewestFirst<NewImpactPreview>>(undefined)
  useEffect(() => () => asking.current?.stop(), [])
  const begin = (): NewestFirst<NewImpactPreview> => newestFirst<NewImpactPreview, ImpactPreview>({
    load: async (question) => {
      await save()
      return previewImpact(draft, question)
    },
    onAnswer: (answer) => setTrial((before) => (answer.state === 'ready' ? { figures: answer } : { ...before, loading: answer.share, error: undefined })),
    onFailure: (error) => setTrial({ error }),
    again: (answer) => (answer.state === 'loading' ? again : undefined),
  })
  return {
    trial,
    ask: (question) => {
      if (!asking.current) asking.current = begin()
      asking.current.ask(question)
    },
    forget: () => {
      asking.current?.stop()
      asking.current = undefined
      setTrial({})
    },
  }
}
