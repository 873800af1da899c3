import { searchText } from '../ui/search-text.ts'

/** A text beside itself as it is searched: character for character without diacritics, and nothing of what stands in quotes. */
export interface MaskedText {
  readonly text: string
  readonly mask: string
}

const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"' }

/** Where the quotes that begin here end; undefined where they are never closed. A doubled closing quote is one of the text. */
const endOfQuotes = (text: string, start: number, close: string): number | undefined => {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== close) continue
    if (text[at + 1] !== close) return at
    at += 1
  }
  return undefined
}

const letters = new Map<string, string>()

/** Letters without diacritics; signs stay, for ≠ without its stroke is another. Tables hold thousands of cells of few letters. */
const folded = (character: string): string => {
  const known = letters.get(character)
  if (known !== undefined) return known
  const plain = /\p{L}/u.test(character) ? searchText(character) : character
  const letter = plain.length === character.length ? plain : character
  letters.set(character, letter)
  return letter
}

/** A word or sign as it stands in a mask. */
export const foldedWord = (word: string): string => {
  let plain = ''
  for (const character of word) plain += folded(character)
  return plain
}

const HIDDEN = '\u0001'

const maskOf = (text: string): string => {
  let mask = ''
  for (let at = 0; at < text.length; at += 1) {
    const close = closing[text[at] ?? '']
    const end = close === undefined ? undefined : endOfQuotes(text, at, close)
    if (end === undefined) mask += folded(text[at] ?? '')
    else {
      mask += HIDDEN.repeat(end - at + 1)
      at = end
    }
  }
  return mask
}

/** Prepares what was typed; line breaks of a spreadsheet part the entries of a list. */
export const masked = (typed: string): MaskedText => {
  const text = typed.normalize('NFC').trim().replaceAll(/\s*\r?\n\s*/g, '; ').replaceAll(/\s+/g, ' ')
  return { text, mask: maskOf(text) }
}

/** A part of it, without blanks around. */
export const slice = ({ text, mask }: MaskedText, from: number, to = text.length): MaskedText => {
  const before = text.slice(from, to)
  const start = from + before.length - before.trimStart().length
  const end = Math.max(start, to - (before.length - before.trimEnd().length))
  return { text: text.slice(start, end), mask: mask.slice(start, end) }
}

/** The parts between separators that stand outside of quotes. */
export const split = (whole: MaskedText, separator: RegExp): readonly MaskedText[] => {
  const parts: MaskedText[] = []
  let from = 0
  for (const match of whole.mask.matchAll(separator)) {
    parts.push(slice(whole, from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, slice(whole, from)]
}

/** What stands in quotes, where the whole text does. */
export const unquoted = (text: string): string | undefined => {
  const close = closing[text[0] ?? '']
  if (close === undefined || endOfQuotes(text, 0, close) !== text.length - 1) return undefined
  return text.slice(1, -1).replaceAll(close + close, close)
}

export const quoted = (text: string): string => `“${text.replaceAll('”', '””')}”`
