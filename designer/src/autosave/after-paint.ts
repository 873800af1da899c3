import type { UnsavedContent } from './unsaved-content.ts'

/** What waits until the page has been painted, by name: of one name only the last is done. */
const waiting = new Map<string, () => void>()
/** Keys that follow one another quickly are done with together: so many milliseconds after the first, once the page has nothing else to do. */
const together = 250
const most = 100

const doWaiting = (): void => {
  const works = [...waiting.values()]
  waiting.clear()
  for (const work of works) work()
}

// A page that goes away, or that a tablet puts away, does not come back for it.
globalThis.addEventListener?.('pagehide', doWaiting)
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') doWaiting()
})

const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: most })
  else work()
}

/** Does something costly once what the last key changed is on the screen; a page that goes away does it at once. */
export const afterPaint = (name: string, work: () => void): void => {
  if (waiting.size === 0) setTimeout(() => whenIdle(doWaiting), together)
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
