import { Textarea } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface TitleInputProps {
  /** What it begins with. */
  readonly text: string
  /** Whether everything is marked, to be written over. */
  readonly marked: boolean
  /** Told nothing where it was not meant. */
  readonly onEnd: (text: string | undefined) => void
}

/** A title written in its place: Enter or leaving it takes it, Escape does not. */
export const TitleInput = ({ text, marked, onEnd }: TitleInputProps) => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') onEnd(undefined)
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    onEnd(typed)
  }
  return (
    <Textarea
      aria-label={t('reportDesign.titleHere')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => onEnd(typed)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (marked) event.currentTarget.select()
        else event.currentTarget.setSelectionRange(text.length, text.length)
      }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for a moment ago
      autoFocus
      autosize
      minRows={1}
      maxLength={500}
      size="xs"
    />
  )
}
