import { joinWords } from '../limits/join-words.ts'
import type { Text } from '../documents/text.ts'

/** A template with its `{0}`, `{1}` … written in, language by language. */
export const fill = (vi: string, en: string, ...parts: readonly Text[]): Text => ({
  vi: vi.replace(/\{(\d)\}/g, (_match, index: string) => parts[Number(index)]?.vi ?? ''),
  en: en.replace(/\{(\d)\}/g, (_match, index: string) => parts[Number(index)]?.en ?? ''),
})

/** Texts in a row with the same words between them. */
export const joinTexts = (texts: readonly Text[], vi: string, en: string = vi): Text => ({
  vi: joinWords(texts.map((text) => text.vi), vi),
  en: joinWords(texts.map((text) => text.en), en),
})

/** The same in both languages: names, numbers of documents, days. */
export const asWritten = (words: string): Text => ({ vi: words, en: words })

export const quoted = (text: Text): Text => fill('“{0}”', '“{0}”', text)

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

/** With a capital letter at its beginning. */
export const sentenceCase = (text: Text): Text => ({ vi: capital(text.vi), en: capital(text.en) })

export const sameText = (a: Text, b: Text): boolean => a.vi === b.vi && a.en === b.en
