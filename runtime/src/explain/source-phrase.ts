import type { Certainty, Citation, Text } from '../documents/text.ts'
import { phrase } from './phrase.ts'

const startsWithWord = (words: string): boolean => /^\p{L}/u.test(words)

/** `07/2021/NĐ-CP, Điều 3, mục 4`. A number alone gets its word; anything longer is taken as it is written. */
export const citationPhrase = ({ document, article, item }: Citation): Text => {
  const place = (word: string) => (article === undefined || startsWithWord(article) ? article : `${word} ${article}`)
  const written = (word: string) => [document, place(word), item].filter((part) => part !== undefined).join(', ')
  return phrase(written('Điều'), written('Article'))
}

/** How sure a value, row or rule of the law is, in words. */
export const certaintyPhrases: Readonly<Record<Certainty, Text>> = {
  seen: phrase('đã đối chiếu văn bản', 'seen in the text'),
  known: phrase('đã biết, chưa đối chiếu văn bản', 'known, not compared with the text'),
  assumed: phrase('tạm áp dụng', 'assumed for now'),
  open: phrase('chưa xác định được', 'not established'),
}
