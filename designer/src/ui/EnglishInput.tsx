import type { TextareaProps, TextInputProps } from '@mantine/core'
import type { Text } from '@tieuchi/runtime'
import type { ComponentType } from 'react'
import { CommitInput } from './CommitInput.tsx'

interface EnglishInputProps {
  readonly component: ComponentType<TextInputProps> | ComponentType<TextareaProps>
  readonly label: string
  readonly text: Text
  readonly onText: (text: Text) => void
  readonly maxLength: number
  readonly autosize?: boolean
  readonly minRows?: number
}

/** The English of a text. What only follows the Vietnamese is shown as what holds until somebody writes, so that nobody has to take it away first. */
export const EnglishInput = ({ text, onText, ...field }: EnglishInputProps) => (
  <CommitInput {...field} value={text.en === text.vi ? '' : text.en} placeholder={text.vi} onCommit={(en) => onText({ ...text, en: en || text.vi })} />
)
