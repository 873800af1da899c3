import type { Operator } from '../conditions/operators/operator.ts'
import type { Language } from '../documents/text.ts'
import type { ValueType } from '../values/value-type.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'

/** What a package exports may be anything: it is no document, and nothing has checked it. */
export type Unchecked = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Unchecked => typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many values stand on the right while an operator is tried. */
export const rightCounts: Readonly<Record<Operator['right'], number>> = { one: 1, pair: 2, list: 3 }

const languages: readonly Language[] = ['vi', 'en']

/** The languages in which words are not written. */
export const checkWords = (name: string, part: string, words: unknown): readonly KitProblem[] =>
  languages.flatMap((language) => {
    const text = isRecord(words) ? words[language] : undefined
    return typeof text === 'string' && text.trim() !== '' ? [] : [kitProblem('words', { name, part, language })]
  })

/** That a part is a function. */
export const checkFunction = (name: string, part: string, value: unknown): readonly KitProblem[] => (typeof value === 'function' ? [] : [kitProblem('part', { name, part })])

const types: readonly ValueType[] = ['number', 'date', 'boolean', 'text', 'list']

/** Names among types that are none. */
export const checkTypes = (name: string, given: readonly unknown[]): readonly KitProblem[] =>
  given.filter((type) => !types.some((known) => known === type)).map((type) => kitProblem('type', { name, type: String(type), types: types.join(', ') }))
