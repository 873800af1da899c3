import type { Answer, ExtensionName, FieldKindOptions, Language } from '@tieuchi/runtime'
import type { ComponentType, ReactNode } from 'react'

/** What a question of a package's kind is drawn of in a form. */
export interface FieldWidgetProps {
  /** Of the first input, and the beginning of every other id. */
  readonly id: string
  readonly label: string
  readonly help?: ReactNode
  readonly value: Answer | undefined
  /** An absent answer takes it back. What is no answer of the kind may be told too: it stays on the page with what is wrong, and is not kept. */
  readonly onAnswer: (answer: Answer | undefined) => void
  /** What the question says about its kind, with what the kind has anyway. */
  readonly options: FieldKindOptions
  readonly language: Language
  readonly disabled: boolean
  /** Must be answered before the form is sent: its inputs say so (`aria-required`). */
  readonly needed: boolean
  /** What is wrong with the answer; the widget shows it and ties it to its inputs. */
  readonly error: string | undefined
  /** Whether the first input is stood at: it has `data-autofocus` then. */
  readonly standsHere: boolean
}

/** What the options of a kind are edited with, where a question of it is made. */
export interface KindEditorProps {
  readonly options: FieldKindOptions
  /** All of them, with the one that is changed. */
  readonly onOptions: (options: FieldKindOptions) => void
  readonly language: Language
  readonly disabled: boolean
}

/** What the web application draws of a kind. */
export interface DesignerFieldKind {
  readonly Widget: ComponentType<FieldWidgetProps>
  readonly Editor: ComponentType<KindEditorProps>
}

/** What a package exports for the web application alone: `export const designerExtension: DesignerExtension = { … }`. */
export interface DesignerExtension {
  /** One for each field kind of the package, by its name. */
  readonly fieldKinds?: Readonly<Record<ExtensionName, DesignerFieldKind>>
}
