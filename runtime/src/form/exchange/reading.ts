import type { Text } from '../../documents/text.ts'
import { limits } from '../../limits/limits.ts'
import type { Assembly } from '../../release/assembly.ts'
import type { Cell } from './cell.ts'
import type { NewIds } from './new-ids.ts'
import type { NewLists } from './new-lists.ts'
import type { ReadingLedger } from './reading-ledger.ts'
import { below, schemaNodeAt, type SchemaNode } from './schema-node.ts'

/** One import while it is read. */
export interface Reading {
  readonly assembly: Assembly
  readonly newId: () => string
  /** The schema as a whole, in which references are looked up. */
  readonly root: Cell
  readonly ledger: ReadingLedger
  readonly ids: NewIds
  readonly lists: NewLists
}

export const nodeAt = ({ root, ledger }: Reading, cell: Cell): SchemaNode | undefined => schemaNodeAt(root, cell, ledger)

/** An option of rjsf, which stands by itself or among `ui:options`. */
export const uiOption = (ui: Cell | undefined, name: string): Cell | undefined => {
  if (!ui) return undefined
  const options = below(ui, 'ui:options')
  return below(ui, `ui:${name}`) ?? (options && below(options, name))
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= limits.text && value.isWellFormed() && !value.includes('\0')

/** The words at a place; undefined where there are none that can be kept. */
export const wordsAt = (cell: Cell | undefined): string | undefined => (isWords(cell?.value) ? cell.value : undefined)

/** What has no title is called by its name. */
export const nameAsWords = (name: string): Text => (isWords(name) ? inBoth(name) : { vi: 'Chưa có tên', en: 'Untitled' })

/** The first of the places that has words; it is taken, the others are not. */
export const takeWords = ({ ledger }: Reading, ...cells: readonly (Cell | undefined)[]): string | undefined => {
  const found = cells.find((cell) => wordsAt(cell) !== undefined)
  if (found) ledger.take(found)
  return wordsAt(found)
}

/** Words of another tool are in one language; the lint asks for the translation. */
export const inBoth = (words: string): Text => ({ vi: words, en: words })

/** What explains a question or part: its description, and below it what rjsf calls help. */
export const takeHelp = (reading: Reading, node: SchemaNode, ui: Cell | undefined): Text | undefined => {
  const description = takeWords(reading, uiOption(ui, 'description'), node.keyword('description'))
  const more = uiOption(ui, 'help')
  const fits = (description?.length ?? 0) + (wordsAt(more)?.length ?? 0) + 2 <= limits.text
  const words = [description, fits ? takeWords(reading, more) : undefined].filter((each) => each !== undefined)
  return words.length > 0 ? inBoth(words.join('\n\n')) : undefined
}

/** The title of a question or part; undefined where it has none. */
export const takeTitle = (reading: Reading, node: SchemaNode, ui: Cell | undefined): string | undefined => takeWords(reading, uiOption(ui, 'title'), node.keyword('title'))
