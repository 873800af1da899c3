import { useQueryClient } from '@tanstack/react-query'
import type { DraftDocument } from '@tieuchi/runtime'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft } from '../api/contract.ts'
import { draftQuery, getDraft, saveDocument } from '../api/draft-api.ts'
import { afterPaint, unsavedAfterPaint } from '../autosave/after-paint.ts'
import { openDraftEditor, unsavedDraftOf, type DraftEditor, type DraftEditorState } from '../editor-store/draft-editor.ts'
import { keptHistoryOf, type KeptHistory } from '../editor-store/kept-history.ts'

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)

/** What decides which releases of other programmes a draft is joined with. */
const joinedWith = ({ programme, valid_from: from }: DraftDocument): string => [from, ...programme.depends_on].join(' ')

/** A history is large: it is kept once what it says is on the screen. */
const historyAfterPaint = (person: string, draft: string): KeptHistory => {
  const kept = keptHistoryOf(person, draft)
  return { ...kept, write: (history) => afterPaint(`history ${draft}`, () => kept.write(history)) }
}

/** Opens a draft for writing on this page. Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) work outside fields, which have their own. */
export const useDraftEditor = (draft: Draft, person: string): { readonly editor: DraftEditor; readonly state: DraftEditorState } => {
  const queryClient = useQueryClient()
  const [editor] = useState(() => openDraftEditor({
    draft,
    person,
    send: (version, document, patience) => saveDocument(draft.id, version, document, patience),
    load: () => getDraft(draft.id),
    kept: historyAfterPaint(person, draft.id),
    unsaved: unsavedAfterPaint(`unsaved ${draft.id}`, unsavedDraftOf(person, draft.id)),
    onSaved: ({ version, updated_at }, document) => {
      const { queryKey } = draftQuery(draft.id)
      const before = queryClient.getQueryData(queryKey)?.document
      queryClient.setQueryData(queryKey, (known) => known && { ...known, version, updated_at, document, ...(known.state !== 'draft' && { state: 'draft' as const }) })
      void queryClient.invalidateQueries({ queryKey: ['drafts'] })
      if (before && joinedWith(before) !== joinedWith(document)) void queryClient.invalidateQueries({ queryKey })
    },
    onReceived: (theirs) => void queryClient.setQueryData(draftQuery(draft.id).queryKey, theirs),
  }))
  const state = useSyncExternalStore(editor.subscribe, editor.getState)
  useEffect(() => {
    const retry = () => void editor.flush()
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) editor.redo()
      else editor.undo()
    }
    window.addEventListener('online', retry)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('online', retry)
      window.removeEventListener('keydown', onKey)
      void editor.flush()
      editor.stop()
    }
  }, [editor])
  useEffect(() => editor.receive(draft), [editor, draft])
  return { editor, state }
}
