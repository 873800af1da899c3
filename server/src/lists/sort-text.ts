import type { ListWord, SayWord } from './list-words.ts'

/** A sort as it stands in an address, in words: the title of its column, and which way. */
export function sortText(sort: string, columns: Readonly<Record<string, ListWord>>, say: SayWord): string {
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  const word = columns[key]
  const column = word === undefined ? key : say(word)
  return descending ? say('descending').replace('{column}', column) : column
}
