import { limits } from './limits.ts'

/** Words one after the other. Beyond `most` characters the rest is left out, with `…` in its place: nobody reads it, and no memory holds what titles used many times over can add up to. */
export const joinWords = (words: readonly string[], separator: string, most: number = limits.sentence): string => {
  let text = ''
  for (const [index, word] of words.entries()) {
    const next = index === 0 ? word : `${separator}${word}`
    if (text.length + next.length > most) return `${text}${index === 0 ? word.slice(0, most) : separator}…`
    text += next
  }
  return text
}
