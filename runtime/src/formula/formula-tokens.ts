import type { Language } from '../documents/text.ts'
import { formulaPhrases, plainWords, type Phrase } from './formula-names.ts'
import { readFormulaNumber } from './formula-number.ts'

/** One part of a formula as it is typed, with where it stands. */
export type Token = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'number'; readonly number: number }
  /** Between double quotes, as people write it; between single ones, exactly as it is stored. */
  | { readonly kind: 'text'; readonly text: string; readonly exact: boolean }
  /** Between brackets. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'phrase'; readonly phrase: Phrase }
  | { readonly kind: 'sign'; readonly sign: string }
  /** What belongs to no formula. */
  | { readonly kind: 'strange'; readonly text: string }
)

const signs = ['<=', '>=', '<>', '!=', '≤', '≥', '≠', '+', '-', '−', '–', '*', '×', '/', '÷', '(', ')', ';', '=', '<', '>']

const same: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '<>', '!=': '<>', '−': '-', '–': '-', '×': '*', '÷': '/' }

/** What stands between a mark and its closing one, doubled where it is meant itself. */
const enclosed = (text: string, closing: string): { readonly content: string; readonly length: number } | undefined => {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] !== closing) continue
    if (text[at + 1] !== closing) return { content: text.slice(1, at).replaceAll(closing + closing, closing), length: at + 1 }
    at += 1
  }
  return undefined
}

const wordPattern = /^\p{L}[\p{L}\p{M}]*/u

/** The phrases, and so many words the longest of them has. */
interface Vocabulary {
  readonly phrases: ReadonlyMap<string, Phrase>
  readonly longest: number
}

const vocabulary = (): Vocabulary => {
  const phrases = formulaPhrases()
  return { phrases, longest: Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length)) }
}

/** The longest phrase a text begins with. */
const phraseAt = (text: string, { phrases, longest }: Vocabulary): { readonly phrase: Phrase; readonly length: number } | undefined => {
  let found: { readonly phrase: Phrase; readonly length: number } | undefined
  let end = 0
  for (let count = 0; count < longest; count += 1) {
    const gap = count === 0 ? 0 : (/^\s+/.exec(text.slice(end))?.[0].length ?? 0)
    const word = wordPattern.exec(text.slice(end + gap))
    if (!word || (count > 0 && gap === 0)) break
    end += gap + word[0].length
    const phrase = phrases.get(plainWords(text.slice(0, end)))
    if (phrase) found = { phrase, length: end }
  }
  return found
}

const tokenAt = (text: string, from: number, language: Language, words: Vocabulary): Token => {
  const rest = text.slice(from)
  const first = rest[0] ?? ''
  const ends = { ']': '[', '"': '"', "'": "'" } as const
  for (const [closing, opening] of Object.entries(ends)) {
    const part = first === opening ? enclosed(rest, closing) : undefined
    if (part && opening === '[') return { kind: 'name', name: part.content, from, to: from + part.length }
    if (part) return { kind: 'text', text: part.content, exact: opening === "'", from, to: from + part.length }
  }
  const number = readFormulaNumber(rest, language)
  if (number) return { kind: 'number', number: number.number, from, to: from + number.length }
  const phrase = phraseAt(rest, words)
  if (phrase) return { kind: 'phrase', phrase: phrase.phrase, from, to: from + phrase.length }
  const sign = signs.find((each) => rest.startsWith(each))
  if (sign !== undefined) return { kind: 'sign', sign: same[sign] ?? sign, from, to: from + sign.length }
  const strange = wordPattern.exec(rest)?.[0] ?? [...rest][0] ?? ''
  return { kind: 'strange', text: strange, from, to: from + strange.length }
}

/** The parts of a formula, in order; blanks fall away. */
export const tokensOf = (text: string, language: Language): readonly Token[] => {
  const tokens: Token[] = []
  const words = vocabulary()
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = tokenAt(text, at, language, words)
    tokens.push(token)
    at = token.to
  }
  return tokens
}
