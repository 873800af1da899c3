import { Textarea, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormPart } from '../editor-store/commands/form-parts.ts'

interface RenameFieldProps {
  readonly part: FormPart
  readonly text: string
  readonly onRenamed: (text: string) => void
  readonly onCancel: () => void
}

/** What a part is called, written in its place: Enter or leaving it takes it, Escape does not. */
export const RenameField = ({ part, text, onRenamed, onCancel }: RenameFieldProps) => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  const long = 'kind' in part && part.kind === 'text'
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && !(long && event.shiftKey)) {
      event.preventDefault()
      onRenamed(typed)
    }
  }
  const shared = {
    'aria-label': t('design.rename'),
    value: typed,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => onRenamed(typed),
    onKeyDown,
    onFocus: (event: { readonly currentTarget: { readonly select: () => void } }) => event.currentTarget.select(),
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for a moment ago
    autoFocus: true,
    style: { flex: '1 1 200px' },
  }
  return long ? <Textarea {...shared} autosize minRows={1} maxLength={2000} size="xs" /> : <TextInput {...shared} maxLength={500} size="xs" />
}
