import type { Citation, Language } from '@tieuchi/runtime'

const startsWithWord = (text: string): boolean => /^\p{L}/u.test(text)

/** `07/2021/NĐ-CP, Điều 3, mục 4`. A number alone gets its word; anything longer is taken as it is written. */
export const citationText = ({ document, article, item }: Citation, language: Language): string => {
  const word = language === 'vi' ? 'Điều' : 'Article'
  const place = article === undefined || startsWithWord(article) ? article : `${word} ${article}`
  return [document, place, item].filter(Boolean).join(', ')
}
