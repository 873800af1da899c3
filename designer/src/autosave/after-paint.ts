import type { UnsavedContent } from './unsaved-content.ts'

/** What waits until the page has been painted, by name: of one name only the last is done. */
const waiting = new Map<string, () => void>()
/** Soon enough that nothing is lost by it, late enough that a key is seen first. */
const most = 100

const doWaiting = (): void => {
  const works = [...waiting.values()]
  waiting.clear()
  for (const work of works) work()
}

globalThis.addEventListener?.('pagehide', doWaiting)

const soon = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: most })
  else setTimeout(work, 0)
}

/** Does something costly once what the last key changed is on the screen; a page that goes away does it at once. */
export const afterPaint = (name: string, work: () => void): void => {
  if (waiting.size === 0) soon(doWaiting)
  waiting.set(name, work)
}

/** Keeps large content after the paint. */
export const unsavedAfterPaint = <Content>(name: string, unsaved: UnsavedContent<Content>): UnsavedContent<Content> => ({
  read: () => {
    doWaiting()
    return unsaved.read()
  },
  write: (kept) => afterPaint(name, () => unsaved.write(kept)),
  clear: () => {
    waiting.delete(name)
    unsaved.clear()
  },
})
