/** Lower case without Vietnamese diacritics: what typed words are compared in. */
export function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}

/** The words of a search. */
export const searchWords = (text: string): string[] => plainText(text).split(/\s+/).filter((word) => word !== '')

/** A pattern of `like` that takes the signs of a word as written. */
export const within = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
