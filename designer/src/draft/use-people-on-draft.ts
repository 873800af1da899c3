import { getDraft } from '../api/draft-api.ts'
import type { PresentPerson } from '../api/contract.ts'
import type { DraftEditor } from '../editor-store/draft-editor.ts'
import { usePresence } from '../presence/use-presence.ts'
import type { DraftTab } from './draft-tabs.ts'

/** Tells the others on a draft of rules which tab this person looks at, names them, and takes in what they save. */
export const usePeopleOnDraft = (id: string, editor: DraftEditor, tab: DraftTab): readonly PresentPerson[] =>
  usePresence({
    kind: 'drafts',
    id,
    place: tab,
    onAnswer: ({ version }) => {
      const { save } = editor.getState()
      if (save.status === 'failed') void editor.flush()
      else if (save.status !== 'saving' && version > (save.theirs ?? save).version) void getDraft(id).then(editor.receive, () => undefined)
    },
  })
