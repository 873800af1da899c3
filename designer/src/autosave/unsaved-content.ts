export interface KeptContent<Content> {
  /** Version it was written on. */
  readonly version: number
  readonly content: Content
  /** What the server held at that version: only what differs from it was changed here. */
  readonly base?: Content | undefined
  /** Sent on top of that version without an answer. */
  readonly unanswered?: readonly Content[] | undefined
}

/** What is not yet confirmed by the server, kept so that a reload does not lose it. */
export interface UnsavedContent<Content> {
  readonly read: () => KeptContent<Content> | undefined
  readonly write: (kept: KeptContent<Content>) => void
  readonly clear: () => void
}

const isKept = <Content>(value: unknown, isContent: (content: unknown) => content is Content): value is KeptContent<Content> =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && 'content' in value && isContent(value.content) &&
  (!('base' in value) || isContent(value.base)) && (!('unanswered' in value) || (Array.isArray(value.unanswered) && value.unanswered.every(isContent)))

const parseKept = <Content>(text: string, isContent: (content: unknown) => content is Content): KeptContent<Content> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isKept(value, isContent) ? value : undefined
  } catch {
    return undefined
  }
}

/** Kept per person, for several may use one machine. A full or forbidden storage only loses this safety net. */
export const unsavedContentOf = <Content>(person: string, id: string, isContent: (content: unknown) => content is Content, storage: Storage = localStorage): UnsavedContent<Content> => {
  const key = `tieuchi.unsaved.${person}.${id}`
  return {
    read: () => {
      const text = storage.getItem(key)
      return text === null ? undefined : parseKept(text, isContent)
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
