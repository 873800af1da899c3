/** A text without diacritics, đ as d, in lower case: as it is searched for, and as codes are made of it. */
export const plainLetters = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
