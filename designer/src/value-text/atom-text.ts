import type { SingleOperand } from '@tieuchi/runtime'
import { readLiteral, writeLiteral } from './literal-text.ts'
import { quoted, unquoted } from './masked-text.ts'
import { nameBookOf, operandKey } from './name-book.ts'
import { hasCodes, isUnread, takesAnyText, type Unread, type ValueContext } from './value-context.ts'

export type ReadOperand = { readonly operand: SingleOperand } | Unread

const named = (text: string, context: ValueContext): ReadOperand | undefined => {
  const found = nameBookOf(context).find(text)
  if (found.length > 1) return { problem: { kind: 'ambiguous', text } }
  return found[0] && { operand: found[0].operand }
}

const literal = (text: string, context: ValueContext): ReadOperand | undefined => {
  const read = readLiteral(text, context)
  if (read === undefined || isUnread(read)) return read
  return { operand: read.literal }
}

const isText = (read: ReadOperand | undefined): boolean => read !== undefined && 'operand' in read && typeof read.operand === 'string'

/** One value, written out or by name. Where any text is a value, what stands in quotes is meant as it is and names go before texts. */
export const readOperand = (text: string, context: ValueContext): ReadOperand => {
  const own = literal(text, context)
  const nameFirst = takesAnyText(context) && isText(own) && unquoted(text) === undefined
  const read = nameFirst ? (named(text, context) ?? own) : (own ?? named(text, context))
  return read ?? { problem: { kind: hasCodes(context) ? 'unknownName' : 'unreadable', text } }
}

/** The ways to write one value, the shortest first. What can be written here at all is given back by one of them. */
export const writingsOf = (operand: SingleOperand, context: ValueContext): readonly string[] => {
  const names = nameBookOf(context).writings(operand)
  if (names.length > 0) return names
  if (typeof operand === 'object') return [quoted('parameter' in operand ? operand.parameter : operand.fact)]
  const text = writeLiteral(operand, context)
  return typeof operand === 'string' && text === operand ? [text, quoted(text)] : [text]
}

/** Those ways that are read as the same value where they stand alone. */
export const soundWritings = (operand: SingleOperand, context: ValueContext): readonly string[] =>
  writingsOf(operand, context).filter((text) => {
    const read = readOperand(text, context)
    return 'operand' in read && operandKey(read.operand) === operandKey(operand)
  })
