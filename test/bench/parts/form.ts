import { assemble, evaluate, momentAt } from '@tieuchi/runtime'
import type { Page } from 'playwright-core'
import { median } from '../measure.ts'
import { definePart } from '../part.ts'
import { openFormSite } from '../workload/form-site.ts'
import { memberCount, questions, wideAnswers, wideCommon, wideRelease } from '../workload/wide-forms.ts'

const keys = 60
const mounts = 5
/** Some keys come while the answers are judged, most while one types on. */
const pauses = [90, 90, 90, 90, 260] as const

const percentile = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN

/** Types into the field that has the focus; for each key the milliseconds until what it changed was painted. */
const timeKeys = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { keyTimes: times })
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A message is handled once the frame has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
        port1.start()
        port2.postMessage(0)
      })
    }, { capture: true })
  })
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(index % 12 < 6 ? String(index % 10) : 'Backspace')
    await page.waitForTimeout(pauses[index % pauses.length] ?? 90)
  }
  const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
  if (times.length !== keys) throw new Error(`${keys} keys were typed and ${times.length} seen`)
  return times
}

/** Milliseconds from the click that opens a form, out of the list, until its members are painted. */
const timeMount = async (page: Page, address: string): Promise<number> => {
  await page.goto('/households?programme=long-roster')
  const link = page.locator(`a[href="${address}"]`).first()
  await link.waitFor()
  return link.evaluate((anchor, rows) => new Promise<number>((resolve) => {
    const start = performance.now()
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('tbody button[id^=open-]').length < rows) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now() - start))
        port1.start()
        port2.postMessage(0)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
    ;(anchor as HTMLElement).click()
  }), memberCount)
}

/** A large form in a real browser: how soon a key is seen, and how soon the form stands there. */
export const form = definePart({
  figures: {
    key_questions: { title: `from a key to its paint with ${questions} questions on the page, 95 of 100 keys`, measure: 'time', bar: { at_most: 50 } },
    key_roster: { title: `the same at a member of ${memberCount} with 15 questions each`, measure: 'time', bar: { at_most: 50 } },
    mount: { title: `from the click in the list until a form with ${memberCount} members is painted`, measure: 'time', bar: { at_most: 700 } },
  },
  prepare: async () => {
    const { page, drafts, close } = await openFormSite()
    return {
      agree: async () => {
        const assembly = assemble({ programme: 'wide-form', layer: 'national', common: wideCommon, releases: { 'wide-form': wideRelease } })
        const { result } = await evaluate(assembly, { input: wideAnswers, moment: momentAt('2026-06-01') })
        const [outcome] = result.outcomes
        const expected = outcome?.state === 'determined' ? `Bậc ${String(outcome.value).toUpperCase()}` : 'chưa kết luận'
        await page.goto(drafts.wide)
        const shown = await page.getByRole('region', { name: 'Bậc được xếp' }).getByText(/^(Bậc [A-F]|chưa kết luận)$/).first().textContent()
        return shown === expected ? [] : [`the page shows ${shown} where the interpreter finds ${expected}`]
      },
      measure: async () => {
        await page.goto(drafts.wide)
        await page.getByLabel('Câu asked 100').click()
        const wide = await timeKeys(page)
        await page.goto(drafts.roster)
        await page.getByRole('button', { name: 'Mở Người Thứ 15' }).click()
        await page.getByRole('dialog').getByLabel('Họ tên').click()
        const roster = await timeKeys(page)
        const times: number[] = []
        for (let run = 0; run < mounts; run += 1) times.push(await timeMount(page, drafts.roster))
        return { key_questions: percentile(wide, 0.95), key_roster: percentile(roster, 0.95), mount: median(times) }
      },
      close,
    }
  },
})
