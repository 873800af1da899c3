import { plainLetters } from '@tieuchi/runtime'

/** A text as search compares it. */
export const searchText = plainLetters

/** Whether every word of the query occurs in the text. */
export const matchesSearch = (text: string, query: string): boolean => {
  const target = searchText(text)
  return searchText(query).split(/\s+/).every((word) => target.includes(word))
}
