import type { Page } from 'playwright-core'

type PutOff = 'timers' | 'frames'

declare global {
  var letGo: () => void
}

/** From here on the page is too busy for what it puts off: timers without delay, or what is to be done with the next frame, wait until they are let go. */
export const holdBack = (page: Page, what: PutOff): Promise<void> =>
  page.evaluate((kind) => {
    const { setTimeout: later, requestAnimationFrame: withFrame } = globalThis
    const held: (() => void)[] = []
    const holdTimer = (work: () => void, delay?: number): number => (delay === undefined || delay === 0 ? held.push(work) : Number(later(work, delay)))
    const holdFrame = (work: FrameRequestCallback): number => held.push(() => work(performance.now()))
    Object.assign(globalThis, kind === 'timers' ? { setTimeout: holdTimer } : { requestAnimationFrame: holdFrame }, {
      letGo: () => {
        Object.assign(globalThis, { setTimeout: later, requestAnimationFrame: withFrame })
        for (const work of held) work()
      },
    })
  }, what)

/** What was held back is done. */
export const letGo = (page: Page): Promise<void> => page.evaluate(() => globalThis.letGo())
