import type { Text } from '../../documents/text.ts'
import type { Cell, Path } from './cell.ts'
import type { ReadingLedger } from './reading-ledger.ts'
import { below, isRecord } from './schema-node.ts'

const kept = (name: string | number): Text => ({
  vi: `“${name}” khác với khi xuất; nội dung khi xuất được giữ, hãy sửa ở biểu mẫu hoặc từ điển nếu cần đổi.`,
  en: `“${name}” is not as it was exported; what was exported stays, so change it in the form or the dictionary where that is meant.`,
})

const gone = (name: string | number): Text => ({
  vi: `“${name}” có khi xuất nhưng không còn trong tệp; nội dung khi xuất được giữ, hãy sửa ở biểu mẫu nếu cần bỏ.`,
  en: `“${name}” was exported and is no longer in the file; what was exported stays, so take it out of the form where that is meant.`,
})

/** Whether a place was looked at already. */
export type Seen = (path: Path) => boolean

/** Accounts for what stands in a document as it was exported, and says what does not. What was added is not looked at. */
export const compareWithExported = (ledger: ReadingLedger, found: Cell, exported: unknown, seen: Seen): void => {
  if (isAsExported(ledger, found, exported, seen)) ledger.take(found)
}

/** Whether a place is as it was exported, all of it; otherwise what of it is so is accounted for, and the rest said. */
const isAsExported = (ledger: ReadingLedger, found: Cell, exported: unknown, seen: Seen): boolean => {
  if (seen(found.path)) return false
  const both = (isRecord(exported) && isRecord(found.value)) || (Array.isArray(exported) && Array.isArray(found.value))
  if (!both) {
    const same = found.value === exported
    if (!same) ledger.leave(found, 'differs', kept(found.path.at(-1) ?? ''))
    return same
  }
  const entries = Object.entries(exported)
  const inner = entries.map(([name]) => below(found, Array.isArray(exported) ? Number(name) : name))
  const same = entries.map(([, value], index) => inner[index] !== undefined && isAsExported(ledger, inner[index], value, seen))
  if (same.every(Boolean) && Object.keys(found.value as object).length === entries.length) return true
  entries.forEach(([name], index) => {
    const [cell, path] = [inner[index], [...found.path, Array.isArray(exported) ? Number(name) : name]]
    if (cell && same[index]) ledger.take(cell)
    if (!cell) ledger.note({ part: found.part, path, value: null }, 'removed', gone(name))
  })
  return false
}
