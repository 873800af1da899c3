import type { SubmissionAnswers } from '../api/contract.ts'

export interface KeptAnswers {
  /** Version of the submission they were entered on. */
  readonly version: number
  readonly answers: SubmissionAnswers
  /** What the server held at that version: only what differs from it was changed here. */
  readonly base?: SubmissionAnswers | undefined
}

/** Answers not yet confirmed by the server, kept so that a reload does not lose them. */
export interface UnsavedAnswers {
  readonly read: () => KeptAnswers | undefined
  readonly write: (kept: KeptAnswers) => void
  readonly clear: () => void
}

const isAnswers = (value: unknown): value is SubmissionAnswers =>
  typeof value === 'object' && value !== null && 'household' in value && typeof value.household === 'object' && value.household !== null && 'members' in value && Array.isArray(value.members)

const isKept = (value: unknown): value is KeptAnswers =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && 'answers' in value && isAnswers(value.answers) &&
  (!('base' in value) || isAnswers(value.base))

const parseKept = (text: string): KeptAnswers | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isKept(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Kept per person, for several may use one machine. A full or forbidden storage only loses this safety net. */
export const unsavedAnswersOf = (person: string, submission: string, storage: Storage = localStorage): UnsavedAnswers => {
  const key = `tieuchi.unsaved.${person}.${submission}`
  return {
    read: () => {
      const text = storage.getItem(key)
      return text === null ? undefined : parseKept(text)
    },
    write: (kept) => {
      try {
        storage.setItem(key, JSON.stringify(kept))
      } catch {
        storage.removeItem(key)
      }
    },
    clear: () => storage.removeItem(key),
  }
}
