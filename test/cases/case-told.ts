import type { Answer, Answers } from '@tieuchi/runtime'
import type { CaseKeys } from './case-keys.ts'

/** What a case says under some keys: answers, and fields it gives as unknown. */
export interface Told {
  readonly answers: Answers
  readonly unknown: readonly string[]
}

/** Spellings of the keys that answer a field. */
export type Spellings = Readonly<Record<string, readonly string[]>>

/** An answer as it was taken: `null` is unknown, nothing said says nothing. */
export const told = (field: string, answer: Answer | null | undefined): Told => ({
  answers: answer === null || answer === undefined ? {} : { [field]: answer },
  unknown: answer === null ? [field] : [],
})

/** Everything told, the later over the earlier. */
export const allTold = (parts: readonly Told[]): Told => ({
  answers: Object.fromEntries(parts.flatMap(({ answers }) => Object.entries(answers))),
  unknown: parts.flatMap(({ unknown }) => unknown),
})

/** Truths by the field they answer. */
export const truthsTold = (keys: CaseKeys, spellings: Spellings): Told => allTold(Object.entries(spellings).map(([field, names]) => told(field, keys.takeTruth(...names))))

/** A code under one of several keys, in the words of the dictionary. */
export function codeTold(keys: CaseKeys, field: string, names: readonly string[], words: Readonly<Record<string, string>> = {}): Told {
  const code = keys.takeText(...names)
  return told(field, typeof code === 'string' ? (words[code] ?? code) : code)
}

/** A minority where only that is said; else the code of the ethnic group. */
export function ethnicityTold(keys: CaseKeys, minority: string): Told {
  const named = codeTold(keys, 'ethnicity', ['ethnicity', 'ethnic', 'ethnic_group', 'ethnic_code'], ethnicWords)
  const said = keys.takeTruth('minority', 'ethnic_minority')
  return allTold([told('ethnicity', said === true ? minority : said === null ? null : undefined), named])
}

const ethnicWords: Readonly<Record<string, string>> = { kinh: '01', Kinh: '01', tay: '02', 'Tày': '02', hmong: '08', muong: '06' }
