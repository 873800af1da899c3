/** A text as search compares it: without diacritics, đ as d, in lower case. */
export const searchText = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()

/** Whether every word of the query occurs in the text. */
export const matchesSearch = (text: string, query: string): boolean => {
  const target = searchText(text)
  return searchText(query).split(/\s+/).every((word) => target.includes(word))
}
