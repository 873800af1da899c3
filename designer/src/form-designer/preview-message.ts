import type { CaseDocument, CommonDocument, FormDocument, Language, Release } from '@tieuchi/runtime'
import type { JumpTarget } from '../review/draft-form-props.ts'

/** What the page tells the phone within it: everything that is shown there, as plain data. */
export interface ShownPreview {
  readonly kind: 'show'
  readonly common: CommonDocument
  readonly release: Release
  readonly others: Readonly<Record<string, Release>>
  readonly form: FormDocument
  readonly example: CaseDocument
  /** What was chosen to begin with: with another one it begins anew. */
  readonly begun: string
  readonly target: JumpTarget | undefined
  readonly language: Language
}

/** What the phone tells the page: that it is there, and what was answered in it. */
export type PhoneMessage = { readonly kind: 'ready' } | { readonly kind: 'answered'; readonly example: CaseDocument }

/** The address of the phone: a page that asks the server for nothing. */
export const phoneAddress = '/form-preview'

const hasKind = (data: unknown, kind: string): boolean => typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind

export const isShownPreview = (data: unknown): data is ShownPreview => hasKind(data, 'show')
export const isPhoneMessage = (data: unknown): data is PhoneMessage => hasKind(data, 'ready') || hasKind(data, 'answered')
