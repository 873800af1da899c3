import type { Release } from '@tieuchi/runtime'
import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import type { Draft } from '../api/contract.ts'
import type { DraftEditor } from './draft-editor.ts'
import type { DraftReader, DraftReading } from './draft-reading.ts'

/** What the editors of one draft share and a key that writes in it does not change. */
export interface DraftSetting {
  /** The draft as the server told it last. */
  readonly draft: Draft
  readonly editor: DraftEditor
  readonly base: Release | undefined
  readonly others: Readonly<Record<string, Release>>
  readonly today: string
  readonly permissions: readonly string[]
  /** Whether this person may change it now. */
  readonly writable: boolean
  /** Reads the draft anew, after a step of its life. */
  readonly refresh: () => Promise<void>
}

/** Who shows the draft follows it; the page around them is not drawn again for every key. */
export const DraftContext = createContext<(DraftSetting & { readonly reader: Pick<DraftReader, 'subscribe' | 'read'> }) | undefined>(undefined)

/** The draft whose editors these are, as it is now; outside one, a programmer's mistake. */
export const useDraft = (): DraftSetting & DraftReading => {
  const setting = use(DraftContext)
  if (!setting) throw new Error('An editor was shown outside a draft')
  const { reader } = setting
  const reading = useSyncExternalStore(reader.subscribe, reader.read)
  return useMemo(() => ({ ...setting, ...reading }), [setting, reading])
}
