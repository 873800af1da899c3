import { useNavigate } from '@tanstack/react-router'
import type { CaseDocument, Text } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'
import { copyOfCase, newCase } from './new-case.ts'

const newTitle: Text = { vi: 'Ca mới', en: 'New case' }

const copyTitle = ({ vi, en }: Text): Text => ({ vi: `${vi} (bản sao)`, en: `${en} (copy)` })

/** What can be done with the cases of a draft as a whole; each is one step to undo. */
export const useCaseActions = () => {
  const { editor, state: { document }, today } = useDraft()
  const navigate = useNavigate()
  const open = (id: string | undefined): void => void navigate({ to: '.', search: (search) => ({ ...search, tab: 'cases' as const, on: id === undefined ? undefined : writeElement({ kind: 'case', id }) }) })
  const insert = (added: CaseDocument, after?: string): void => {
    editor.perform({ name: 'case.add', args: { case: added, ...(after !== undefined && { after }) } })
    open(added.id)
  }
  return {
    /** Adds a case, and opens it. */
    insert,
    /** A new case on the first day of the draft, opened. */
    add: () => insert(newCase(newTitle, document.valid_from ?? today)),
    duplicate: (example: CaseDocument) => insert(copyOfCase(example, copyTitle), example.id),
    remove: (id: string) => {
      editor.perform({ name: 'case.remove', args: { id } })
      open(undefined)
    },
  }
}
