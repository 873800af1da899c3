import { canonicalJson, type DraftDocument } from '@tieuchi/runtime'
import { isCommandName } from './command.ts'
import { historyOf, logOf, type History, type HistoryLog } from './history.ts'

/** The history of one draft as it is kept on this machine, so that undoing survives a reload. */
export interface KeptHistory {
  /** The history kept, where it leads to this document. */
  readonly read: (document: DraftDocument) => History | undefined
  readonly write: (history: History) => void
}

const isLog = (value: unknown): value is HistoryLog =>
  typeof value === 'object' && value !== null && 'base' in value && 'done' in value && Array.isArray(value.done) && 'undone' in value && Array.isArray(value.undone) &&
  [...value.done, ...value.undone].every((command: unknown) => typeof command === 'object' && command !== null && 'name' in command && isCommandName(command.name))

const parseLog = (text: string): HistoryLog | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isLog(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Kept per person and draft. A full or forbidden storage only loses what could be undone. */
export const keptHistoryOf = (person: string, draft: string, storage: Storage = sessionStorage): KeptHistory => {
  const key = `tieuchi.history.${person}.${draft}`
  return {
    read: (document) => {
      const log = parseLog(storage.getItem(key) ?? '')
      if (!log) return undefined
      const history = historyOf(log)
      return canonicalJson(history.document) === canonicalJson(document) ? { ...history, document } : undefined
    },
    write: (history) => {
      try {
        storage.setItem(key, JSON.stringify(logOf(history)))
      } catch {
        storage.removeItem(key)
      }
    },
  }
}
