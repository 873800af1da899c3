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

/** A result of a case as people write it. */
export const writeResult = (assembly: Assembly, name: string, result: Literal): Text => {
  const readable = describeResult(assembly, name)
  // A code list may have a code that is a state elsewhere: of a licence `granted` is what the list says.
  const listed = assembly.lists.get(readable.list ?? '')?.entries.some(({ code }) => code === result) ?? false
  return (typeof result === 'string' && !listed ? states[result] : undefined) ?? writeValue(assembly, literalValue(result), readable)
}
