import { citationPhrase, type Citation, type Language } from '@tieuchi/runtime'

const article = /^(?:Điều|Dieu|Đ\.|Article|Art\.) *(.+)$/iu

/** A number alone, as the word is written in front of it again. */
const bare = (words: string): string => {
  const rest = article.exec(words)?.[1]
  return rest !== undefined && /^\P{L}/u.test(rest) ? rest : words
}

/** `07/2021/NĐ-CP, Điều 3, khoản 2`: document, article, and where in it. Nothing where nothing is written. */
export const readCitation = (typed: string): Citation | undefined => {
  const [document = '', ...places] = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ').split(', ').map((part) => part.trim())
  if (document === '') return undefined
  const [first, ...rest] = places
  if (first === undefined || first === '') return { document }
  return { document, article: bare(first), ...(rest.length > 0 && { item: rest.join(', ') }) }
}

export const writeCitation = (citation: Citation | undefined, language: Language): string => (citation ? citationPhrase(citation)[language] : '')
