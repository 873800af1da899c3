import type { Page } from 'playwright-core'

/** What a busy page comes to late: timers, the next frame, or the messages it tells itself to go on with, as React does to draw. */
type PutOff = 'timers' | 'frames' | 'messages'

declare global {
  var heldBack: (() => void)[] | undefined
}

/** What a page does with an answer and has not put off is done and drawn. */
export const drawn = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
}))

/**
 * From here on the page is too busy for what it puts off, which waits until the function answered is called; of timers those of no
 * longer delay, in milliseconds. Of timers held back twice the last are let go first.
 */
export const holdBack = async (page: Page, what: PutOff, longest = 0): Promise<() => Promise<void>> => {
  const index = await page.evaluate(([kind, most]) => {
    const { setTimeout: later, requestAnimationFrame: withFrame } = globalThis
    const { postMessage } = MessagePort.prototype
    const held: (() => void)[] = []
    const hold = (work: () => void): number => held.push(work)
    if (kind === 'messages') {
      MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
        hold(() => postMessage.call(this, message))
      }
    } else if (kind === 'frames') Object.assign(globalThis, { requestAnimationFrame: (work: FrameRequestCallback) => hold(() => work(performance.now())) })
    else Object.assign(globalThis, { setTimeout: (work: () => void, delay = 0) => (delay <= most ? hold(work) : Number(later(work, delay))) })
    const letGo = (): void => {
      if (kind === 'messages') MessagePort.prototype.postMessage = postMessage
      else Object.assign(globalThis, kind === 'frames' ? { requestAnimationFrame: withFrame } : { setTimeout: later })
      for (const work of held) work()
    }
    globalThis.heldBack = [...(globalThis.heldBack ?? []), letGo]
    return globalThis.heldBack.length - 1
  }, [what, longest] as const)
  return async () => {
    await page.evaluate((at) => globalThis.heldBack?.[at]?.(), index)
    await drawn(page)
  }
}
