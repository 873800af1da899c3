import type { Literal } from '../documents/condition-document.ts'
import type { Text } from '../documents/text.ts'
import { describeReference, entitlementStates, writeValue, type Readable } from './readable.ts'
import { literalValue } from '../logic/literal-value.ts'
import type { Assembly } from '../release/assembly.ts'

const states: Readonly<Record<string, Text>> = {
  ...entitlementStates,
  not_applicable: { vi: 'không áp dụng', en: 'not applicable' },
}

/** The words for a name that a case may expect: an outcome, fact or entitlement, its level or amount, or `set.rule`. */
export const describeResult = (assembly: Assembly, name: string): Readable => {
  const [id = '', rule] = name.split('.')
  const piece = assembly.pieces.get(id)?.piece
  const found = piece?.kind === 'rules' ? piece.rules.find((each) => each.id === rule) : undefined
  if (piece?.kind === 'entitlement' && rule !== undefined) return describeReference(assembly, { fact: id, output: rule })
  return found ? { title: found.title } : describeReference(assembly, { fact: name })
}

const together = (texts: readonly Text[]): Text => ({ vi: texts.map(({ vi }) => vi).join(', '), en: texts.map(({ en }) => en).join(', ') })

/** A result of a case as people write it: several codes of a list, which stand in it one behind the other, by their titles. */
export const writeResult = (assembly: Assembly, name: string, result: Literal): Text => {
  const readable = describeResult(assembly, name)
  const isListed = (code: Literal): boolean => assembly.lists.get(readable.list ?? '')?.entries.some((entry) => entry.code === code) ?? false
  const write = (each: Literal): Text => writeValue(assembly, literalValue(each), readable)
  // A code list may have a code that is a state elsewhere: of a licence `granted` is what the list says.
  if (typeof result !== 'string' || isListed(result)) return write(result)
  const codes = result.split(', ')
  return states[result] ?? (codes.every(isListed) ? together(codes.map(write)) : write(result))
}
