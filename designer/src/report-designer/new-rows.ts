import type { RowBlock, Text } from '@tieuchi/runtime'
import { randomId } from '../ui/random-id.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { unwritten } from '../rule-designer/condition-edits.ts'

/** The kinds of rows, in the order they are offered. */
export const blockKinds = ['total', 'units', 'codes', 'conditions', 'households'] as const
export type BlockKind = (typeof blockKinds)[number]

const newId = (): string => `r_${randomId()}`

export const newConditionRow = (title: Text) => ({ id: newId(), title, where: unwritten })

/** A block of rows as it begins; `title` is that of its one row, where it has one. */
export const newBlock = (kind: BlockKind, title: Text): RowBlock => {
  const id = newId()
  if (kind === 'total') return { kind, id, title }
  if (kind === 'codes') return { kind, id, fact: unwrittenValue }
  return kind === 'units' || kind === 'households' ? { kind, id } : { kind, id, conditions: [newConditionRow(title)] }
}
