import { useNavigate } from '@tanstack/react-router'
import { suggestCode, type FormDocument } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'

/** Puts a form into the draft under a code of its title, `fallback` with a number where the title yields none, and opens it. */
export const useAddForm = (fallback: string): ((title: string, formOf: (id: string) => FormDocument) => void) => {
  const navigate = useNavigate()
  const { assembly: { release: { forms } }, editor } = useDraft()
  return (title, formOf) => {
    const id = suggestCode(title, (code) => forms.some((form) => form.id === code)) || `${fallback}_${forms.length + 1}`
    editor.perform({ name: 'form.add', args: { form: formOf(id) } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: writeElement({ kind: 'form', id }), view: undefined }) })
  }
}
