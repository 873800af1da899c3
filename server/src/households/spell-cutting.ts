import { addDays, type Answers } from '@tieuchi/runtime'
import type { NewSpell, StoredSpell } from './spell-queries.ts'

/** Days from and to; open where null. */
export interface Period {
  readonly valid_from: string | null
  readonly valid_to: string | null
}

export const covers = ({ valid_from: from, valid_to: to }: Period, day: string): boolean => (from === null || from <= day) && (to === null || day <= to)

/** The part of a spell before a day; none where it begins on the day or later. */
export function cutBefore<T>({ valid_from: start, answers }: StoredSpell<T>, day: string): NewSpell<T>[] {
  return start === null || start < day ? [{ valid_from: start, valid_to: addDays(day, -1), answers }] : []
}

/** New answers with what was known before of fields nobody asked about. */
export function mergeAnswers(before: Answers | undefined, answers: Answers, asked: ReadonlySet<string>): Answers {
  const kept = Object.entries(before ?? {}).filter(([field]) => !asked.has(field))
  return { ...Object.fromEntries(kept), ...answers }
}
