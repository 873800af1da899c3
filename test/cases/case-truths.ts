import type { Answers } from '@tieuchi/runtime'
import type { CaseKeys } from './case-keys.ts'

/** What a part of a case tells: answers, and the fields it says are unknown. */
export interface Told {
  readonly answers: Answers
  readonly unknown: readonly string[]
}

/** Fields of yes and no, each under any of its spellings; where it is `null` the field is unknown. */
export function truthsOf(keys: CaseKeys, names: Readonly<Record<string, readonly string[]>>): Told {
  const told = Object.entries(names).map(([field, words]) => [field, keys.takeTruth(...words)] as const)
  return {
    answers: Object.fromEntries(told.flatMap(([field, truth]) => (typeof truth === 'boolean' ? [[field, truth] as const] : []))),
    unknown: told.flatMap(([field, truth]) => (truth === null ? [field] : [])),
  }
}
