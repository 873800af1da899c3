import type { Page } from 'playwright-core'

export const percentile = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN

/** Presses keys one after another, each after a pause; for each the milliseconds until what it changed was painted. */
export const timeKeys = async (page: Page, keys: readonly string[], pauseAfter: (index: number) => number): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const times: number[] = []
    const begun = new AbortController()
    ;(globalThis as unknown as { stopTiming?: () => void }).stopTiming?.()
    Object.assign(globalThis, { keyTimes: times, stopTiming: () => begun.abort() })
    addEventListener('keydown', ({ key, timeStamp }) => {
      if (key === 'Alt' || key === 'Control' || key === 'Shift') return
      requestAnimationFrame(() => {
        // A message is handled once the frame has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
        port1.start()
        port2.postMessage(0)
      })
    }, { capture: true, signal: begun.signal })
  })
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await page.waitForTimeout(pauseAfter(index))
  }
  const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
  if (times.length !== keys.length) throw new Error(`${keys.length} keys were pressed and ${times.length} seen`)
  return times
}
