import type { Language, SingleOperand, ValueType } from '@tieuchi/runtime'

/** Something that is written by its name: an entry of a code list, a parameter, a question, a computed value. */
export interface NamedOperand {
  readonly title: string
  /** Tells it from others of the same title. */
  readonly tag: string
  readonly operand: SingleOperand
}

/** What is known of the place a text is written in: of the values of a column, or of the left side of a comparison. */
export interface ValueContext {
  readonly language: Language
  /** Undefined where only evaluation can tell: any value can be written. */
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  /** Its values are whole numbers, so that “below 16” is “up to 15”. */
  readonly whole: boolean
  /** The entries of its code list; absent where it has none. */
  readonly entries?: readonly NamedOperand[]
  /** What else can stand here: parameters and facts of the same type. */
  readonly names: readonly NamedOperand[]
  /** What operators take on their right, place by place, where that is something else. */
  readonly places?: Readonly<Record<string, readonly ValueContext[]>>
  /** Only whether the law's value is established can be asked here. */
  readonly asksEstablished?: boolean
}

/** The place of one value on the right of an operator. */
export const contextAt = (context: ValueContext, operator: string, index: number): ValueContext => context.places?.[operator]?.[index] ?? context

/** Why a text says nothing that can be stored here. */
export type TextProblem =
  | { readonly kind: 'unreadable' | 'unknownName' | 'ambiguous' | 'tooLong'; readonly text: string }
  /** A range without one of its ends: no cell says that of numbers with decimals. */
  | { readonly kind: 'halfOpen' }
  | { readonly kind: 'emptyRange' }
  /** The comparison cannot be made with values of this type. */
  | { readonly kind: 'operator'; readonly text: string }

/** The problem of a text that has one. */
export type Unread = { readonly problem: TextProblem }

export const isUnread = (read: object): read is Unread => 'problem' in read

/** Whether values are codes, of which only those listed can be written. */
export const hasCodes = ({ entries }: ValueContext): boolean => entries !== undefined

/** Whether values are any text. */
export const isFreeText = ({ type, entries }: ValueContext): boolean => type === 'text' && entries === undefined

/** Whether a text that is nothing else is a value by itself. */
export const takesAnyText = (context: ValueContext): boolean => isFreeText(context) || context.type === undefined
