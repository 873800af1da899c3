/** Lower case without Vietnamese diacritics: what typed words are compared in. */
export function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}

/** The words of a search. */
export const searchWords = (text: string): string[] => plainText(text).split(/\s+/).filter((word) => word !== '')
