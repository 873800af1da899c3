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
  if (seen(found.path)) return
  const both = (isRecord(exported) && isRecord(found.value)) || (Array.isArray(exported) && Array.isArray(found.value))
  if (!both) {
    if (found.value === exported) ledger.take(found)
    else ledger.leave(found, 'differs', kept(found.path.at(-1) ?? ''))
    return
  }
  const entries = Object.entries(exported)
  if (entries.length === 0 && Object.keys(found.value as object).length === 0) ledger.take(found)
  for (const [name, value] of entries) {
    const step = Array.isArray(exported) ? Number(name) : name
    const inner = below(found, step)
    if (inner) compareWithExported(ledger, inner, value, seen)
    else if (!seen([...found.path, step])) ledger.note({ part: found.part, path: [...found.path, step], value: null }, 'removed', gone(step))
  }
}
