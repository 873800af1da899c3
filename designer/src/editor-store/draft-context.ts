import type { Assembly, CommonDocument, Release } from '@tieuchi/runtime'
import { createContext, use } from 'react'
import type { Draft } from '../api/contract.ts'
import type { DraftEditor, DraftEditorState } from '../editor-store/draft-editor.ts'

/** Everything the editors of one draft share. */
export interface DraftContextValue {
  readonly draft: Draft
  readonly editor: DraftEditor
  readonly state: DraftEditorState
  /** The draft as it is on this page, joined with what it reads. */
  readonly assembly: Assembly
  /** What all share, as published, and with what the draft adds. */
  readonly common: { readonly published: CommonDocument; readonly extended: CommonDocument }
  readonly base: Release | undefined
  readonly others: Readonly<Record<string, Release>>
  readonly today: string
  readonly permissions: readonly string[]
  /** Whether this person may change it now. */
  readonly writable: boolean
  /** Reads the draft anew, after a step of its life. */
  readonly refresh: () => Promise<void>
}

export const DraftContext = createContext<DraftContextValue | undefined>(undefined)

/** The draft whose editors these are; outside one, a programmer's mistake. */
export const useDraft = (): DraftContextValue => {
  const value = use(DraftContext)
  if (!value) throw new Error('An editor was shown outside a draft')
  return value
}
