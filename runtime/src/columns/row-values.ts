import type { Answer } from '../documents/input-document.ts'
import { readBits } from './bit-rows.ts'
import type { Bucket } from './bucket.ts'
import { flagBits, isOfMembers, readAnswer, writeAnswer, type Column, type ColumnPlace } from './column.ts'
import { columnIndex, hasColumn, slotOffset } from './column-layout.ts'
import type { RegisterColumns } from './register-columns.ts'

/** Reads one question of household after household; undefined where there is no answer. */
export type ReadRow = (bucket: Bucket, row: number) => Answer | undefined

type ReadRaw = (bucket: Bucket, row: number, slot: number) => number | undefined

/** A question of the household, its unit, or the register itself. */
export const readerOf = (register: RegisterColumns, place: ColumnPlace, id: string): ReadRow => {
  const { column, raw } = rawReader(register, place, id)
  const answer = answersOf(column)
  return (bucket, row) => answer(raw(bucket, row, 0))
}

/** A question of a household's head: of the first member who is one, or of the first where none is. */
export const headReader = (register: RegisterColumns, id: string): ReadRow => {
  const { field, value } = register.common.register.head
  if (!hasColumn(register.layout, 'members', field)) return () => undefined
  const role = rawReader(register, 'members', field)
  const own = rawReader(register, 'members', id)
  const answer = answersOf(own.column)
  const head = writeAnswer(role.column, value)
  return (bucket, row) => {
    for (let slot = 0; slot < bucket.members; slot += 1) if (role.raw(bucket, row, slot) === head) return answer(own.raw(bucket, row, slot))
    return bucket.members > 0 ? answer(own.raw(bucket, row, 0)) : undefined
  }
}

const rawReader = (register: RegisterColumns, place: ColumnPlace, id: string): { readonly column: Column; readonly raw: ReadRaw } => {
  const { layout } = register
  const index = columnIndex(layout, place, id)
  const column = layout.columns[index]
  if (!column) throw new Error(`No column of ${place} is named ${id}`)
  const [offset, flags, { width }, ofMembers] = [layout.offsets[index] ?? 0, flagBits(column), column.encoding, isOfMembers(column)]
  const raw: ReadRaw = !column.answered ? () => undefined : (bucket, row, slot) => {
    const { words, start } = bucket.place(row)
    const at = start + offset + (ofMembers ? slotOffset(layout, slot) : 0)
    if (flags === 1 && readBits(words, at, 1, row & 31) === 0) return undefined
    const number = readBits(words, at + flags, width, row & 31)
    return flags === 1 || number !== 0 ? number : undefined
  }
  return { column, raw }
}

/** Many rows have the same answer: each is made once. */
const answersOf = (column: Column): ((raw: number | undefined) => Answer | undefined) => {
  const known = new Map<number, Answer>()
  return (raw) => {
    if (raw === undefined) return undefined
    const answer = known.get(raw) ?? readAnswer(column, raw)
    known.set(raw, answer)
    return answer
  }
}
