import type { ExtensionName } from '../documents/extension-name.ts'
import type { FieldKindOptions, FieldKindUse } from '../documents/field-kind-use.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Language, Text } from '../documents/text.ts'

/** The kinds of the core that a kind of a package may say more about: its answers are stored, judged and counted as theirs. */
export const refinableKinds = ['text', 'number', 'date', 'choice', 'choices'] as const

export type RefinableKind = (typeof refinableKinds)[number]

interface OptionWords {
  /** What the option is called, in the dictionary and where releases are compared. */
  readonly label: Text
}

/** Something a question may say about its kind, and what holds where it says nothing. */
export type FieldKindOption = OptionWords & (
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'number'; readonly default: number; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'choice'; readonly default: string; readonly choices: Readonly<Record<string, Text>> }
)

/** What of JSON Schema a kind may demand of answers. Both validators judge it, and so does everybody the schema is given to. */
export interface Restrictions {
  /** Anchored, as a regular expression of JSON Schema. */
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
}

interface OfExample {
  readonly title: Text
  /** Where they are not as the kind has them anyway. */
  readonly options?: FieldKindOptions
  readonly value: Answer
}

/** An answer with how it is written, and other ways in which people may type it. */
export interface AcceptedExample extends OfExample {
  readonly written: Text
  readonly typed?: readonly string[]
}

/** A value that is no answer, with what `explain` says of it, or else `expected`. */
export interface RefusedExample extends OfExample {
  readonly refused: Text
}

/** A test of a kind, and for readers what it means. */
export type FieldKindExample = AcceptedExample | RefusedExample

/** A named refinement of a type of answers. It decides nothing but which of them are answers, and how people write and read them. */
export interface RefinedKind {
  readonly label: Text
  readonly base: RefinableKind
  readonly options: Readonly<Record<string, FieldKindOption>>
  /** What is demanded beyond the type; the only thing that refuses an answer. */
  readonly restrict: (options: FieldKindOptions) => Restrictions
  /** What an answer is, behind "expected" in the words for one that is refused. */
  readonly expected: (options: FieldKindOptions) => Text
  /** What one refused value lacks, where that can be said more exactly; of what is accepted nothing. */
  readonly explain?: (value: Answer, options: FieldKindOptions) => Text | undefined
  /** An answer as people write it. What is no answer of the kind is written somehow, too. */
  readonly write: (value: Answer, options: FieldKindOptions, language: Language) => string
  /** The answer that people mean by a text; undefined where they mean none. Everything `write` writes is read. */
  readonly parse: (text: string, options: FieldKindOptions) => Answer | undefined
  readonly examples: readonly FieldKindExample[]
}

const registered = new Map<string, RefinedKind>()

/** The kinds of the packages that are installed, in the order in which they are offered. */
export const refinedKindEntries = (): readonly (readonly [ExtensionName, RefinedKind])[] => [...registered] as unknown as readonly (readonly [ExtensionName, RefinedKind])[]

export const findRefinedKind = (name: string): RefinedKind | undefined => registered.get(name)

/** Adds the kinds of a package; what comes back takes them away again. */
export const addRefinedKinds = (kinds: Readonly<Record<ExtensionName, RefinedKind>>): (() => void) => {
  for (const [name, kind] of Object.entries(kinds)) registered.set(name, kind)
  return () => {
    for (const name of Object.keys(kinds)) registered.delete(name)
  }
}

/** A kind with everything that a question says about it. */
export interface Refinement {
  readonly kind: RefinedKind
  readonly options: FieldKindOptions
}

/** The options of a kind where a question says nothing. */
export const usualOptions = ({ options }: Pick<RefinedKind, 'options'>): FieldKindOptions =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))

/** What a question's kind is here; undefined where it has none, or its package is not installed: then its type alone counts. */
export const refinementOf = (use: FieldKindUse | undefined): Refinement | undefined => {
  const kind = use && registered.get(use.name)
  return kind && { kind, options: { ...usualOptions(kind), ...use.options } }
}

/** Answers that the examples of a kind have for questions with the same options. */
export const exampleAnswers = ({ kind, options }: Refinement): readonly Answer[] =>
  kind.examples.flatMap((example) => {
    const its: FieldKindOptions = { ...usualOptions(kind), ...example.options }
    return 'written' in example && Object.keys(its).every((name) => its[name] === options[name]) ? [example.value] : []
  })

/** Whether an option may have a value. */
export const isOptionValue = (option: FieldKindOption | undefined, value: unknown): boolean => {
  if (option?.type === 'boolean') return typeof value === 'boolean'
  if (option?.type === 'choice') return typeof value === 'string' && Object.hasOwn(option.choices, value)
  return option !== undefined && typeof value === 'number' && value >= option.minimum && value <= option.maximum
}

/** An answer of a kind as people write it. */
export const writeRefined = ({ kind, options }: Refinement, value: Answer, language: Language): string => kind.write(value, options, language)
