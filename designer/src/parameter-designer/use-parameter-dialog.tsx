import { usageOf, type Parameter } from '@tieuchi/runtime'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import { ParameterDialog } from './ParameterDialog.tsx'

/** The dialog of one parameter, and the way to open it; without an id it asks for a new one. */
export const useParameterDialog = (): { readonly open: (id?: string) => void; readonly dialog: ReactNode } => {
  const navigate = useNavigate()
  const { assembly, editor } = useDraft()
  const usage = useMemo(() => usageOf(assembly), [assembly])
  const [edited, setEdited] = useState<{ readonly id?: string; readonly parameter?: Parameter }>()
  const close = (): void => setEdited(undefined)
  const open = (id?: string): void => {
    const parameter = id === undefined ? undefined : assembly.release.parameters[id]
    setEdited(id === undefined || !parameter ? {} : { id, parameter })
  }
  const dialog = edited && (
    <ParameterDialog
      id={edited.id}
      parameter={edited.parameter}
      uses={edited.id === undefined ? [] : (usage.parameters.get(edited.id) ?? [])}
      onApply={(id, parameter) => {
        editor.perform({ name: edited.id === undefined ? 'parameter.add' : 'parameter.replace', args: { id, parameter } })
        close()
      }}
      onRemove={(id) => {
        editor.perform({ name: 'parameter.remove', args: { id } })
        close()
        void navigate({ to: '.', search: (search) => ({ ...search, on: undefined }) })
      }}
      onClose={close}
    />
  )
  return { open, dialog }
}
