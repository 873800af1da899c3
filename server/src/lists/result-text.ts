import { formatValue, resultsInBrief, type CodeList, type Language } from '@tieuchi/runtime'
import type { OutcomeSummary } from '../submissions/submission-schema.ts'
import type { SayWord } from './list-words.ts'

/** What results are put in words with. */
export interface ResultWords {
  readonly say: SayWord
  readonly language: Language
  readonly lists: ReadonlyMap<string, CodeList>
}

export const listsById = (lists: readonly CodeList[]): ReadonlyMap<string, CodeList> => new Map(lists.map((list) => [list.id, list]))

/** The outcomes that stand in lists, as lists show them. */
export const resultText = (outcomes: readonly OutcomeSummary[], words: ResultWords): string =>
  resultsInBrief(outcomes).map((outcome) => outcomeText(outcome, words)).join('; ')

function outcomeText({ state, value, list }: OutcomeSummary, { say, language, lists }: ResultWords): string {
  if (state === 'not_applicable') return say('not_applicable')
  return state === 'undetermined' || value === undefined ? say('undetermined') : formatValue(value, { unit: undefined, list, lists, language })
}

/** A code that a list is narrowed to: its title in whichever list has it, or its state in words. */
export function codeText(code: string, { say, language, lists }: ResultWords): string {
  if (code === 'undetermined' || code === 'not_applicable') return say(code)
  const entry = [...lists.values()].flatMap(({ entries }) => entries).find((each) => each.code === code)
  return entry?.title[language] ?? code
}
