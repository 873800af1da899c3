import type { TableRow } from '@tieuchi/runtime'
import { readOperand, soundWritings, writingsOf } from './atom-text.ts'
import { masked } from './masked-text.ts'
import type { Unread, ValueContext } from './value-context.ts'

/** What a row gives in one of its result columns. */
export type Result = TableRow['then'][number]

export type ReadResult = { readonly result: Result } | Unread

/** A result that nobody has written yet. */
export const noResult: Result = ''

/** Reads a result: one value, written out or by name. */
export const readResult = (typed: string, context: ValueContext): ReadResult => {
  const { text } = masked(typed)
  if (text === '') return { result: noResult }
  const read = readOperand(text, context)
  return 'operand' in read ? { result: read.operand } : read
}

/** A result as its column shows it. */
export const writeResult = (result: Result, context: ValueContext): string =>
  (result === noResult ? '' : soundWritings(result, context)[0] ?? writingsOf(result, context)[0] ?? '')
