import type { TextareaProps, TextInputProps } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { afterPress } from './after-press.ts'

interface CommitInputProps extends Omit<TextInputProps & TextareaProps, 'value' | 'onChange' | 'onBlur' | 'component' | 'ref'> {
  readonly component: ComponentType<TextInputProps> | ComponentType<TextareaProps>
  readonly value: string
  /** Told the text once the field is left or Enter is pressed, where it is another. */
  readonly onCommit: (text: string) => void
}

/** A field whose text counts once it is left: one step to undo, however much was typed. Escape takes it back. */
export const CommitInput = ({ component, value, onCommit, ...props }: CommitInputProps) => {
  const Field = component as ComponentType<Record<string, unknown>>
  const [typed, setTyped] = useState<string>()
  const commit = (): void => {
    if (typed !== undefined && typed.trim() !== value) onCommit(typed.trim())
    setTyped(undefined)
  }
  return (
    <Field
      {...props}
      value={typed ?? value}
      onChange={(event: { readonly currentTarget: { readonly value: string } }) => setTyped(event.currentTarget.value)}
      onBlur={() => afterPress(commit)}
      onKeyDown={(event: { readonly key: string; readonly currentTarget: HTMLElement }) => {
        if (event.key === 'Escape') setTyped(undefined)
        if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) commit()
      }}
    />
  )
}
